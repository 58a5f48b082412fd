import { describe, expect, it } from "vitest";
import { createIssue, fillMessage } from "../../../src/kernel/issue.js";
import { deepFreeze } from "./deep-freeze.js";

const LATE = { code: "demo/late", message: "{who} came {days} days late, {days}!" } as const;

describe("createIssue", () => {
  it("fills every name, also one that stands twice", () => {
    expect(createIssue(LATE, { params: { who: "Ana", days: 2 } })).toEqual({
      code: "demo/late",
      path: [],
      message: "Ana came 2 days late, 2!",
      severity: "error",
      params: { who: "Ana", days: 2 },
    });
  });

  it("takes a path and a severity, from frozen input", () => {
    const details = deepFreeze({
      path: ["answers", 3],
      severity: "warning" as const,
      params: { who: "Ben", days: 0 },
    });
    expect(createIssue(LATE, details)).toMatchObject({ path: ["answers", 3], severity: "warning" });
  });

  it("does not compile without a value for every name", () => {
    // @ts-expect-error days is missing
    expect(createIssue(LATE, { params: { who: "Ana" } }).message).toBe(
      "Ana came {days} days late, {days}!",
    );
  });
});

describe("fillMessage", () => {
  it.each([
    [
      "null, truth values and zero are printed",
      "{a} {b} {c}",
      { a: null, b: false, c: 0 },
      "null false 0",
    ],
    ["a name without a value stays", "{a} {b}", { a: 1 }, "1 {b}"],
    ["a value is not filled again", "{a}", { a: "{b}", b: 2 }, "{b}"],
    ["a value may hold signs of replacement patterns", "{a}", { a: "$& $1" }, "$& $1"],
    ["an inherited name is no value", "{constructor} {toString}", {}, "{constructor} {toString}"],
    ["braces without a name stay", "{} { a }", { a: 1 }, "{} { a }"],
  ])("%s", (_, message, params, filled) => {
    expect(fillMessage(message, params as Record<string, string | number | boolean | null>)).toBe(
      filled,
    );
  });
});
