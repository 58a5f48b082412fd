import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { dayNumber } from "./day-number.js";
import { INSTANT_INVALID, INSTANT_WITHOUT_OFFSET } from "./issues.js";
import type { Instant } from "./types.js";

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?<offset>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/** Milliseconds from 1970-01-01T00:00Z to an instant; digits beyond the milliseconds are cut. */
export function parseInstantMs(
  instant: Instant,
  path: readonly (string | number)[] = [],
): Result<number> {
  const dated = typeof instant === "string" && dayNumber(instant.slice(0, 10)) !== null;
  const found = dated ? INSTANT.exec(instant) : null;
  if (found?.groups?.["offset"] !== undefined) return ok(Date.parse(instant));
  const definition = found === null ? INSTANT_INVALID : INSTANT_WITHOUT_OFFSET;
  return fail([createIssue(definition, { path, params: { received: String(instant) } })]);
}

/** Everything that is wrong with an instant: the one check of the schema and the operations. */
export function checkInstant(instant: Instant): readonly Issue[] {
  const parsed = parseInstantMs(instant);
  return parsed.ok ? [] : parsed.issues;
}
