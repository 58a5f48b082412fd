import { describe, expect, it } from "vitest";
import { DomainError } from "../../../src/kernel/domain-error.js";
import { createIssue } from "../../../src/kernel/issue.js";

describe("DomainError", () => {
  it("carries the first code, all issues and one line for each", () => {
    const first = createIssue({ code: "demo/a", message: "A." }, { path: ["x"], params: {} });
    const second = createIssue({ code: "demo/b", message: "B." }, { params: {} });
    const error = new DomainError([first, second]);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "DomainError",
      code: "demo/a",
      issues: [first, second],
      message: "x: A.\nB.",
    });
  });

  it("names a broken invariant", () => {
    expect(DomainError.invariant("The sky fell.")).toMatchObject({
      code: "kernel/invariant",
      message: "Broken invariant: The sky fell.",
    });
  });
});
