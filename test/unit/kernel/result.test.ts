import { describe, expect, expectTypeOf, it } from "vitest";
import { DomainError } from "../../../src/kernel/domain-error.js";
import { createIssue } from "../../../src/kernel/issue.js";
import { fail, isOk, ok, orThrow } from "../../../src/kernel/result.js";
import type { Ok, Result } from "../../../src/kernel/types.js";

const first = createIssue({ code: "demo/first", message: "First." }, { params: {} });
const second = createIssue({ code: "demo/second", message: "Second." }, { params: {} });

describe("ok and fail", () => {
  it("wraps a value, with no warnings by default", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3, warnings: [] });
    expect(ok(null, [first])).toEqual({ ok: true, value: null, warnings: [first] });
  });

  it("keeps all issues in order, in a list of its own", () => {
    const issues = [first, second];
    const failure = fail(issues);
    expect(failure).toEqual({ ok: false, issues: [first, second] });
    expect(failure.issues).not.toBe(issues);
  });
});

describe("isOk", () => {
  it("separates successes from failures and narrows the type", () => {
    const results: Result<number>[] = [ok(1), fail([first]), ok(2)];
    const successes = results.filter(isOk);
    expectTypeOf(successes).toEqualTypeOf<Ok<number>[]>();
    expect(successes.map(({ value }) => value)).toEqual([1, 2]);
  });
});

describe("orThrow", () => {
  it("gives the value of a success, also null", () => {
    expect(orThrow(ok("x"))).toBe("x");
    expect(orThrow(ok(null))).toBeNull();
  });

  it("throws all issues of a failure", () => {
    const thrown = (() => {
      try {
        return orThrow(fail([first, second]));
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(DomainError);
    expect(thrown).toMatchObject({ code: "demo/first", issues: [first, second] });
  });
});
