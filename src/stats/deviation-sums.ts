import { exactSum } from "../kernel/exact-sum.js";

/** Mean of a sample that is not empty: the exact sum over n, held within the values. */
export function meanOf(sorted: readonly number[]): number {
  const mean = exactSum(sorted) / sorted.length;
  return Math.min(Math.max(mean, sorted[0] as number), sorted.at(-1) as number);
}

/**
 * Sum of squared deviations from the mean, in two passes, with the part taken back that the
 * rounding of the mean adds (Chan, Golub and LeVeque 1983). Equal values give 0.
 */
export function sumOfSquares(values: readonly number[], mean: number): number {
  const deviations = values.map((value) => value - mean);
  const drift = exactSum(deviations);
  return Math.max(exactSum([...deviations.map((d) => d * d), -(drift * drift) / values.length]), 0);
}
