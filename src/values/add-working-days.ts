import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkDate, dateOfDay, dayNumber, isDayInRange } from "./day-number.js";
import { DATE_OUT_OF_RANGE, OUT_OF_RANGE } from "./issues.js";
import type { CalendarDate } from "./types.js";
import { type WorkingDayOptions, workingDayTest } from "./working-days.js";

/** Working days that fit into the years 0001 to 9999. */
const MOST_DAYS = 3_652_059;

/**
 * Moves a date by a number of working days.
 *
 * @remarks Counts working days after the date, or before it for a negative number; the date itself
 * is never counted. Moving by 0 days gives the date itself, working day or not.
 * @param date - the calendar date to start from.
 * @param days - how many working days, a whole number.
 * @param options - holidays and weekend.
 * @returns the date; or `values/date-invalid` for the date and each holiday, `values/out-of-range`
 *   for the days and each weekday, `values/no-working-day`, or `values/date-out-of-range`.
 * @example
 * ```ts
 * import { addWorkingDays } from "truescore/values";
 *
 * const due = addWorkingDays("2025-04-17", 3, { holidays: ["2025-04-18", "2025-04-21"] });
 * due.ok && due.value; // => "2025-04-24"
 * ```
 */
export function addWorkingDays(
  date: CalendarDate,
  days: number,
  options: WorkingDayOptions = {},
): Result<CalendarDate> {
  const start = dayNumber(date);
  const isWorking = workingDayTest(options);
  const issues: Issue[] = checkDate(date, ["date"]);
  if (!Number.isSafeInteger(days)) {
    const params = { what: "The days", expected: "a whole number", received: String(days) };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["days"], params }));
  }
  if (!isWorking.ok) issues.push(...isWorking.issues);
  if (start === null || !isWorking.ok || issues.length > 0) return fail(issues);
  const step = Math.sign(days);
  let day = start;
  let left = Math.min(Math.abs(days), MOST_DAYS);
  while (left > 0 && isDayInRange(day)) {
    day += step;
    if (isWorking.value(day)) left -= 1;
  }
  const result = dateOfDay(day);
  return result === null ? fail([createIssue(DATE_OUT_OF_RANGE, { params: {} })]) : ok(result);
}
