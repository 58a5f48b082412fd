import { describe, expect, it } from "vitest";
import { checkWeights } from "../../../src/values/check-weights.js";
import { normalizeWeights } from "../../../src/values/normalize-weights.js";
import type { LabelledWeight } from "../../../src/values/types.js";
import { type Refusal, refusals, unwrap } from "./helpers.js";

const labelled = (...weights: number[]): LabelledWeight[] =>
  weights.map((weight, index) => ({ label: `w${index}`, weight }));
const DOZEN = [5.95, 7.41, 8.04, 5.82, 4.79, 8.96, 4.25, 10.9, 6.29, 11.79, 7.32, 18.48];

describe("checkWeights of percent weights", () => {
  it.each<[number[], 100 | 1, boolean]>([
    [[30, 70], 100, true],
    [[30, 69.99], 100, false],
    [[28.4, 35.8, 35.8], 100, true],
    [[28.6, 35.7, 35.7], 100, true],
    [[33.3, 33.3, 33.4], 100, true],
    [[50, 50.4], 100, false],
    [DOZEN, 100, true],
    [Array<number>(14).fill(7.1), 100, false],
    [[0.5, 0.495], 1, false],
    [[0.5, 0.5], 1, true],
    // The bound itself passes, whichever side the doubles fall on.
    [[30, 69.995], 100, true],
    [[30, 70.005], 100, true],
    [[99.995], 100, true],
    [[1.995, 98], 100, true],
    [[30, 69.9949], 100, false],
    [[30, 69.9949995], 100, false],
    [[30, 70.0051], 100, false],
    [[0.5, 0.49995], 1, true],
    [[0.5, 0.49994], 1, false],
    [[0, 0], 100, false],
    [[], 100, false],
  ])("%j of %d: %s", (weights, total, passes) => {
    expect(refusals(checkWeights(labelled(...weights), { kind: "percent", total }))).toEqual(
      passes ? [] : [["values/weight-total", ""]],
    );
  });

  it("states the total, what it should be and the difference", () => {
    const result = checkWeights(labelled(30, 69.99), { kind: "percent" });
    expect(result).toMatchObject({
      issues: [{ params: { total: 99.99, expected: 100, difference: -0.01 } }],
    });
  });

  it("refuses another total", () => {
    const options = { kind: "percent", total: 10 as 100 } as const;
    expect(refusals(checkWeights(labelled(10), options))).toEqual([
      ["values/out-of-range", "total"],
    ]);
  });
});

describe("checkWeights of relative weights", () => {
  it.each<[string, LabelledWeight[], Refusal[]]>([
    ["any positive numbers", labelled(1, 2, 0.5, 0), []],
    ["nothing", [], [["values/weight-all-zero", ""]]],
    ["only zeros", labelled(0, 0), [["values/weight-all-zero", ""]]],
    ["a negative weight", labelled(1, -1), [["values/invalid-weight", "1.weight"]]],
    ["NaN", labelled(Number.NaN), [["values/invalid-weight", "0.weight"]]],
    ["infinity", labelled(Number.POSITIVE_INFINITY), [["values/invalid-weight", "0.weight"]]],
    [
      "a weight whose sums would overflow",
      labelled(1e200, 1),
      [["values/invalid-weight", "0.weight"]],
    ],
    [
      "labels twice and empty, all at once",
      [
        { label: "a", weight: 1 },
        { label: "", weight: -1 },
        { label: "a", weight: 1 },
      ],
      [
        ["values/invalid-label", "1.label"],
        ["values/invalid-weight", "1.weight"],
        ["values/invalid-label", "2.label"],
      ],
    ],
  ])("%s", (_, weights, expected) => {
    expect(refusals(checkWeights(weights, { kind: "relative" }))).toEqual(expected);
  });

  it("tells labels apart that only look alike", () => {
    const weights = ["__proto__", "constructor", "a", "a\u200b", "a,b"].map((label) => ({
      label,
      weight: 1,
    }));
    expect(checkWeights(weights, { kind: "relative" })).toEqual({
      ok: true,
      value: weights,
      warnings: [],
    });
  });
});

describe("normalizeWeights", () => {
  const numbers = (weights: LabelledWeight[], total?: number): number[] =>
    unwrap(normalizeWeights(weights, { total })).map(({ weight }) => weight);

  it("scales to 1 by default", () => {
    expect(numbers(labelled(1, 1, 2))).toEqual([0.25, 0.25, 0.5]);
  });

  it("keeps a locked weight in the total", () => {
    const locked = { label: "locked", weight: 70, locked: true };
    expect(numbers([locked, ...labelled(15, 15)], 100)).toEqual([70, 15, 15]);
    expect(numbers([locked, ...labelled(20, 40)], 100)).toEqual([70, 10, 20]);
    expect(numbers([locked, ...labelled(0, 1)], 100)).toEqual([70, 0, 30]);
  });

  it("leaves nothing where the locked weights take all", () => {
    const locked = { label: "locked", weight: 100, locked: true };
    expect(numbers([locked, ...labelled(15, 0)], 100)).toEqual([100, 0, 0]);
    expect(numbers([locked], 100)).toEqual([100]);
  });

  it("keeps the shares of weights too small to multiply", () => {
    expect(numbers(labelled(1e-320, 1e-320), 1e-10)).toEqual([5e-11, 5e-11]);
  });

  it.each<[string, LabelledWeight[], number, Refusal[]]>([
    [
      "locked above the total",
      [{ label: "a", weight: 101, locked: true }],
      100,
      [["values/locked-exceed-total", ""]],
    ],
    [
      "a rest that nothing can take",
      [
        { label: "a", weight: 70, locked: true },
        { label: "b", weight: 0 },
      ],
      100,
      [["values/rest-unshared", ""]],
    ],
    [
      "a rest without any unlocked weight",
      [{ label: "a", weight: 70, locked: true }],
      100,
      [["values/rest-unshared", ""]],
    ],
    ["only zeros", labelled(0, 0), 1, [["values/rest-unshared", ""]]],
    ["no weights", [], 1, [["values/rest-unshared", ""]]],
    ["a total of 0", labelled(1), 0, [["values/out-of-range", "total"]]],
    [
      "bad weights and a bad total",
      labelled(-1),
      Number.NaN,
      [
        ["values/invalid-weight", "0.weight"],
        ["values/out-of-range", "total"],
      ],
    ],
  ])("refuses %s", (_, weights, total, expected) => {
    expect(refusals(normalizeWeights(weights, { total }))).toEqual(expected);
  });
});
