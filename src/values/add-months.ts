import { tz } from "@date-fns/tz/tz";
import { addMonths as addMonthsToDate } from "date-fns/addMonths";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkDate, DAY_MS, dateOfDay, dayNumber } from "./day-number.js";
import { DATE_OUT_OF_RANGE, OUT_OF_RANGE } from "./issues.js";
import type { CalendarDate } from "./types.js";

/** Months that fit into the years 0001 to 9999. */
const MOST_MONTHS = 119_988;

/**
 * Moves a date by a number of months, to the end of the month where the day does not exist there.
 *
 * @remarks To repeat a date every six months, add 6, 12, 18 months to the first one: adding to the
 * date before would keep the 29th once a February has cut the 31st.
 * @param date - the calendar date to start from.
 * @param months - how many months, a whole number from −119988 to 119988.
 * @returns the date; or `values/date-invalid`, `values/out-of-range` or `values/date-out-of-range`.
 * @example
 * ```ts
 * import { addMonths } from "truescore/values";
 *
 * const due = addMonths("2024-08-31", 6);
 * due.ok && due.value; // => "2025-02-28"
 * ```
 */
export function addMonths(date: CalendarDate, months: number): Result<CalendarDate> {
  const day = dayNumber(date);
  const issues = checkDate(date, ["date"]);
  if (!(Number.isInteger(months) && Math.abs(months) <= MOST_MONTHS)) {
    const expected = `a whole number from -${MOST_MONTHS} to ${MOST_MONTHS}`;
    const params = { what: "The months", expected, received: String(months) };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["months"], params }));
  }
  if (day === null || issues.length > 0) return fail(issues);
  const moved = addMonthsToDate(day * DAY_MS, months, { in: tz("UTC") });
  const result = dateOfDay(moved.getTime() / DAY_MS);
  return result === null ? fail([createIssue(DATE_OUT_OF_RANGE, { params: {} })]) : ok(result);
}
