import { describe, expect, it } from "vitest";
import { formatIssue } from "../../../src/kernel/format-issue.js";
import { createIssue } from "../../../src/kernel/issue.js";

const make = (path: readonly (string | number)[]) =>
  createIssue({ code: "demo/off", message: "It is {by} off." }, { path, params: { by: 2 } });

describe("formatIssue", () => {
  it.each([
    [[], "It is 2 off."],
    [["answers"], "answers: It is 2 off."],
    [["answers", 3, "value"], "answers[3].value: It is 2 off."],
    [[0, "value"], "[0].value: It is 2 off."],
    [["a b", "x.y"], '["a b"]["x.y"]: It is 2 off.'],
    [["people", "François"], 'people["François"]: It is 2 off.'],
    [["$ref", "_id", "a1"], "$ref._id.a1: It is 2 off."],
    [[""], '[""]: It is 2 off.'],
  ])("writes the path %j", (path, line) => {
    expect(formatIssue(make(path))).toBe(line);
  });

  it("takes another wording by code and fills it", () => {
    expect(formatIssue(make(["x"]), { "demo/off": "{by} daneben." })).toBe("x: 2 daneben.");
  });

  it("keeps English where the catalogue has no such code, also for inherited names", () => {
    expect(formatIssue(make([]), { "demo/other": "Nein." })).toBe("It is 2 off.");
    const odd = createIssue({ code: "toString", message: "Odd." }, { params: {} });
    expect(formatIssue(odd, {})).toBe("Odd.");
  });
});
