import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkNumbers, outOfRange, sortPresent } from "./present-values.js";
import { quantileOfSorted } from "./quantile-of-sorted.js";

/**
 * Computes a quantile of a sample by linear interpolation between order statistics.
 *
 * @remarks Type 7 of Hyndman and Fan (1996), the default of R, NumPy and spreadsheets: the value at
 * position `(n − 1)·p` of the sorted sample, counted from 0. Nulls are left out.
 * @param values - the numbers, in any order, `null` where one is missing.
 * @param p - the probability, 0 to 1: 0.5 for the median, 0.25 for the lower quartile.
 * @returns the quantile, `null` where no value is present; or an issue for every entry that is no
 *   number (`stats/not-finite`, with its index) and for a `p` out of bounds (`stats/out-of-range`).
 * @example
 * ```ts
 * import { quantile } from "truescore/stats";
 *
 * quantile([5, 1, 2, 4], 0.25); // => { ok: true, value: 1.75, warnings: [] }
 * quantile([], 0.5); // => { ok: true, value: null, warnings: [] }
 * ```
 */
export function quantile(values: readonly (number | null)[], p: number): Result<number | null> {
  const issues = checkNumbers(values, "A value", []);
  if (!(p >= 0 && p <= 1)) issues.push(outOfRange("p", "from 0 to 1", p));
  return issues.length > 0 ? fail(issues) : ok(quantileOfSorted(sortPresent(values), p));
}
