import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkDate, dayNumber } from "./day-number.js";
import { PERIOD_ORDER } from "./issues.js";
import type { Period } from "./types.js";

/** The first and the last day number of a period, or what is wrong with it under a path. */
export function periodDays(
  period: Period,
  path: readonly (string | number)[] = [],
): Result<{ readonly first: number; readonly last: number }> {
  const { start, end } = period;
  const [first, last] = [dayNumber(start), dayNumber(end)];
  if (first === null || last === null) {
    return fail([...checkDate(start, [...path, "start"]), ...checkDate(end, [...path, "end"])]);
  }
  if (first <= last) return ok({ first, last });
  return fail([createIssue(PERIOD_ORDER, { path: [...path, "end"], params: { start, end } })]);
}

/** Everything that is wrong with a period: the one check of the schema and the operations. */
export function checkPeriod(period: Period): readonly Issue[] {
  const days = periodDays(period);
  return days.ok ? [] : days.issues;
}
