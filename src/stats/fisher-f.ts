import { LARGEST_DEGREES_OF_FREEDOM } from "./defaults.js";
import { finiteOrNull } from "./finite-or-null.js";
import { betaPrimeQuantile, betaPrimeTails, shapeOf, type Tails } from "./incomplete-beta.js";

/**
 * Computes the probability that Fisher's F is at most `f`.
 *
 * @remarks The regularised incomplete beta function of `df1·f / (df1·f + df2)` (Abramowitz and Stegun
 * 1964, 26.6.2), to 1e-12 relative for degrees of freedom up to 1e6. Above the median the result
 * runs into 1; {@link fisherFSurvival} keeps the digits of the upper tail.
 * @param f - the point; below 0 the probability is 0; may be infinite.
 * @param df1 - degrees of freedom of the numerator, above 0, not necessarily whole.
 * @param df2 - degrees of freedom of the denominator, above 0, not necessarily whole. Either may be
 *   infinite, but one of the two is at most 1e9.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { fisherFCdf } from "truescore/stats";
 *
 * fisherFCdf(4.5, 2, 9)?.toFixed(6); // => "0.955806"
 * ```
 */
export function fisherFCdf(f: number, df1: number, df2: number): number | null {
  return finiteOrNull(tailsAt(f, df1, df2).lower);
}

/**
 * Computes the probability that Fisher's F is above `f`: the p value of an F test, to its last
 * digits however small it is.
 *
 * @remarks See {@link fisherFCdf}.
 * @param f - the point; below 0 the probability is 1; may be infinite.
 * @param df1 - degrees of freedom of the numerator, above 0, not necessarily whole.
 * @param df2 - degrees of freedom of the denominator, above 0, not necessarily whole. Either may be
 *   infinite, but one of the two is at most 1e9.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { fisherFSurvival } from "truescore/stats";
 *
 * fisherFSurvival(4.5, 2, 9)?.toFixed(6); // => "0.044194"
 * ```
 */
export function fisherFSurvival(f: number, df1: number, df2: number): number | null {
  return finiteOrNull(tailsAt(f, df1, df2).upper);
}

/**
 * Finds the value that Fisher's F stays below with probability `p`.
 *
 * @remarks The inverse of {@link fisherFCdf}, to 1e-12 relative. A far upper quantile is
 * `1 / fisherFQuantile(q, df2, df1)` with `q` the tail above it.
 * @param p - the probability, from 0 to below 1.
 * @param df1 - degrees of freedom of the numerator, above 0, not necessarily whole.
 * @param df2 - degrees of freedom of the denominator, above 0, not necessarily whole. Either may be
 *   infinite, but one of the two is at most 1e9.
 * @returns the quantile, 0 or more; `null` where an argument is out of its domain or the quantile is
 *   out of the range of doubles, as at `p` = 1.
 * @example
 * ```ts
 * import { fisherFQuantile } from "truescore/stats";
 *
 * fisherFQuantile(0.95, 2, 9)?.toFixed(6); // => "4.256495"
 * ```
 */
export function fisherFQuantile(p: number, df1: number, df2: number): number | null {
  if (!(p >= 0 && p < 1 && isInDomain(df1, df2))) return null;
  if (p === 0) return 0;
  const a = shapeOf(df1);
  const b = shapeOf(df2);
  return finiteOrNull((betaPrimeQuantile(a, b, { lower: p, upper: 1 - p }) * b) / a);
}

function tailsAt(f: number, df1: number, df2: number): Tails {
  if (!isInDomain(df1, df2)) return { lower: Number.NaN, upper: Number.NaN };
  const a = shapeOf(df1);
  const b = shapeOf(df2);
  return betaPrimeTails(a, b, (Math.max(f, 0) * a) / b);
}

function isInDomain(df1: number, df2: number): boolean {
  return df1 > 0 && df2 > 0 && Math.min(df1, df2) <= LARGEST_DEGREES_OF_FREEDOM;
}
