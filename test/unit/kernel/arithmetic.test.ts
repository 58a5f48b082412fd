import { describe, expect, it } from "vitest";
import {
  clampValue,
  effectiveWeights,
  rescaleValue,
  sumOfProducts,
} from "../../../src/kernel/arithmetic.js";

const up = (min: number, max: number) => ({ min, max, reversed: false });
const down = (min: number, max: number) => ({ min, max, reversed: true });

describe("effectiveWeights", () => {
  it("divides by the total and keeps zeros", () => {
    expect(effectiveWeights([30, 70, 0])).toEqual([0.3, 0.7, 0]);
    expect(effectiveWeights([1, 1, 1])).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(effectiveWeights([])).toEqual([]);
  });
});

describe("sumOfProducts", () => {
  it("rounds each product once and their sum once", () => {
    // 0.7 × 3 is 2.0999999999999996 in doubles, and the sum states what its terms state.
    expect(sumOfProducts([0.3, 0.7], [5, 3])).toBe(3.5999999999999996);
    expect(sumOfProducts([1, 1, 1], [1e16, 1, -1e16])).toBe(1);
    expect(sumOfProducts([1, -1], [0.3, 0.1])).toBe(0.3 - 0.1);
    expect(sumOfProducts([], [])).toBe(0);
  });
});

describe("rescaleValue", () => {
  it.each([
    ["to a wider scale", 3, up(1, 5), up(0, 100), 50],
    ["the lower end", 1, up(1, 5), up(0, 100), 0],
    ["the upper end", 5, up(1, 5), up(0, 100), 100],
    ["onto a reversed scale", 1, up(1, 5), down(1, 6), 6],
    ["from a reversed scale", 6, down(1, 6), up(0, 1), 0],
    ["between reversed scales", 2, down(1, 5), down(0, 4), 1],
  ])("moves %s", (_, value, from, to, moved) => {
    expect(rescaleValue(value, from, to)).toBe(moved);
  });
});

describe("clampValue", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [0.4, 0.4],
    [1, 1],
    [7, 1],
  ])("holds %d within 0 and 1", (value, held) => {
    expect(clampValue(value, 0, 1)).toBe(held);
  });
});
