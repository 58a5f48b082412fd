import { LARGEST_DEGREES_OF_FREEDOM } from "./defaults.js";
import { finiteOrNull } from "./finite-or-null.js";
import {
  betaPrimeQuantile,
  betaPrimeTails,
  INFINITE_SHAPE,
  type Tails,
} from "./incomplete-beta.js";

/**
 * Computes the probability that a chi-square variable is at most `x`.
 *
 * @remarks The regularised incomplete gamma function of `x / 2` (Abramowitz and Stegun 1964, 26.4.19),
 * to 1e-12 relative for degrees of freedom up to 1e6, computed as the limit of the incomplete beta
 * function. Above the median the result runs into 1;
 * {@link chiSquareSurvival} keeps the digits of the upper tail.
 * @param x - the point; below 0 the probability is 0; may be infinite.
 * @param df - degrees of freedom, above 0 and at most 1e9, not necessarily whole.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { chiSquareCdf } from "truescore/stats";
 *
 * chiSquareCdf(3.84, 1)?.toFixed(6); // => "0.949956"
 * ```
 */
export function chiSquareCdf(x: number, df: number): number | null {
  return finiteOrNull(tailsAt(x, df).lower);
}

/**
 * Computes the probability that a chi-square variable is above `x`: the p value of a chi-square
 * test, to its last digits however small it is.
 *
 * @remarks See {@link chiSquareCdf}.
 * @param x - the point; below 0 the probability is 1; may be infinite.
 * @param df - degrees of freedom, above 0 and at most 1e9, not necessarily whole.
 * @returns the probability, 0 to 1; `null` where an argument is out of its domain.
 * @example
 * ```ts
 * import { chiSquareSurvival } from "truescore/stats";
 *
 * chiSquareSurvival(3.84, 1)?.toFixed(6); // => "0.050044"
 * ```
 */
export function chiSquareSurvival(x: number, df: number): number | null {
  return finiteOrNull(tailsAt(x, df).upper);
}

/**
 * Finds the value that a chi-square variable stays below with probability `p`.
 *
 * @remarks The inverse of {@link chiSquareCdf}, to 1e-12 relative.
 * @param p - the probability, from 0 to below 1.
 * @param df - degrees of freedom, above 0 and at most 1e9, not necessarily whole.
 * @returns the quantile, 0 or more; `null` where an argument is out of its domain or the quantile is
 *   out of the range of doubles, as at `p` = 1.
 * @example
 * ```ts
 * import { chiSquareQuantile } from "truescore/stats";
 *
 * chiSquareQuantile(0.95, 1)?.toFixed(6); // => "3.841459"
 * ```
 */
export function chiSquareQuantile(p: number, df: number): number | null {
  if (!(p >= 0 && p < 1 && isInDomain(df))) return null;
  if (p === 0) return 0;
  const ratio = betaPrimeQuantile(df / 2, INFINITE_SHAPE, { lower: p, upper: 1 - p });
  return finiteOrNull(2 * INFINITE_SHAPE * ratio);
}

function tailsAt(x: number, df: number): Tails {
  if (!isInDomain(df)) return { lower: Number.NaN, upper: Number.NaN };
  return betaPrimeTails(df / 2, INFINITE_SHAPE, Math.max(x, 0) / 2 / INFINITE_SHAPE);
}

function isInDomain(df: number): boolean {
  return df > 0 && df <= LARGEST_DEGREES_OF_FREEDOM;
}
