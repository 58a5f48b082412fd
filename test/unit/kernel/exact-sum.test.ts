import { describe, expect, it } from "vitest";
import { exactSum } from "../../../src/kernel/exact-sum.js";
import { deepFreeze } from "./deep-freeze.js";
import { nextUp, referenceSum } from "./exact-sum-reference.js";

const ULP = 2 ** -52;

describe("exactSum", () => {
  it.each<[string, number[], number]>([
    ["nothing", [], 0],
    ["one term", [0.1], 0.1],
    ["negative zero", [-0], 0],
    ["terms that cancel", [1, -1], 0],
    ["terms that cancel and leave a small one", [1e-20, 1, -1], 1e-20],
    ["three tenths and six tenths away", [0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17],
    ["a term lost in a naive sum", [1e16, 1, -1e16], 1],
    ["ten tenths", Array.from({ length: 10 }, () => 0.1), 1],
    ["magnitudes from 1e300 to 1e-300", [1e300, 1e-300, -1e300], 1e-300],
    ["subnormal numbers", [5e-324, 5e-324], 1e-323],
    ["halfway, to the even below", [1, ULP / 2], 1],
    ["halfway, to the even above", [1 + ULP, ULP / 2], 1 + 2 * ULP],
    ["a trace above halfway", [1, ULP / 2, 2 ** -200], 1 + ULP],
    ["a trace below halfway", [1 + ULP, ULP / 2, -(2 ** -200)], 1 + ULP],
    ["halfway below zero, a trace further", [-1, -ULP / 2, -(2 ** -200)], -1 - ULP],
    ["halfway at a power of two, downward", [1, -ULP / 4, -(2 ** -200)], 1 - ULP / 2],
    ["halfway, the two traces cancel", [1, ULP / 2, 2 ** -200, -(2 ** -200)], 1],
  ])("adds %s", (_, terms, sum) => {
    expect(exactSum(deepFreeze(terms))).toBe(sum);
    expect(referenceSum(terms)).toBe(sum);
    expect(exactSum([...terms].reverse())).toBe(sum);
  });

  it.each([
    [[Number.NaN]],
    [[Infinity]],
    [[1, -Infinity]],
    [[Infinity, -Infinity]],
    [[1e308, 1e308]],
  ])("refuses %j", (terms) => {
    expect(() => exactSum(terms)).toThrowError(
      expect.objectContaining({ code: "kernel/invariant" }),
    );
  });
});

describe("the reference of these tests", () => {
  it("knows the neighbours of a double", () => {
    expect([nextUp(1), nextUp(0), nextUp(-1)]).toEqual([1 + ULP, 5e-324, -1 + ULP / 2]);
  });
});
