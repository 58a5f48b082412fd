import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkFolds } from "./check-folds.js";
import { DEFAULT_POOL } from "./defaults.js";
import {
  DUPLICATE_GROUP,
  EMPTY_GROUP_ID,
  INVALID_COUNT,
  INVALID_MINIMUM,
  POOL_NAME_TAKEN,
} from "./issues.js";
import { planPartition } from "./plan-partition.js";
import type { CountGroup, Partition, PartitionPolicy } from "./types.js";

/**
 * Parts groups so that no part that is shown has fewer people than the minimum.
 *
 * @remarks Groups below the minimum are folded in the policy's order; a fold into a group that was
 * itself folded follows it. What is still too small is pooled, and a pool below the minimum is
 * withheld. Identified groups stand for themselves at any size. The decision rests on counts and
 * on nothing else, so that it tells nothing of what was answered.
 * @param groups - the groups and how many people answered in each.
 * @param policy - the minimum, the folds and the name of the pool.
 * @returns the parts and the folds that took place; or issues for counts, identifiers and folds
 *   that make no sense, among them `disclosure/fold-cycle` with the circle.
 * @example
 * ```ts
 * import { partitionByCount } from "truescore/disclosure";
 *
 * const partition = partitionByCount(
 *   [
 *     { id: "manager", n: 1, identified: true },
 *     { id: "peer", n: 4 },
 *     { id: "directReport", n: 2 },
 *   ],
 *   { minimum: 3, folds: [{ from: "directReport", into: "peer" }] },
 * );
 * partition.ok ? partition.value.parts.map(({ id, n, status }) => `${id} ${n} ${status}`) : [];
 * // => ["manager 1 identified", "peer 6 shown"]
 * ```
 */
export function partitionByCount(
  groups: readonly CountGroup[],
  policy: PartitionPolicy,
): Result<Partition> {
  const issues = [...checkGroups(groups, policy), ...checkFolds(groups, policy.folds ?? [])];
  if (issues.length > 0) return fail(issues);
  const { part, describe } = planPartition(groups, policy);
  return ok(describe(part(groups.map(({ n }) => n))));
}

function checkGroups(groups: readonly CountGroup[], policy: PartitionPolicy): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  groups.forEach(({ id, n }, index) => {
    if (id === "")
      issues.push(createIssue(EMPTY_GROUP_ID, { path: ["groups", index, "id"], params: {} }));
    if (seen.has(id)) {
      issues.push(
        createIssue(DUPLICATE_GROUP, { path: ["groups", index, "id"], params: { group: id } }),
      );
    }
    seen.add(id);
    if (!(Number.isSafeInteger(n) && n >= 0)) {
      issues.push(createIssue(INVALID_COUNT, { path: ["groups", index, "n"], params: { n } }));
    }
  });
  const { minimum, pool = DEFAULT_POOL } = policy;
  if (!(Number.isSafeInteger(minimum) && minimum >= 1)) {
    issues.push(createIssue(INVALID_MINIMUM, { path: ["policy", "minimum"], params: { minimum } }));
  }
  if (pool === "")
    issues.push(createIssue(EMPTY_GROUP_ID, { path: ["policy", "pool"], params: {} }));
  if (seen.has(pool)) {
    issues.push(createIssue(POOL_NAME_TAKEN, { path: ["policy", "pool"], params: { pool } }));
  }
  return issues;
}
