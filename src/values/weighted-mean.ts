import { effectiveWeights, sumOfProducts } from "../kernel/arithmetic.js";
import { issueAt } from "../kernel/issue-at.js";
import { fail, ok } from "../kernel/result.js";
import { sumExactly } from "../kernel/sum-exactly.js";
import type { Explained, Issue, Result } from "../kernel/types.js";
import { checkMissingPolicy, isAge } from "./check-missing-policy.js";
import { checkRelativeWeights } from "./check-weight-list.js";
import { compareWithin } from "./compare-within.js";
import { MAX_MAGNITUDE } from "./defaults.js";
import { isUsable } from "./is-usable.js";
import { INVALID_OPTION, INVALID_VALUE, MISSING_VALUE } from "./issues.js";
import type { MissingPolicy } from "./types.js";

/** The last known value of a term, for the policy `carryForward`. */
export interface PreviousValue {
  /** The value as it was. */
  readonly value: number;
  /** How old it is, in days, 0 or more. */
  readonly ageDays: number;
}

/** One term of a weighted mean. */
export interface WeightedTerm {
  /** What the term stands for; unique in its list, never empty. */
  readonly label: string;
  /** The value; `null` where it is missing. */
  readonly value: number | null;
  /** The weight, 0 or more, relative to the other terms. A weight of 0 counts the term without moving the mean. */
  readonly weight: number;
  /** The last known value; absence means that there is none to carry forward. */
  readonly previous?: PreviousValue | undefined;
}

/** How `weightedMean` treats what is missing, and what it calls its result. */
export interface WeightedMeanOptions {
  /** What to do with a missing value. */
  readonly missing: MissingPolicy;
  /** Least share of the weight that must be present, 0 to 1; 0 by default. */
  readonly minimumCoverage?: number | undefined;
  /** Label of the result in its explanation; "Weighted mean" by default. */
  readonly label?: string | undefined;
  /** Identifier of the policy, echoed in the explanation; absence echoes `null`. */
  readonly policyId?: string | undefined;
}

/**
 * Computes a weighted mean over the terms that have a value, and explains it.
 *
 * @remarks x̄ = Σ wᵢ′·xᵢ with wᵢ′ = wᵢ / Σw over the terms that enter: the correctly rounded exact
 * sum of the rounded products, so the order of the terms never matters. `coverage` is the weight
 * with a value over all weight. A value carried forward counts as present; a missing value that
 * counts as 0 does not. `status` is `complete` only where every term has a value of its own.
 * `reasons` are all that apply of `missing`, `missing-as-zero`, `carried-forward`,
 * `insufficient-coverage` (the coverage is below its minimum) and `no-weight` (what has a value
 * weighs nothing). Without a value the explanation has no terms, and names the reason of each under
 * `excluded`. Its policy lists under `filled` the labels whose value came from the policy.
 * @param terms - the terms, at least one, not all of weight 0.
 * @param options - what to do with missing values.
 * @returns the mean, `null` where it cannot be known; or every issue of the terms
 *   (`values/invalid-label`, `values/invalid-weight`, `values/weight-all-zero`,
 *   `values/invalid-value`) and of the options (`values/invalid-option`), and with the policy `fail`
 *   one `values/missing-value` for each missing value.
 * @example
 * ```ts
 * import { weightedMean } from "truescore/values";
 *
 * const terms = [
 *   { label: "Goals", value: 5, weight: 30 },
 *   { label: "Skills", value: 3, weight: 50 },
 *   { label: "Conduct", value: null, weight: 20 },
 * ];
 * const score = weightedMean(terms, { missing: "skip" });
 * score.ok && score.value.value; // => 3.75
 * score.ok && score.value.coverage; // => 0.8
 * const strict = weightedMean(terms, { missing: "skip", minimumCoverage: 0.9 });
 * strict.ok && strict.value.reasons; // => ["insufficient-coverage", "missing"]
 * ```
 */
