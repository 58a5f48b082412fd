import type { ConfidenceInterval } from "./types.js";

/** What an interval is made of. */
interface IntervalParts {
  /** The estimate in the middle. */
  readonly estimate: number | null;
  /** Its standard error. */
  readonly standardError: number | null;
  /** Share of the interval, between 0 and 1. */
  readonly confidence: number;
}

/**
 * The interval `estimate ± quantile × standardError`, with the quantile of the probability
 * `½ + confidence / 2`; `null` where a part of it is not known.
 */
export function confidenceInterval(
  { estimate, standardError, confidence }: IntervalParts,
  quantile: (p: number) => number | null,
): ConfidenceInterval | null {
  if (estimate === null || standardError === null) return null;
  const factor = quantile(0.5 + confidence / 2);
  if (factor === null) return null;
  const margin = factor * standardError;
  return { lower: estimate - margin, upper: estimate + margin, confidence };
}
