import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { periodDays } from "./period-days.js";
import type { Period } from "./types.js";
import { type WorkingDayOptions, workingDayTest } from "./working-days.js";

/**
 * Counts the working days of a period, both ends included.
 *
 * @param period - the period.
 * @param options - holidays and weekend.
 * @returns the number of working days, 0 or more; or `values/date-invalid` and
 *   `values/period-order` of the period, and the issues of the options, see `addWorkingDays`.
 * @example
 * ```ts
 * import { countWorkingDays } from "truescore/values";
 *
 * const days = countWorkingDays({ start: "2025-04-14", end: "2025-04-27" });
 * days.ok && days.value; // => 10
 * ```
 */
export function countWorkingDays(period: Period, options: WorkingDayOptions = {}): Result<number> {
  const days = periodDays(period);
  const isWorking = workingDayTest(options);
  if (!days.ok || !isWorking.ok) {
    return fail([...(days.ok ? [] : days.issues), ...(isWorking.ok ? [] : isWorking.issues)]);
  }
  let count = 0;
  for (let day = days.value.first; day <= days.value.last; day += 1) {
    if (isWorking.value(day)) count += 1;
  }
  return ok(count);
}
