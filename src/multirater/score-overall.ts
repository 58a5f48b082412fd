import { effectiveWeights, sumOfProducts } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";

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
  const used = parts.filter(({ weight, score }) => weight > 0 && score !== null);
  if (used.length === 0) return null;
  const weights = used.map(({ weight }) => weight);
  const score = sumOfProducts(
    effectiveWeights(weights),
    used.map((part) => part.score as number),
  );
  const covered = exactSum(used.map(({ weight, coverage }) => weight * coverage));
  const total = exactSum(parts.map(({ weight }) => weight));
  return { score, coverage: Math.min(1, covered / total) };
}
