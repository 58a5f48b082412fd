import { issueAt } from "../kernel/issue-at.js";
import type { Issue } from "../kernel/types.js";
import { isUsable } from "./is-usable.js";
import { INVALID_OPTION } from "./issues.js";
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
  return known ? [] : [issueAt(INVALID_OPTION, path)];
}

/** Tells whether a number is an age in days. */
export function isAge(days: number): boolean {
  return isUsable(days) && days >= 0;
}
