import { describe, expect, it } from "vitest";
import { quantile } from "../../../src/stats/quantile.js";

describe("quantile", () => {
  it.each([
    [[5, 1, 2, 4], 0, 1],
    [[5, 1, 2, 4], 0.25, 1.75],
    [[5, 1, 2, 4], 0.5, 3],
    [[5, 1, 2, 4], 1, 5],
    [[7], 0.3, 7],
    [[null, 2, null, 4], 0.5, 3],
    [[-1e100, 1e100], 1, 1e100],
    [[], 0.5, null],
    [[null], 0.5, null],
  ])("of %j at %f is %f", (values, p, expected) => {
    expect(quantile(values, p)).toEqual({ ok: true, value: expected, warnings: [] });
  });

  it("leaves frozen input as it is", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(quantile(values, 0.5)).toMatchObject({ value: 2 });
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses the probability %f", (p) => {
    expect(quantile([1], p)).toMatchObject({
      ok: false,
      issues: [{ code: "stats/out-of-range", path: ["p"], params: { expected: "from 0 to 1" } }],
    });
  });

  it("refuses every entry that is no number", () => {
    expect(quantile([1, Number.NaN, Number.NEGATIVE_INFINITY], 0.5)).toMatchObject({
      ok: false,
      issues: [
        { code: "stats/not-finite", path: [1] },
        { code: "stats/not-finite", path: [2] },
      ],
    });
  });
});
