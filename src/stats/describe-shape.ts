import { exactSum } from "../kernel/exact-sum.js";
import type { ShapeDescription } from "./types.js";

/**
 * Skewness and excess kurtosis, as moments (type 1) and adjusted for the sample size (type 2, as
 * SAS and Excel print them); Joanes and Gill (1998).
 */
export function describeShape(
  values: readonly number[],
  mean: number,
  sdPopulation: number,
): ShapeDescription {
  const n = values.length;
  const scores = values.map((value) => (value - mean) / sdPopulation);
  const skewness = exactSum(scores.map((z) => z * z * z)) / n;
  const excessKurtosis = exactSum(scores.map((z) => z * z * z * z)) / n - 3;
  return {
    skewness,
    skewnessAdjusted: n < 3 ? null : (skewness * Math.sqrt(n * (n - 1))) / (n - 2),
    excessKurtosis,
    excessKurtosisAdjusted:
      n < 4 ? null : (((n + 1) * excessKurtosis + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
}

/** The shape of a sample that has none. */
export const NO_SHAPE: ShapeDescription = /* @__PURE__ */ Object.freeze({
  skewness: null,
  skewnessAdjusted: null,
  excessKurtosis: null,
  excessKurtosisAdjusted: null,
});
