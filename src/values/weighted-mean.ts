import { effectiveWeights, sumOfProducts } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Explained, Explanation, Issue, Result } from "../kernel/types.js";
import { checkMissingPolicy, isAge } from "./check-missing-policy.js";
import { checkRelativeWeights, entryIssue } from "./check-weight-list.js";
import { compareScores } from "./compare-scores.js";
import { isUsable } from "./is-usable.js";
import { MINIMUM_COVERAGE, MISSING_VALUE, PREVIOUS_VALUE, VALUE_NOT_FINITE } from "./issues.js";
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
  /** Identifier of the policy, echoed in the explanation; absence leaves it out. */
  readonly policyId?: string | undefined;
}

/**
 * Computes a weighted mean over the terms that have a value, and explains it.
 *
 * @remarks x̄ = Σ wᵢ′·xᵢ with wᵢ′ = wᵢ / Σw over the terms that enter: the correctly rounded exact
 * sum of the rounded products, so the order of the terms never matters. `coverage` is the weight
 * with a value over all weight. A value carried forward counts as present; a missing value that
 * counts as 0 does not. `status` is `complete` only where every term has a value of its own.
 * `reasons` are `missing`, `missing-as-zero`, `carried-forward`, `insufficient-coverage` (the
 * coverage is below its minimum) and `no-weight` (all terms with a value weigh 0). Without a value
 * the explanation has no terms, and names the reason of each under `excluded`. Its policy lists under
 * `filled` the labels whose value came from the policy.
 * @param terms - the terms, at least one, not all of weight 0.
 * @param options - what to do with missing values.
 * @returns the mean, `null` where it cannot be known; or every issue of the terms
 *   (`values/empty-label`, `values/duplicate-label`, `values/weight-not-finite`,
 *   `values/weight-negative`, `values/weight-all-zero`, `values/value-not-finite`,
 *   `values/previous-value`) and of the options (`values/missing-policy`,
 *   `values/minimum-coverage`), and with the policy `fail` one `values/missing-value` for each
 *   missing value.
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
 * strict.ok && strict.value.reasons; // => ["insufficient-coverage"]
 * ```
 */
export function weightedMean(
  terms: readonly WeightedTerm[],
  options: WeightedMeanOptions,
): Result<Explained<number | null>> {
  const issues = checkInput(terms, options);
  if (issues.length > 0) return fail(issues);
  const entries = terms.map((term) => fillTerm(term, options.missing));
  const present = entries.filter(({ known }) => known);
  const coverage = weightOf(present) / weightOf(entries);
  const usable = entries.filter(hasValue);
  const thin = compareScores(coverage, options.minimumCoverage ?? 0, 1) < 0;
  const weightless = usable.every(({ weight }) => weight === 0);
  const refusal = thin ? "insufficient-coverage" : weightless ? "no-weight" : null;
  const gaps = entries.flatMap(({ gap }) => gap ?? []);
  if (weightless && usable.length > 0) gaps.push("no-weight");
  const explanation = explain(entries, refusal, options);
  const { value } = explanation;
  return ok({
    value,
    coverage,
    answered: present.length,
    asked: terms.length,
    status: value === null ? "insufficient" : gaps.length > 0 ? "partial" : "complete",
    reasons: thin ? ["insufficient-coverage"] : [...new Set(gaps)].sort(),
    explanation,
  });
}

function explain(
  entries: readonly Entry[],
  refusal: string | null,
  { label = "Weighted mean", missing, minimumCoverage = 0, policyId }: WeightedMeanOptions,
): Explanation {
  const usable = entries.filter(hasValue);
  const entering = refusal === null ? usable : [];
  const weights = effectiveWeights(entering.map(({ weight }) => weight));
  const values = entering.map(({ value }) => value);
  const filled = usable.filter(({ gap }) => gap !== null).map((entry) => entry.label);
  return {
    rule: "weightedMean",
    label,
    value: refusal === null ? sumOfProducts(weights, values) : null,
    terms: entering.map((entry, index) => ({
      label: entry.label,
      value: entry.value,
      weight: entry.weight,
      effectiveWeight: weights[index] as number,
    })),
    excluded: entries
      .filter((entry) => refusal !== null || entry.value === null)
      .map((entry) => ({
        label: entry.label,
        reason: entry.known && refusal !== null ? refusal : "missing",
      })),
    policy: {
      ...(policyId !== undefined && { id: policyId }),
      missing,
      minimumCoverage,
      ...(filled.length > 0 && { filled }),
    },
    children: [],
  };
}

function checkInput(
  terms: readonly WeightedTerm[],
  { missing, minimumCoverage = 0 }: WeightedMeanOptions,
): Issue[] {
  const issues = checkRelativeWeights(terms);
  terms.forEach(({ label, value, previous }, index) => {
    if (value === null) {
      if (missing === "fail") issues.push(entryIssue(MISSING_VALUE, [index, "value"], label));
    } else if (!isUsable(value)) {
      issues.push(entryIssue(VALUE_NOT_FINITE, [index, "value"], label));
    }
    if (previous !== undefined && !(isUsable(previous.value) && isAge(previous.ageDays))) {
      issues.push(entryIssue(PREVIOUS_VALUE, [index, "previous"], label));
    }
  });
  issues.push(...checkMissingPolicy(missing, ["missing"]));
  if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
    issues.push(createIssue(MINIMUM_COVERAGE, { path: ["minimumCoverage"], params: {} }));
  }
  return issues;
}

interface Entry {
  readonly label: string;
  readonly weight: number;
  readonly value: number | null;
  readonly known: boolean;
  readonly gap: string | null;
}

/** What enters for a term; `gap` says why that is not a value of its own. Adding 0 turns −0 into 0. */
function fillTerm({ label, value, weight, previous }: WeightedTerm, missing: MissingPolicy): Entry {
  const base = { label, weight: weight + 0 };
  if (value !== null) return { ...base, value: value + 0, known: true, gap: null };
  if (missing === "zero") return { ...base, value: 0, known: false, gap: "missing-as-zero" };
  const oldest = typeof missing === "string" ? -1 : missing.carryForward.maxAgeDays;
  return previous !== undefined && previous.ageDays <= oldest
    ? { ...base, value: previous.value + 0, known: true, gap: "carried-forward" }
    : { ...base, value: null, known: false, gap: "missing" };
}

function hasValue(entry: Entry): entry is Entry & { readonly value: number } {
  return entry.value !== null;
}

function weightOf(entries: readonly Entry[]): number {
  return exactSum(entries.map(({ weight }) => weight));
}
