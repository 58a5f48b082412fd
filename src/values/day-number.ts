import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { DATE_INVALID } from "./issues.js";
import type { CalendarDate } from "./types.js";

/** Milliseconds of a day in UTC. */
export const DAY_MS = 86_400_000;

/** Days from 1970-01-01 to a date, or `null` where the text is no existing date. */
export function dayNumber(date: CalendarDate): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Engines differ on 30 February: some refuse it, some read 2 March.
  const day = ms / DAY_MS;
  return Number.isNaN(ms) || dateOfDay(day) !== date ? null : day;
}

/** The date of a day number, or `null` outside the years 0001 to 9999. */
export function dateOfDay(day: number): CalendarDate | null {
  return isDayInRange(day) ? new Date(day * DAY_MS).toISOString().slice(0, 10) : null;
}

/** Tells whether a day number lies in the years 0001 to 9999. */
export function isDayInRange(day: number): boolean {
  return day >= -719_162 && day <= 2_932_896;
}

/** An issue where a text is no calendar date: the one check of the schema and the operations. */
export function checkDate(date: CalendarDate, path: readonly (string | number)[] = []): Issue[] {
  if (dayNumber(date) !== null) return [];
  return [createIssue(DATE_INVALID, { path, params: { received: String(date) } })];
}
