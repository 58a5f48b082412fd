import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { periodDays } from "./period-days.js";
import type { Period } from "./types.js";

/** How much of a period a part of it covers. */
export interface Proration {
  /** Days of the part that lie in the whole, both ends included; 0 where they do not meet. */
  readonly days: number;
  /** Days of the whole, 1 or more. */
  readonly of: number;
  /** `days / of`, 0 to 1, unrounded. */
  readonly fraction: number;
}

/**
 * Computes which share of a period another one covers, by inclusive days.
 *
 * @remarks Only the overlap counts, so a part may begin before the whole or end after it. Leap days
 * count like any other day.
 * @param part - the period that counts, such as an employment.
 * @param whole - the period it is measured by, such as a review year.
 * @returns days, of and fraction; or `values/date-invalid` and `values/period-order` of both.
 * @example
 * ```ts
 * import { prorate } from "truescore/values";
 *
 * const employed = { start: "2013-10-12", end: "2014-06-30" };
 * const year = { start: "2013-01-01", end: "2013-12-31" };
 * const share = prorate(employed, year);
 * share.ok && share.value; // => { days: 81, of: 365, fraction: 0.2219178082191781 }
 * ```
 */
export function prorate(part: Period, whole: Period): Result<Proration> {
  const [inner, outer] = [periodDays(part, ["part"]), periodDays(whole, ["whole"])];
  if (!inner.ok || !outer.ok) {
    return fail([...(inner.ok ? [] : inner.issues), ...(outer.ok ? [] : outer.issues)]);
  }
  const first = Math.max(inner.value.first, outer.value.first);
  const last = Math.min(inner.value.last, outer.value.last);
  const days = Math.max(0, last - first + 1);
  const of = outer.value.last - outer.value.first + 1;
  return ok({ days, of, fraction: days / of });
}
