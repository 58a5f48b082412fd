import { MAD_SCALE } from "./defaults.js";
import { sortPresent } from "./present-values.js";
import { quantileOfSorted } from "./quantile-of-sorted.js";
import type { SampleDescription } from "./types.js";

type OrderStatistics = Pick<
  SampleDescription,
  | "min"
  | "max"
  | "median"
  | "lowerQuartile"
  | "upperQuartile"
  | "iqr"
  | "quantiles"
  | "madRaw"
  | "madScaled"
>;

/** Ends, quantiles and median absolute deviation of a sorted sample. */
export function describeOrder(
  sorted: readonly number[],
  probabilities: readonly number[],
): OrderStatistics {
  const median = quantileOfSorted(sorted, 0.5);
  const lowerQuartile = quantileOfSorted(sorted, 0.25);
  const upperQuartile = quantileOfSorted(sorted, 0.75);
  const distances = sortPresent(sorted.map((value) => Math.abs(value - (median ?? 0))));
  const madRaw = quantileOfSorted(distances, 0.5);
  return {
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
    median,
    lowerQuartile,
    upperQuartile,
    iqr: lowerQuartile === null || upperQuartile === null ? null : upperQuartile - lowerQuartile,
    quantiles: probabilities.map((p) => ({ p, value: quantileOfSorted(sorted, p) })),
    madRaw,
    madScaled: madRaw === null ? null : MAD_SCALE * madRaw,
  };
}
