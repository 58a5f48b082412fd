import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { isUsable } from "./is-usable.js";
import { MISSING_POLICY } from "./issues.js";
import type { MissingPolicy } from "./types.js";

/** Everything that is wrong with a missing policy: the one check of the schema and the operations. */
export function checkMissingPolicy(
  missing: MissingPolicy,
  path: readonly (string | number)[] = [],
): Issue[] {
  const known =
    missing === "skip" ||
    missing === "zero" ||
    missing === "fail" ||
    isAge(missing?.carryForward?.maxAgeDays);
  return known ? [] : [createIssue(MISSING_POLICY, { path, params: {} })];
}

/** Tells whether a number is an age in days. */
export function isAge(days: number): boolean {
  return isUsable(days) && days >= 0;
}
