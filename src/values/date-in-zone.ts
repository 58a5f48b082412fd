import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { DAY_MS, dateOfDay } from "./day-number.js";
import { DATE_OUT_OF_RANGE } from "./issues.js";
import { parseInstantMs } from "./parse-instant.js";
import type { CalendarDate, Instant } from "./types.js";
import { checkZone, zoneOffsetMs } from "./zone-offset.js";

/**
 * Tells which calendar date an instant falls on in a time zone.
 *
 * @remarks The zone is always the caller's; the machine's own zone plays no part. The rules are those
 * of the engine's time zone database. Digits beyond the milliseconds are cut.
 * @param instant - the moment, with `Z` or an offset.
 * @param zone - an IANA name such as `Europe/Berlin` or `UTC`.
 * @returns the date; or `values/instant-invalid`, `values/instant-without-offset`,
 *   `values/zone-unknown` or `values/date-out-of-range`.
 * @example
 * ```ts
 * import { dateInZone } from "truescore/values";
 *
 * const date = dateInZone("2025-03-31T22:00:00Z", "Europe/Berlin");
 * date.ok && date.value; // => "2025-04-01"
 * ```
 */
export function dateInZone(instant: Instant, zone: string): Result<CalendarDate> {
  const parsed = parseInstantMs(instant, ["instant"]);
  const issues = [...(parsed.ok ? [] : parsed.issues), ...checkZone(zone)];
  if (!parsed.ok || issues.length > 0) return fail(issues);
  const local = parsed.value + zoneOffsetMs(zone, parsed.value);
  const date = dateOfDay(Math.floor(local / DAY_MS));
  return date === null ? fail([createIssue(DATE_OUT_OF_RANGE, { params: {} })]) : ok(date);
}
