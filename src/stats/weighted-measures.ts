import { sumOfProducts } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { confidenceInterval } from "./confidence-interval.js";
import { WEIGHT_TOLERANCE } from "./defaults.js";
import { normalQuantile } from "./normal.js";
import type { WeightedDescription } from "./types.js";

/** A value with its weight. */
export interface WeightedValue {
  /** The value. */
  readonly x: number;
  /** The weight, above 0. */
  readonly w: number;
}

type Measures = Omit<WeightedDescription, "n" | "missing" | "zeroWeights">;

/** Every measure of weighted values in ascending order. */
export function measureWeighted(pairs: readonly WeightedValue[], confidence: number): Measures {
  const n = pairs.length;
  if (n === 0) return NO_MEASURES;
  const values = pairs.map(({ x }) => x);
  const sumWeights = exactSum(pairs.map(({ w }) => w));
  const weights = scaleWeights(pairs);
  const v1 = exactSum(weights);
  const squaredWeights = weights.map((w) => w * w);
  const kishEffectiveN = (v1 * v1) / exactSum(squaredWeights);
  const mean = weightedMeanOf(values, weights, v1);
  const deviations = values.map((x) => (x - mean) ** 2);
  const varPopulation = sumOfProducts(weights, deviations) / v1;
  const freedom = 1 - 1 / kishEffectiveN;
  const varReliability = n < 2 || !(freedom > 0) ? null : varPopulation / freedom;
  const sdReliability = varReliability === null ? null : Math.sqrt(varReliability);
  const standardErrorLinearized =
    n < 2 ? null : Math.sqrt((n / (n - 1)) * sumOfProducts(squaredWeights, deviations)) / v1;
  return {
    sumWeights,
    kishEffectiveN,
    mean,
    varReliability,
    sdReliability,
    varFrequency: sumWeights > 1 ? varPopulation * (sumWeights / (sumWeights - 1)) : null,
    varPopulation,
    standardErrorReliability:
      sdReliability === null ? null : sdReliability / Math.sqrt(kishEffectiveN),
    standardErrorLinearized,
    confidenceInterval: confidenceInterval(
      { estimate: mean, standardError: standardErrorLinearized, confidence },
      normalQuantile,
    ),
    median: weightedMedian(values, weights, v1),
  };
}

/** Weights over a power of two near the largest: no square underflows, and no digit is lost. */
function scaleWeights(pairs: readonly WeightedValue[]): number[] {
  const largest = pairs.reduce((most, { w }) => Math.max(most, w), 0);
  const scale = 2 ** Math.floor(Math.log2(largest));
  return pairs.map(({ w }) => w / scale);
}

/** The weighted mean, held within the values: the mean of equal values is that value. */
function weightedMeanOf(
  sorted: readonly number[],
  weights: readonly number[],
  total: number,
): number {
  const mean = sumOfProducts(weights, sorted) / total;
  return Math.min(Math.max(mean, sorted[0] as number), sorted.at(-1) as number);
}

function weightedMedian(
  sorted: readonly number[],
  weights: readonly number[],
  total: number,
): number {
  let reached = 0;
  for (const [index, x] of sorted.entries()) {
    reached += 2 * (weights[index] as number);
    if (reached < total * (1 - WEIGHT_TOLERANCE)) continue;
    const isHalf = reached <= total * (1 + WEIGHT_TOLERANCE);
    return isHalf ? (x + (sorted[index + 1] ?? x)) / 2 : x;
  }
  return sorted.at(-1) as number;
}

const NO_MEASURES: Measures = /* @__PURE__ */ Object.freeze({
  sumWeights: 0,
  kishEffectiveN: null,
  mean: null,
  varReliability: null,
  sdReliability: null,
  varFrequency: null,
  varPopulation: null,
  standardErrorReliability: null,
  standardErrorLinearized: null,
  confidenceInterval: null,
  median: null,
});
