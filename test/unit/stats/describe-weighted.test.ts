import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { describeSample } from "../../../src/stats/describe-sample.js";
import { describeWeighted } from "../../../src/stats/describe-weighted.js";
import type { DescribeWeightedOptions } from "../../../src/stats/types.js";

type Values = readonly (number | null)[];

const describeIt = (values: Values, weights: Values, options?: DescribeWeightedOptions) =>
  orThrow(describeWeighted(values, weights, options));

describe("describeWeighted", () => {
  it("counts what it leaves out", () => {
    const { n, missing, zeroWeights } = describeIt([4, 5, null, 2, 3, 1], [1, 2, 1, 0, null, 1.5]);
    expect({ n, missing, zeroWeights }).toEqual({ n: 3, missing: 2, zeroWeights: 1 });
  });

  it.each([
    ["nothing", [], []],
    ["weights of 0 only", [1, 2], [0, 0]],
    ["nulls only", [null, 2], [1, null]],
  ])("has no measures for %s", (_name, values, weights) => {
    const { n, missing, zeroWeights, sumWeights, ...measures } = describeIt(values, weights);
    expect([n, missing + zeroWeights, sumWeights]).toEqual([0, values.length, 0]);
    expect(new Set(Object.values(measures))).toEqual(new Set([null]));
  });

  it("with weights of 1 is the plain description", () => {
    const values = [3, 4, 4, 5, 2, 3];
    const weighted = describeIt(values, [1, 1, 1, 1, 1, 1]);
    const plain = orThrow(describeSample(values));
    expect(weighted.mean).toBe(plain.mean);
    expect(weighted.median).toBe(plain.median);
    expect(weighted.varReliability).toBeCloseTo(plain.varSample ?? Number.NaN, 14);
    expect(weighted.standardErrorLinearized).toBeCloseTo(plain.standardError ?? Number.NaN, 14);
  });

  it.each([1e-300, 1e-9, 3, 1e90])(
    "only sum and frequency variance move with a factor of %f",
    (factor) => {
      const weights = [2, 5, 11, 7, 3];
      const scaled = describeIt(
        [1, 2, 3, 4, 5],
        weights.map((weight) => weight * factor),
      );
      const plain = describeIt([1, 2, 3, 4, 5], weights);
      for (const field of [
        "kishEffectiveN",
        "mean",
        "varReliability",
        "varPopulation",
        "standardErrorReliability",
        "standardErrorLinearized",
        "median",
      ] as const) {
        expect(scaled[field], field).toBeCloseTo(plain[field] ?? Number.NaN, 12);
      }
      expect(scaled.varFrequency).not.toBe(plain.varFrequency);
    },
  );

  it.each([
    [[1, 2, 3, 4], [1, 1, 1, 1], 2.5],
    [[4, 1, 3, 2], [1, 1, 1, 1], 2.5],
    [[1, 2, 3], [1, 1, 5], 3],
    [[3.5, 4.25, 2], [0.1, 0.3, 0.2], 3.875],
    [[1, 2, 2, 9], [1, 1, 1, 1], 2],
    [[7], [0.3], 7],
  ])("the median of %j with weights %j is %f", (values, weights, expected) => {
    expect(describeIt(values, weights).median).toBe(expected);
  });

  it("has no frequency variance where the weights add up to 1 or less", () => {
    expect(describeIt([1, 2], [0.5, 0.5]).varFrequency).toBeNull();
    expect(describeIt([1, 2], [0.5, 0.6]).varFrequency).not.toBeNull();
  });

  it("has no reliability variance where one weight is all there is", () => {
    const { varReliability, sdReliability, standardErrorReliability } = describeIt(
      [1, 2],
      [1, 1e-90],
    );
    expect([varReliability, sdReliability, standardErrorReliability]).toEqual([null, null, null]);
  });

  it("finds no spread in equal values", () => {
    const { mean, varPopulation, varReliability } = describeIt([0.1, 0.1, 0.1], [0.3, 0.7, 0.9]);
    expect([mean, varPopulation, varReliability]).toEqual([0.1, 0, 0]);
    expect(describeIt([2.4, 2.4, 2.4], [0.6, 0.3, 0.4]).mean).toBe(2.4);
  });

  it("never answers -0", () => {
    const { mean, median } = describeIt([-0], [1]);
    expect([mean, median].map((value) => Object.is(value, 0))).toEqual([true, true]);
  });

  it("keeps the confidence of its interval", () => {
    const { confidenceInterval } = describeIt([1, 2, 3], [1, 1, 1], { confidence: 0.9 });
    expect(confidenceInterval?.confidence).toBe(0.9);
    expect((confidenceInterval?.upper ?? 0) - 2).toBeCloseTo(1.6448536269514722 / Math.sqrt(3), 14);
  });

  it("takes frozen input and leaves it as it is", () => {
    const values = Object.freeze([3, 1, 2]);
    const weights = Object.freeze([1, 2, 1]);
    expect(describeIt(values, weights).median).toBe(1.5);
    expect([values, weights]).toEqual([
      [3, 1, 2],
      [1, 2, 1],
    ]);
  });
});

describe("describeWeighted refuses", () => {
  it.each([
    [
      [1, 2],
      [1],
      { code: "stats/length-mismatch", path: ["weights"], params: { values: 2, weights: 1 } },
    ],
    [
      [1],
      [-0.5],
      { code: "stats/negative-weight", path: ["weights", 0], params: { received: -0.5 } },
    ],
    [[1], [Number.NaN], { code: "stats/not-finite", path: ["weights", 0] }],
    [[1], [Number.POSITIVE_INFINITY], { code: "stats/not-finite", path: ["weights", 0] }],
    [[1, Number.NaN], [1, 1], { code: "stats/not-finite", path: ["values", 1] }],
    [[1, 1e101], [1, 1], { code: "stats/not-finite", path: ["values", 1] }],
  ])("%j with weights %j", (values, weights, issue) => {
    const result = describeWeighted(values, weights);
    expect(result).toMatchObject({ ok: false, issues: [issue] });
    expect(result.ok ? 0 : result.issues.length).toBe(1);
  });

  it.each([0, 1, Number.NaN])("the confidence %f", (confidence) => {
    expect(describeWeighted([1], [1], { confidence })).toMatchObject({
      ok: false,
      issues: [{ code: "stats/out-of-range", path: ["confidence"] }],
    });
  });

  it("all at once", () => {
    const result = describeWeighted([Number.NaN, 1], [-1], { confidence: 2 });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual([
      "stats/not-finite",
      "stats/length-mismatch",
      "stats/negative-weight",
      "stats/out-of-range",
    ]);
  });
});
