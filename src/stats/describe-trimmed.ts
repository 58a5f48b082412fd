import { confidenceInterval } from "./confidence-interval.js";
import { meanOf, sumOfSquares } from "./deviation-sums.js";
import { studentTQuantile } from "./student-t.js";
import type { TrimmedDescription } from "./types.js";

/**
 * Trims and winsorizes a sorted sample by its order statistics: `g = ⌊trim · n⌋` values at each end.
 * The standard error is Yuen's (1974), winsorized standard deviation over `(1 − 2·trim)·√n`, with
 * n − 2g − 1 degrees of freedom.
 */
export function describeTrimmed(
  sorted: readonly number[],
  { trim, confidence }: { readonly trim: number; readonly confidence: number },
): TrimmedDescription {
  const n = sorted.length;
  if (n === 0) return EMPTY;
  // The nudge keeps 0.29 · 100 = 28.999999999999996 at 29 values.
  const cut = Math.min(Math.floor(trim * n + 1e-9), Math.floor((n - 1) / 2));
  const kept = sorted.slice(cut, n - cut);
  const low = kept[0] as number;
  const high = kept.at(-1) as number;
  const winsorized = sorted.map((value) => Math.min(Math.max(value, low), high));
  const trimmedMean = meanOf(kept);
  const winsorizedMean = meanOf(winsorized);
  const winsorizedSd = n < 2 ? null : Math.sqrt(sumOfSquares(winsorized, winsorizedMean) / (n - 1));
  const trimmedStandardError =
    winsorizedSd === null ? null : winsorizedSd / ((1 - 2 * trim) * Math.sqrt(n));
  const trimmedConfidenceInterval = confidenceInterval(
    { estimate: trimmedMean, standardError: trimmedStandardError, confidence },
    (p) => studentTQuantile(p, kept.length - 1),
  );
  return {
    trimmedMean,
    trimmedStandardError,
    trimmedConfidenceInterval,
    winsorizedMean,
    winsorizedSd,
  };
}

const EMPTY: TrimmedDescription = /* @__PURE__ */ Object.freeze({
  trimmedMean: null,
  trimmedStandardError: null,
  trimmedConfidenceInterval: null,
  winsorizedMean: null,
  winsorizedSd: null,
});
