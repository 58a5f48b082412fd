import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkDate, dayNumber } from "./day-number.js";
import { NO_WORKING_DAY, OUT_OF_RANGE } from "./issues.js";
import type { CalendarDate, Weekday } from "./types.js";

/** Which days are no working days. */
export interface WorkingDayOptions {
  /** Dates that are free; none by default. A holiday on a weekend counts once. */
  readonly holidays?: readonly CalendarDate[] | undefined;
  /** Days of the week that are free, 1 for Monday to 7 for Sunday; `[6, 7]` by default. */
  readonly weekend?: readonly Weekday[] | undefined;
}

/** A test whether a day number is a working day, or what is wrong with the options. */
export function workingDayTest({
  holidays = [],
  weekend = [6, 7],
}: WorkingDayOptions): Result<(day: number) => boolean> {
  const issues: Issue[] = holidays.flatMap((date, index) => checkDate(date, ["holidays", index]));
  weekend.forEach((weekday: number, index) => {
    if (Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) return;
    const params = {
      what: "A weekday",
      expected: "a whole number from 1 to 7",
      received: String(weekday),
    };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["weekend", index], params }));
  });
  const free = new Set<number>(weekend);
  if (issues.length === 0 && free.size === 7) {
    issues.push(createIssue(NO_WORKING_DAY, { path: ["weekend"], params: {} }));
  }
  if (issues.length > 0) return fail(issues);
  const closed = new Set(holidays.map(dayNumber));
  return ok((day) => !free.has(isoWeekday(day)) && !closed.has(day));
}

/** Day 0, 1970-01-01, was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
