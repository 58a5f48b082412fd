import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { isPlainObject, isSafeJson, isSameJson } from "../../../src/kernel/json.js";

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => [inner], null);
const cycle: unknown[] = [];
cycle.push(cycle);

describe("isSafeJson", () => {
  it.each([
    [null],
    [""],
    [0],
    [-1.5],
    [true],
    [[]],
    [{}],
    [{ a: [{ b: null }] }],
    [Object.create(null)],
    [runInNewContext("({ a: [1] })")],
    [nested(100)],
  ])("accepts %j", (value) => {
    expect(isSafeJson(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["NaN", Number.NaN],
    ["infinity", Infinity],
    ["negative zero, which JSON loses", -0],
    ["a big integer", 1n],
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["an instance", new (class Goal {})()],
    ["undefined inside", { a: undefined }],
    ["a list with holes", new Array(2)],
    ["a name of the prototype", JSON.parse('{"a": {"__proto__": {}}}')],
    ["a constructor", { constructor: 1 }],
    ["a prototype", [{ prototype: 1 }]],
    ["more depth than any content needs", nested(200)],
    ["a cycle", cycle],
  ])("refuses %s", (_, value) => {
    expect(isSafeJson(value)).toBe(false);
  });
});

describe("isPlainObject", () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    ["{}", false],
    [new Date(0), false],
  ])("tells %j: %s", (value, plain) => {
    expect(isPlainObject(value)).toBe(plain);
  });
});

describe("isSameJson", () => {
  it.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, "1", false],
    [null, {}, false],
    [[], {}, false],
    [{}, [], false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [{ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: null }, { b: null }, false],
    [{ toString: 1 }, { a: 1 }, false],
    [{ a: undefined }, { toString: undefined }, false],
  ])("compares %j with %j: %s", (a, b, same) => {
    expect(isSameJson(a, b)).toBe(same);
    expect(isSameJson(b, a)).toBe(same);
  });
});
