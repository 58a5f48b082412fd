import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { FOLD_CYCLE, FOLD_IDENTIFIED, FOLD_TWICE, UNKNOWN_FOLD_GROUP } from "./issues.js";
import type { CountFold } from "./types.js";

/**
 * Finds everything that is wrong with folds: groups that are not there, identified groups, two
 * folds from one group, and circles. Paths start at `policy`, `folds`.
 */
export function checkFolds(
  groups: readonly { readonly id: string; readonly identified?: boolean | undefined }[],
  folds: readonly CountFold[],
): Issue[] {
  const issues: Issue[] = [];
  const identified = new Map(groups.map((group) => [group.id, group.identified === true]));
  const target = new Map<string, string>();
  folds.forEach((fold, index) => {
    for (const end of ["from", "into"] as const) {
      const path = ["policy", "folds", index, end];
      const group = fold[end];
      const known = identified.get(group);
      if (known === undefined)
        issues.push(createIssue(UNKNOWN_FOLD_GROUP, { path, params: { group } }));
      if (known === true) issues.push(createIssue(FOLD_IDENTIFIED, { path, params: { group } }));
    }
    if (target.has(fold.from)) {
      const path = ["policy", "folds", index, "from"];
      issues.push(createIssue(FOLD_TWICE, { path, params: { group: fold.from } }));
    } else target.set(fold.from, fold.into);
  });
  const cycle = findCycle(target);
  if (cycle !== null) {
    const path = ["policy", "folds"];
    issues.push(createIssue(FOLD_CYCLE, { path, params: { cycle: cycle.join(" → ") } }));
  }
  return issues;
}

function findCycle(target: ReadonlyMap<string, string>): string[] | null {
  for (const start of target.keys()) {
    const trail = [start];
    let next = target.get(start);
    while (next !== undefined && !trail.includes(next)) {
      trail.push(next);
      next = target.get(next);
    }
    if (next === start) return [...trail, start];
  }
  return null;
}
