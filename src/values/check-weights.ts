import { exactSum } from "../kernel/exact-sum.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkRelativeWeights, checkWeightList } from "./check-weight-list.js";
import { compareScores } from "./compare-scores.js";
import { WEIGHT_TOTAL_TOLERANCE } from "./defaults.js";
import { OUT_OF_RANGE, WEIGHT_TOTAL } from "./issues.js";
import type { LabelledWeight } from "./types.js";

/** What a list of weights means: shares of whatever they add up to, or of a stated total. */
export type CheckWeightsOptions =
  | {
      /** Only the proportions count. */
      readonly kind: "relative";
    }
  | {
      /** The weights must add up to `total`. */
      readonly kind: "percent";
      /** 100 or 1; 100 by default. */
      readonly total?: 100 | 1 | undefined;
    };

/**
 * Checks that weights are usable: each finite, 0 or more and under a label of its own, and together
 * what their kind promises.
 *
 * @remarks `relative` weights must not all be 0. `percent` weights must add up to the total within
 * 0.005 % of it, that bound included; the sum is exact, so 28.4 + 35.8 + 35.8 is 100.
 * @param weights - the weights to check.
 * @param options - the kind of the weights.
 * @returns the weights as they came; or an issue for every weight that is wrong
 *   (`values/invalid-weight`, `values/invalid-label`), for the whole (`values/weight-all-zero`,
 *   `values/weight-total` with the total and the difference) and for the options
 *   (`values/out-of-range`).
 * @example
 * ```ts
 * import { checkWeights } from "truescore/values";
 *
 * const weights = [
 *   { label: "Goals", weight: 30 },
 *   { label: "Skills", weight: 69.99 },
 * ];
 * checkWeights(weights, { kind: "relative" }).ok; // => true
 * const percent = checkWeights(weights, { kind: "percent" });
 * percent.ok ? "" : percent.issues[0].message;
 * // => "The weights add up to 99.99 instead of 100; the difference is -0.01."
 * ```
 */
export function checkWeights(
  weights: readonly LabelledWeight[],
  options: CheckWeightsOptions,
): Result<readonly LabelledWeight[]> {
  const issues =
    options.kind === "relative"
      ? checkRelativeWeights(weights)
      : options.kind === "percent"
        ? percentIssues(weights, options)
        : [kindIssue(options)];
  return issues.length > 0 ? fail(issues) : ok(weights);
}

function kindIssue({ kind }: { readonly kind: unknown }): Issue {
  const params = { what: "The kind", expected: "relative or percent", received: String(kind) };
  return createIssue(OUT_OF_RANGE, { path: ["kind"], params });
}

function percentIssues(
  weights: readonly LabelledWeight[],
  { total: expected = 100 }: { readonly total?: 100 | 1 | undefined },
): Issue[] {
  if (expected !== 100 && expected !== 1) {
    const params = { what: "The total", expected: "100 or 1", received: String(expected) };
    return [createIssue(OUT_OF_RANGE, { path: ["total"], params })];
  }
  const issues = checkWeightList(weights);
  if (issues.length > 0) return issues;
  const stated = weights.map(({ weight }) => weight);
  const off = exactSum([...stated, -expected]);
  if (compareScores(Math.abs(off), expected * WEIGHT_TOTAL_TOLERANCE, expected) <= 0) return [];
  // Twelve decimals take the noise of binary fractions out of what a person reads.
  const [total, difference] = [exactSum(stated), off].map((sum) => Number(sum.toFixed(12)) + 0);
  const params = { total: total as number, expected, difference: difference as number };
  return [createIssue(WEIGHT_TOTAL, { params })];
}
