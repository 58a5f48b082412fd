import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkDate, dayNumber } from "./day-number.js";
import { endOfDayMs } from "./end-of-date.js";
import { parseInstantMs } from "./parse-instant.js";
import type { CalendarDate, Instant } from "./types.js";
import { checkZone } from "./zone-offset.js";

/**
 * Tells whether something happened before the end of its deadline's day.
 *
 * @remarks A deadline is met until the last instant of its day in the zone, see `endOfDateInZone`.
 * @param deadline - the last day.
 * @param instant - when it happened, with `Z` or an offset.
 * @param zone - an IANA name such as `Europe/Berlin`.
 * @returns `true` where it was in time; or `values/date-invalid`, `values/instant-invalid`,
 *   `values/instant-without-offset` or `values/zone-unknown`.
 * @example
 * ```ts
 * import { isDeadlineMet } from "truescore/values";
 *
 * const met = isDeadlineMet("2025-03-31", "2025-03-31T21:59:59.999Z", "Europe/Berlin");
 * met.ok && met.value; // => true
 * const late = isDeadlineMet("2025-03-31", "2025-03-31T22:00:00Z", "Europe/Berlin");
 * late.ok && late.value; // => false
 * ```
 */
export function isDeadlineMet(
  deadline: CalendarDate,
  instant: Instant,
  zone: string,
): Result<boolean> {
  const day = dayNumber(deadline);
  const parsed = parseInstantMs(instant, ["instant"]);
  const issues = [
    ...checkDate(deadline, ["deadline"]),
    ...(parsed.ok ? [] : parsed.issues),
    ...checkZone(zone),
  ];
  if (day === null || !parsed.ok || issues.length > 0) return fail(issues);
  return ok(parsed.value < endOfDayMs(day, zone));
}
