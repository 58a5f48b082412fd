import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkDate, dayNumber } from "./day-number.js";
import { endOfDayMs } from "./end-of-date.js";
import { DATE_OUT_OF_RANGE, DATE_SKIPPED } from "./issues.js";
import type { CalendarDate, Instant } from "./types.js";
import { checkZone } from "./zone-offset.js";

/**
 * Finds the instant at which a calendar date has ended in a time zone.
 *
 * @remarks The instant is exclusive: the first one after the day. It need not be a midnight, since
 * clocks may jump over it. Where clocks go back over midnight the day ends when it is over for good.
 * A date that a zone skipped ends where the calendar jumped over it, and the result carries the
 * warning `values/date-skipped`.
 * @param date - the calendar date.
 * @param zone - an IANA name such as `Europe/Berlin`.
 * @returns the instant in UTC; or `values/date-invalid`, `values/zone-unknown` or, at the end of the
 *   year 9999, `values/date-out-of-range`.
 * @example
 * ```ts
 * import { endOfDateInZone } from "truescore/values";
 *
 * const end = endOfDateInZone("2025-03-31", "Europe/Berlin");
 * end.ok && end.value; // => "2025-03-31T22:00:00.000Z"
 * ```
 */
export function endOfDateInZone(date: CalendarDate, zone: string): Result<Instant> {
  const day = dayNumber(date);
  const issues = [...checkDate(date, ["date"]), ...checkZone(zone)];
  if (day === null || issues.length > 0) return fail(issues);
  const end = endOfDayMs(day, zone);
  const instant = new Date(end).toISOString();
  if (!/^\d{4}-/.test(instant)) return fail([createIssue(DATE_OUT_OF_RANGE, { params: {} })]);
  if (endOfDayMs(day - 1, zone) < end) return ok(instant);
  const params = { date, zone };
  return ok(instant, [createIssue(DATE_SKIPPED, { path: ["date"], params, severity: "warning" })]);
}
