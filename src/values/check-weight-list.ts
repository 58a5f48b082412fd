import { createIssue, type IssueDefinition } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { isUsable } from "./is-usable.js";
import {
  DUPLICATE_LABEL,
  EMPTY_LABEL,
  WEIGHT_ALL_ZERO,
  WEIGHT_NEGATIVE,
  WEIGHT_NOT_FINITE,
} from "./issues.js";
import type { LabelledWeight } from "./types.js";

/** An issue of one labelled entry of a list. */
export function entryIssue(
  definition: IssueDefinition<`${string}{label}${string}`>,
  path: readonly (string | number)[],
  label: string,
): Issue {
  return createIssue(definition, { path, params: { label } });
}

/** Everything that is wrong with each weight of a list and its label, apart from their sum. */
export function checkWeightList(weights: readonly LabelledWeight[]): Issue[] {
  const seen = new Set([""]);
  const issues: Issue[] = [];
  weights.forEach(({ label, weight }, index) => {
    if (seen.has(label)) {
      const definition = label === "" ? EMPTY_LABEL : DUPLICATE_LABEL;
      issues.push(entryIssue(definition, [index, "label"], label));
    }
    seen.add(label);
    if (!isUsable(weight) || weight < 0) {
      const definition = weight < 0 ? WEIGHT_NEGATIVE : WEIGHT_NOT_FINITE;
      issues.push(entryIssue(definition, [index, "weight"], label));
    }
  });
  return issues;
}

/** The same, and an issue where no weight is above 0. */
export function checkRelativeWeights(weights: readonly LabelledWeight[]): Issue[] {
  const issues = checkWeightList(weights);
  if (issues.length === 0 && weights.every(({ weight }) => weight === 0)) {
    issues.push(createIssue(WEIGHT_ALL_ZERO, { params: {} }));
  }
  return issues;
}
