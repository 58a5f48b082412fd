import { issueAt } from "../kernel/issue-at.js";
import type { Issue } from "../kernel/types.js";
import { isUsable } from "./is-usable.js";
import { INVALID_LABEL, INVALID_WEIGHT, WEIGHT_ALL_ZERO } from "./issues.js";
import type { LabelledWeight } from "./types.js";

/** Everything that is wrong with each weight of a list and its label, apart from their sum. */
export function checkWeightList(weights: readonly LabelledWeight[]): Issue[] {
  const seen = new Set([""]);
  const issues: Issue[] = [];
  weights.forEach(({ label, weight }, index) => {
    if (seen.has(label)) issues.push(issueAt(INVALID_LABEL, [index, "label"]));
    seen.add(label);
    if (!isUsable(weight) || weight < 0) issues.push(issueAt(INVALID_WEIGHT, [index, "weight"]));
  });
  return issues;
}

/** The same, and an issue where no weight is above 0. */
export function checkRelativeWeights(weights: readonly LabelledWeight[]): Issue[] {
  const issues = checkWeightList(weights);
  if (issues.length === 0 && weights.every(({ weight }) => weight === 0)) {
    issues.push(issueAt(WEIGHT_ALL_ZERO, []));
  }
  return issues;
}
