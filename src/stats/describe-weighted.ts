import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { DEFAULT_CONFIDENCE } from "./defaults.js";
import { LENGTH_MISMATCH, NEGATIVE_WEIGHT } from "./issues.js";
import { checkConfidence, checkNumbers } from "./present-values.js";
import type { DescribeWeightedOptions, WeightedDescription } from "./types.js";
import { measureWeighted, type WeightedValue } from "./weighted-measures.js";

/**
 * Describes a weighted sample: mean, median, variance and standard error.
 *
 * @remarks With V₁ = Σw and V₂ = Σw², the sum of squares Σw(x − mean)² has three divisors:
 * V₁ − V₂/V₁ where a weight says how reliable a value is, V₁ − 1 where it counts repetitions, V₁ for
 * a population. Only the second moves when all weights are multiplied by a constant. The linearised
 * standard error is √(n/(n−1) · Σw²(x − mean)²) / V₁, as survey packages print it, the effective
 * sample size Kish's (1965). The median is the lowest value at which the cumulative weight reaches
 * half of V₁, or the midpoint to the next value where it is exactly half. Pairs with a `null` and
 * weights of 0 are counted and left out. The order of the pairs moves no bit.
 * @param values - the numbers, `null` where one is missing, at most 1e100 in magnitude.
 * @param weights - one weight for each value, 0 or more, `null` where it is missing.
 * @param options - confidence of the interval.
 * @returns the description; or every issue: `stats/length-mismatch`, `stats/not-finite` and
 *   `stats/negative-weight` with the list and the index, `stats/out-of-range` for the confidence.
 * @example
 * ```ts
 * import { describeWeighted } from "truescore/stats";
 *
 * const result = describeWeighted([1, 2, 3, 4, 5], [2, 5, 11, 7, 3]);
 * result.ok ? [result.value.sumWeights, result.value.mean, result.value.median] : [];
 * // => [28, 3.142857142857143, 3]
 * ```
 */
export function describeWeighted(
  values: readonly (number | null)[],
  weights: readonly (number | null)[],
  options: DescribeWeightedOptions = {},
): Result<WeightedDescription> {
  const confidence = options.confidence ?? DEFAULT_CONFIDENCE;
  const issues = [...checkPairs(values, weights), ...checkConfidence(confidence)];
  if (issues.length > 0) return fail(issues);
  const present = pairUp(values, weights);
  const used = present.filter(({ w }) => w > 0);
  return ok({
    n: used.length,
    missing: values.length - present.length,
    zeroWeights: present.length - used.length,
    ...measureWeighted(used, confidence),
  });
}

function checkPairs(
  values: readonly (number | null)[],
  weights: readonly (number | null)[],
): Issue[] {
  const issues = [
    ...checkNumbers(values, "A value", ["values"]),
    ...checkNumbers(weights, "A weight", ["weights"]),
  ];
  if (values.length !== weights.length) {
    const params = { values: values.length, weights: weights.length };
    issues.push(createIssue(LENGTH_MISMATCH, { path: ["weights"], params }));
  }
  for (const [index, weight] of weights.entries()) {
    if (weight === null || !(weight < 0)) continue;
    const params = { received: weight };
    issues.push(createIssue(NEGATIVE_WEIGHT, { path: ["weights", index], params }));
  }
  return issues;
}

/** The pairs that are complete, in ascending order. */
function pairUp(
  values: readonly (number | null)[],
  weights: readonly (number | null)[],
): WeightedValue[] {
  return values
    .flatMap((x, index) => {
      const w = weights[index] ?? null;
      return x === null || w === null ? [] : { x: x + 0, w };
    })
    .sort((a, b) => a.x - b.x || a.w - b.w);
}
