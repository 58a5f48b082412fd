import { studentTCdf, studentTQuantile } from "./student-t.js";

/**
 * Computes the probability that a standard normal variable is at most `z`.
 *
 * @remarks To 1e-12 relative, computed as the t distribution with infinite degrees of freedom. Above
 * 0 the result runs into 1; {@link normalSurvival} keeps the digits of the upper tail.
 * @param z - the point, in standard deviations from the mean; may be infinite.
 * @returns the probability, 0 to 1; `null` where `z` is not a number.
 * @example
 * ```ts
 * import { normalCdf } from "truescore/stats";
 *
 * normalCdf(0); // => 0.5
 * normalCdf(1.96)?.toFixed(6); // => "0.975002"
 * ```
 */
export function normalCdf(z: number): number | null {
  return studentTCdf(z, Number.POSITIVE_INFINITY);
}

/**
 * Computes the probability that a standard normal variable is above `z`, to its last digits however
 * small it is.
 *
 * @remarks `normalCdf(-z)`; a two-sided p value is twice this at `|z|`.
 * @param z - the point, in standard deviations from the mean; may be infinite.
 * @returns the probability, 0 to 1; `null` where `z` is not a number.
 * @example
 * ```ts
 * import { normalSurvival } from "truescore/stats";
 *
 * normalSurvival(6)?.toExponential(6); // => "9.865876e-10"
 * ```
 */
export function normalSurvival(z: number): number | null {
  return normalCdf(-z);
}

/**
 * Finds the value that a standard normal variable stays below with probability `p`.
 *
 * @remarks The inverse of {@link normalCdf}, to 1e-12 relative.
 * @param p - the probability, between 0 and 1.
 * @returns the quantile, in standard deviations; `null` where `p` is not between 0 and 1, and at 0
 *   and 1, where the quantile is infinite.
 * @example
 * ```ts
 * import { normalQuantile } from "truescore/stats";
 *
 * normalQuantile(0.975)?.toFixed(6); // => "1.959964"
 * ```
 */
export function normalQuantile(p: number): number | null {
  return studentTQuantile(p, Number.POSITIVE_INFINITY);
}
