import { dayNumber } from "./day-number.js";

/**
 * Tells whether a text is a calendar date, `YYYY-MM-DD`, that exists.
 *
 * @param text - the text to look at.
 * @returns `true` for an existing day of the years 0001 to 9999.
 * @example
 * ```ts
 * import { isCalendarDate } from "truescore/values";
 *
 * isCalendarDate("2024-02-29"); // => true
 * isCalendarDate("2025-02-29"); // => false
 * isCalendarDate("2025-2-9"); // => false
 * ```
 */
export function isCalendarDate(text: string): boolean {
  return dayNumber(text) !== null;
}
