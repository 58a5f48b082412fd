import { ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { periodDays } from "./period-days.js";
import type { Period } from "./types.js";

/**
 * Counts the days of a period, both ends included.
 *
 * @param period - the period.
 * @returns the number of days, 1 or more; or `values/date-invalid` and `values/period-order`.
 * @example
 * ```ts
 * import { daysIn } from "truescore/values";
 *
 * const days = daysIn({ start: "2024-01-01", end: "2024-12-31" });
 * days.ok && days.value; // => 366
 * ```
 */
export function daysIn(period: Period): Result<number> {
  const days = periodDays(period);
  return days.ok ? ok(days.value.last - days.value.first + 1) : days;
}
