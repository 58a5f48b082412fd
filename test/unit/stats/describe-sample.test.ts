import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { describeSample } from "../../../src/stats/describe-sample.js";
import type { DescribeSampleOptions } from "../../../src/stats/types.js";

const describeIt = (values: readonly (number | null)[], options?: DescribeSampleOptions) =>
  orThrow(describeSample(values, options));

describe("describeSample", () => {
  it("counts missing values and leaves them out", () => {
    const { n, missing, mean, median } = describeIt([4, null, 3, 5, null, 2, 4]);
    expect({ n, missing, mean, median }).toEqual({ n: 5, missing: 2, mean: 3.6, median: 4 });
  });

  it.each([
    ["nothing", [], 0],
    ["nulls only", [null, null], 2],
  ])("has no measures for %s", (_name, values, missing) => {
    const { n, missing: counted, quantiles, ...measures } = describeIt(values);
    expect([n, counted]).toEqual([0, missing]);
    expect(new Set(Object.values(measures))).toEqual(new Set([null]));
    expect(Object.keys(measures)).toHaveLength(23);
    expect(quantiles.map(({ value }) => value)).toEqual(Array(7).fill(null));
  });

  it.each([
    ["sdSample", 2],
    ["varSample", 2],
    ["standardError", 2],
    ["confidenceInterval", 2],
    ["winsorizedSd", 2],
    ["trimmedStandardError", 2],
    ["trimmedConfidenceInterval", 2],
    ["skewness", 2],
    ["excessKurtosis", 2],
    ["skewnessAdjusted", 3],
    ["excessKurtosisAdjusted", 4],
  ] as const)("%s needs %i values", (field, needed) => {
    const values = [2, 5, 6, 9];
    expect(describeIt(values.slice(0, needed - 1))[field]).toBeNull();
    expect(describeIt(values.slice(0, needed))[field]).not.toBeNull();
  });

  it("finds no spread and no shape in equal values, whatever their sum rounds to", () => {
    const { mean, sdSample, sdPopulation, skewness, excessKurtosis, confidenceInterval } =
      describeIt([0.1, 0.1, 0.1]);
    expect({ mean, sdSample, sdPopulation }).toEqual({ mean: 0.1, sdSample: 0, sdPopulation: 0 });
    expect({ skewness, excessKurtosis }).toEqual({ skewness: null, excessKurtosis: null });
    expect(confidenceInterval).toEqual({ lower: 0.1, upper: 0.1, confidence: 0.95 });
  });

  it("keeps the digits of a small spread far from 0", () => {
    expect(describeIt([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).varSample).toBe(30);
  });

  it("takes back what the rounding of the mean adds to the variance", () => {
    expect(describeIt([1e16, 1e16 + 2]).varSample).toBe(2);
  });

  it("adds exactly", () => {
    expect(describeIt([1e16, 1, 1, -1e16]).mean).toBe(0.5);
  });

  it("keeps the interval's confidence and widens with it", () => {
    const values = [1, 2, 4, 8];
    const { confidenceInterval: wide, trimmedConfidenceInterval: trimmed } = describeIt(values, {
      confidence: 0.99,
    });
    const { confidenceInterval: narrow } = describeIt(values);
    expect(wide?.confidence).toBe(0.99);
    expect(trimmed?.confidence).toBe(0.99);
    expect(narrow?.confidence).toBe(0.95);
    expect((wide?.upper ?? 0) - (narrow?.upper ?? 0)).toBeGreaterThan(1);
  });

  it("lists the quantiles that are asked for, in their order", () => {
    expect(describeIt([1, 2, 3, 4, 5], { probabilities: [0.75, 0.1] }).quantiles).toEqual([
      { p: 0.75, value: 4 },
      { p: 0.1, value: 1.4 },
    ]);
  });

  it("trims nothing at 0, and counts 0.29 of a hundred as 29", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => (index < 29 ? 1 : index));
    expect(describeIt(hundred, { trim: 0 }).trimmedMean).toBe(describeIt(hundred).mean);
    expect(describeIt(hundred, { trim: 0.29 }).winsorizedMean).toBe(49.5);
  });

  it("keeps at least one value however much is trimmed", () => {
    expect(describeIt([1, 9], { trim: 0.4999999999 }).trimmedMean).toBe(5);
  });

  it("never answers -0", () => {
    const { min, max, mean, median } = describeIt([-0, -0]);
    expect([min, max, mean, median].map((value) => Object.is(value, 0))).toEqual(
      Array(4).fill(true),
    );
  });

  it("takes frozen input and leaves it as it is", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(describeIt(values).median).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("describeSample refuses", () => {
  it("every entry that is no number, with its index", () => {
    const values = [1, Number.NaN, null, Number.POSITIVE_INFINITY, "4", undefined, -1.1e100];
    const result = describeSample(values as (number | null)[]);
    expect(result.ok ? [] : result.issues).toMatchObject(
      [
        [1, "NaN"],
        [3, "Infinity"],
        [4, "4"],
        [5, "undefined"],
        [6, "-1.1e+100"],
      ].map(([index, received]) => ({
        code: "stats/not-finite",
        path: [index],
        params: { what: "A value", received },
        severity: "error",
      })),
    );
  });

  it("a hole in the list", () => {
    const holes = describeSample(Array<number>(2));
    expect(holes).toMatchObject({ ok: false, issues: [{ path: [0] }, { path: [1] }] });
  });

  it.each([
    [{ confidence: 0 }, "confidence"],
    [{ confidence: 1 }, "confidence"],
    [{ confidence: Number.NaN }, "confidence"],
    [{ trim: -0.01 }, "trim"],
    [{ trim: 0.5 }, "trim"],
    [{ trim: Number.NaN }, "trim"],
    [{ probabilities: [0.5, 1.01] }, "probabilities"],
    [{ probabilities: [Number.NaN] }, "probabilities"],
  ])("the options %j", (options, name) => {
    expect(describeSample([1, 2], options)).toMatchObject({
      ok: false,
      issues: [{ code: "stats/out-of-range", path: [name] }],
    });
  });

  it("all at once", () => {
    const result = describeSample([Number.NaN], { confidence: 2, trim: 2, probabilities: [2] });
    expect(result.ok ? 0 : result.issues.length).toBe(4);
  });

  it("says what is wrong in plain English", () => {
    const result = describeSample([Number.NaN], { trim: 0.5 });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      "A value must be a finite number of at most 1e100 in magnitude, found NaN.",
      '"trim" must be from 0 to below 0.5, found 0.5.',
    ]);
  });
});