export function weightedMean(
  terms: readonly WeightedTerm[],
  options: WeightedMeanOptions,
): Result<Explained<number | null>> {
  const issues = checkInput(terms, options);
  if (issues.length > 0) return fail(issues);
  const { label = "Weighted mean", missing, minimumCoverage = 0, policyId = null } = options;
  const entries = terms.map((term) => fillTerm(term, missing));
  const answered = entries.filter(({ reason }) => reason === "" || reason === "carried-forward");
  const usable = entries.filter(({ value }) => value !== null);
  const coverage = weightOf(answered) / weightOf(entries);
  const thin = compareWithin(coverage, minimumCoverage, 1) < 0;
  const refusal = thin ? "insufficient-coverage" : weightOf(usable) > 0 ? "" : "no-weight";
  const used = refusal === "" ? usable : [];
  const shares = effectiveWeights(used.map(({ weight }) => weight));
  const numbers = used.map(({ value }) => value as number);
  const value = refusal === "" ? sumOfProducts(shares, numbers) : null;
  const reasons = new Set([...entries.map(({ reason }) => reason), refusal]);
  reasons.delete("");
  return ok({
    value,
    coverage,
    answered: answered.length,
    asked: terms.length,
    status: refusal !== "" ? "insufficient" : reasons.size > 0 ? "partial" : "complete",
    reasons: [...reasons].sort(),
    explanation: {
      rule: "weightedMean",
      label,
      value,
      terms: used.map((entry, index) => ({
        label: entry.label,
        value: numbers[index] as number,
        weight: entry.weight,
        effectiveWeight: shares[index] as number,
      })),
      excluded: entries
        .filter((entry) => !used.includes(entry))
        .map((entry) => ({ label: entry.label, reason: entry.reason || refusal })),
      policy: {
        id: policyId,
        missing,
        minimumCoverage,
        filled: used.filter(({ reason }) => reason !== "").map((entry) => entry.label),
      },
      children: [],
    },
  });
}

function checkInput(
  terms: readonly WeightedTerm[],
  { missing, minimumCoverage = 0 }: WeightedMeanOptions,
): Issue[] {
  const issues = checkRelativeWeights(terms);
  terms.forEach(({ value, previous = NEVER }, index) => {
    if (value === null) {
      if (missing === "fail") issues.push(issueAt(MISSING_VALUE, [index, "value"]));
    } else if (!isUsable(value)) issues.push(issueAt(INVALID_VALUE, [index, "value"]));
    if (!isUsable(previous.value) || !isAge(previous.ageDays)) {
      issues.push(issueAt(INVALID_VALUE, [index, "previous"]));
    }
  });
  if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
    issues.push(issueAt(INVALID_OPTION, ["minimumCoverage"]));
  }
  return [...issues, ...checkMissingPolicy(missing, ["missing"])];
}

/** A previous value too old for any policy. */
const NEVER: PreviousValue = { value: 0, ageDays: MAX_MAGNITUDE };

interface Entry {
  readonly label: string;
  readonly weight: number;
  readonly value: number | null;
  /** Why the value is not the term's present one; empty where it is. */
  readonly reason: string;
}

/** What enters for a term. Adding 0 turns −0 into 0. */
function fillTerm(term: WeightedTerm, missing: MissingPolicy): Entry {
  const { label, value, previous = NEVER } = term;
  const weight = term.weight + 0;
  if (value !== null) return { label, weight, value: value + 0, reason: "" };
  if (missing === "zero") return { label, weight, value: 0, reason: "missing-as-zero" };
  return typeof missing === "object" && previous.ageDays <= missing.carryForward.maxAgeDays
    ? { label, weight, value: previous.value + 0, reason: "carried-forward" }
    : { label, weight, value: null, reason: "missing" };
}

function weightOf(entries: readonly Entry[]): number {
  return sumExactly(entries.map(({ weight }) => weight));
}
