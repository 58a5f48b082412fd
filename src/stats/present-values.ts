import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { LARGEST_MAGNITUDE } from "./defaults.js";
import { NOT_FINITE, OUT_OF_RANGE } from "./issues.js";

/** Finds the entries that are neither `null` nor a usable number, each with its place. */
export function checkNumbers(
  values: readonly (number | null)[],
  what: string,
  path: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null || isUsable(value)) continue;
    const params = { what, received: String(value) };
    issues.push(createIssue(NOT_FINITE, { path: [...path, index], params }));
  }
  return issues;
}

/** The issue of a number outside its bounds, at the place that has its name. */
export function outOfRange(name: string, expected: string, received: number): Issue {
  const params = { what: `"${name}"`, expected, received: String(received) };
  return createIssue(OUT_OF_RANGE, { path: [name], params });
}

/** Finds a confidence that is no share between 0 and 1. */
export function checkConfidence(confidence: number): Issue[] {
  const isShare = confidence > 0 && confidence < 1;
  return isShare ? [] : [outOfRange("confidence", "between 0 and 1", confidence)];
}

/** The numbers of a list in ascending order, without its nulls, and with 0 for −0. */
export function sortPresent(values: readonly (number | null)[]): number[] {
  return values.flatMap((value) => (value === null ? [] : value + 0)).sort((a, b) => a - b);
}

function isUsable(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= LARGEST_MAGNITUDE;
}
