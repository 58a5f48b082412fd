import { exactSum } from "../kernel/exact-sum.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkWeightList } from "./check-weight-list.js";
import { compareScores } from "./compare-scores.js";
import { isUsable } from "./is-usable.js";
import { LOCKED_EXCEED_TOTAL, OUT_OF_RANGE, REST_UNSHARED } from "./issues.js";
import type { LabelledWeight } from "./types.js";

/** What the weights should add up to. */
export interface NormalizeWeightsOptions {
  /** The total, above 0; 1 by default. */
  readonly total?: number | undefined;
}

/**
 * Scales weights so that they add up to a total, leaving the locked ones as they are.
 *
 * @remarks The unlocked weights share what the locked ones leave, in proportion:
 * wᵢ′ = wᵢ · (total − Σ locked) / Σ unlocked. A locked weight never drops out of the total. The
 * results are unrounded; for whole shares see `percentShares`.
 * @param weights - the weights, each under a label of its own.
 * @param options - the total.
 * @returns the weights in the same order; or the issues of single weights (see `checkWeights`),
 *   `values/locked-exceed-total`, or `values/rest-unshared` where a rest remains and no unlocked
 *   weight is above 0.
 * @example
 * ```ts
 * import { normalizeWeights } from "truescore/values";
 *
 * const edited = [
 *   { label: "Goals", weight: 70, locked: true },
 *   { label: "Skills", weight: 20 },
 *   { label: "Conduct", weight: 40 },
 * ];
 * const result = normalizeWeights(edited, { total: 100 });
 * result.ok && result.value.map(({ weight }) => weight); // => [70, 10, 20]
 * ```
 */
export function normalizeWeights(
  weights: readonly LabelledWeight[],
  { total = 1 }: NormalizeWeightsOptions = {},
): Result<readonly LabelledWeight[]> {
  const issues = checkWeightList(weights);
  if (!(isUsable(total) && total > 0)) {
    const params = { what: "The total", expected: "above 0", received: String(total) };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["total"], params }));
  }
  if (issues.length > 0) return fail(issues);
  const locked = weights.filter(isLocked).map(({ weight }) => weight);
  const lockedTotal = exactSum(locked);
  const order = compareScores(lockedTotal, total, total);
  if (order > 0) {
    const params = { locked: lockedTotal, total };
    return fail([createIssue(LOCKED_EXCEED_TOTAL, { params })]);
  }
  const rest = order === 0 ? 0 : exactSum([total, ...locked.map((weight) => -weight)]);
  const open = exactSum(weights.filter((entry) => !isLocked(entry)).map(({ weight }) => weight));
  if (rest > 0 && open === 0) return fail([createIssue(REST_UNSHARED, { params: { rest } })]);
  return ok(
    weights.map((entry) => {
      if (isLocked(entry)) return { ...entry };
      return { ...entry, weight: open === 0 ? 0 : shareOf(rest, entry.weight, open) };
    }),
  );
}

function isLocked({ locked }: LabelledWeight): boolean {
  return locked === true;
}

/** Multiplies first, which keeps 15 of 30 at exactly 15, unless the product would lose its digits. */
function shareOf(rest: number, weight: number, open: number): number {
  const product = rest * weight;
  return product > 1e-250 ? product / open : rest * (weight / open);
}
