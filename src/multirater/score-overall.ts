import { effectiveWeightsInBulk, sumInBulk, sumProductsInBulk } from "../kernel/bulk-arithmetic.js";

/** A competency's part in the overall score. */
export interface OverallScore {
  /** Weight among the competencies. */
  readonly weight: number;
  /** Score of `others`; `null` where there is none. */
  readonly score: number | null;
  /** Share of the weight of groups and items behind it. */
  readonly coverage: number;
}

/** The weighted mean over competencies that have a score; `null` where none of them has weight. */
export function composeCompetencies(
  parts: readonly OverallScore[],
): { readonly score: number; readonly coverage: number } | null {
  const weights: number[] = [];
  const scores: number[] = [];
  const covered: number[] = [];
  for (const { weight, score, coverage } of parts) {
    if (!(weight > 0) || score === null) continue;
    weights.push(weight);
    scores.push(score);
    covered.push(weight * coverage);
  }
  if (weights.length === 0) return null;
  const total = sumInBulk(parts.map(({ weight }) => weight));
  return {
    score: sumProductsInBulk(effectiveWeightsInBulk(weights), scores),
    coverage: Math.min(1, sumInBulk(covered) / total),
  };
}
