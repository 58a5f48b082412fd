import { finiteOrNull } from "./finite-or-null.js";
import { betaPrimeQuantile, betaPrimeTails, shapeOf } from "./incomplete-beta.js";

/**
 * Computes the probability that Student's t is at most `t`.
 *
 * @remarks Half the regularised incomplete beta function of `df / (df + t²)` (Abramowitz and Stegun
 * 1964, 26.7.1), to 1e-12 relative for `|t|` up to 1e150. Above the median the result runs into 1;
 * {@link studentTSurvival} keeps the digits of the upper tail.
 * @param t - the point; may be infinite.
 * @param df - degrees of freedom, above 0, not necessarily whole; `Infinity` gives the normal
 *   distribution.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { studentTCdf } from "truescore/stats";
 *
 * studentTCdf(1, 1)?.toFixed(6); // => "0.750000"
 * studentTCdf(1, 0); // => null
 * ```
 */
export function studentTCdf(t: number, df: number): number | null {
  if (!(df > 0)) return null;
  const shape = shapeOf(df);
  const { lower, upper } = betaPrimeTails(0.5, shape, ((t / 2) * t) / shape);
  return finiteOrNull(t < 0 ? upper / 2 : 0.5 + lower / 2);
}

/**
 * Computes the probability that Student's t is above `t`, to its last digits however small it is.
 *
 * @remarks `studentTCdf(-t, df)`; a two-sided p value is twice this at `|t|`.
 * @param t - the point; may be infinite.
 * @param df - degrees of freedom, above 0, not necessarily whole; `Infinity` gives the normal
 *   distribution.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { studentTSurvival } from "truescore/stats";
 *
 * studentTSurvival(1, 1)?.toFixed(6); // => "0.250000"
 * ```
 */
export function studentTSurvival(t: number, df: number): number | null {
  return studentTCdf(-t, df);
}

/**
 * Finds the value that Student's t stays below with probability `p`.
 *
 * @remarks The inverse of {@link studentTCdf}, to 1e-12 relative. A confidence interval of 95 % takes
 * `p = 0.975`. The distribution is symmetrical: a far upper quantile is minus the lower one.
 * @param p - the probability, between 0 and 1.
 * @param df - degrees of freedom, above 0, not necessarily whole; `Infinity` gives the normal
 *   distribution.
 * @returns the quantile; `null` where an argument is out of its domain or the quantile is not a
 *   finite number below 1e150, as at `p` = 0 and 1.
 * @example
 * ```ts
 * import { studentTQuantile } from "truescore/stats";
 *
 * studentTQuantile(0.975, 4.5)?.toFixed(6); // => "2.658912"
 * studentTQuantile(0.975, Number.NaN); // => null
 * ```
 */
export function studentTQuantile(p: number, df: number): number | null {
  if (!(p > 0 && p < 1 && df > 0)) return null;
  if (p === 0.5) return 0;
  const shape = shapeOf(df);
  const tails = { lower: Math.abs(2 * p - 1), upper: 2 * Math.min(p, 1 - p) };
  const size = Math.sqrt(2 * shape * betaPrimeQuantile(0.5, shape, tails));
  return finiteOrNull(p < 0.5 ? -size : size);
}
