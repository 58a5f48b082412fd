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
import type { CountFold, CountGroup, CountPart, Partition, PartitionPolicy } from "./types.js";

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
  return issues.length > 0 ? fail(issues) : ok(part(groups, policy));
}

/** The partition of groups and a policy that were checked before. */
export function part(groups: readonly CountGroup[], policy: PartitionPolicy): Partition {
  const { minimum, folds = [], pool = DEFAULT_POOL } = policy;
  const size = new Map(groups.map(({ id, n }) => [id, n]));
  const home = new Map<string, string>();
  const homeOf = (id: string): string => {
    const next = home.get(id);
    return next === undefined ? id : homeOf(next);
  };
  const move = (from: string, into: string): void => {
    size.set(into, (size.get(into) ?? 0) + (size.get(from) ?? 0));
    home.set(from, into);
  };
  const tooSmall = (id: string): boolean => (size.get(id) ?? 0) < minimum;
  for (const { from, into } of folds) {
    if (tooSmall(from)) move(from, homeOf(into));
  }
  for (const { id, identified } of groups) {
    if (identified !== true && !home.has(id) && tooSmall(id)) move(id, pool);
  }
  const names = [...groups.map(({ id }) => id), pool].filter((id) => size.has(id) && !home.has(id));
  return {
    parts: names.map((id) => makePart(id, { groups, homeOf, n: size.get(id) ?? 0, minimum })),
    folds: groups
      .filter(({ id }) => home.has(id))
      .map(({ id }): CountFold => ({ from: id, into: homeOf(id) })),
  };
}

function makePart(
  id: string,
  context: {
    groups: readonly CountGroup[];
    homeOf: (id: string) => string;
    n: number;
    minimum: number;
  },
): CountPart {
  const { groups, homeOf, n, minimum } = context;
  const members = groups.filter((group) => homeOf(group.id) === id).map((group) => group.id);
  const identified = groups.some((group) => group.id === id && group.identified === true);
  const status = identified ? "identified" : n >= minimum ? "shown" : "withheld";
  return { id, members, n, status };
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
