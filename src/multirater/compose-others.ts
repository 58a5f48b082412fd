import { effectiveWeightsInBulk, sumInBulk } from "../kernel/bulk-arithmetic.js";
import type { OthersComposition } from "./summary-types.js";

/** A group's part in a composite. */
export interface CompositePart {
  /** Weight of the group among the groups of others. */
  readonly weight: number;
  /** Whether the subject knows who answered; such a group is taken as given. */
  readonly identified: boolean;
  /** The group's score. */
  readonly score: number;
  /** Number of raters behind it. */
  readonly n: number;
  /** Its standard error; `null` where there is none. */
  readonly standardError: number | null;
  /** Share of the items' weight behind it. */
  readonly coverage: number;
}

/** A score over groups. */
export interface CompositeScore {
  /** The score. */
  readonly score: number;
  /** Number of raters behind it. */
  readonly n: number;
  /** Standard error; `null` where a confidential group has none, or no group is confidential. */
  readonly standardError: number | null;
  /** Satterthwaite's degrees of freedom; `null` where there is no standard error. */
  readonly degreesOfFreedom: number | null;
  /** Share of the weight of all groups and items behind it. */
  readonly coverage: number;
}

/** Composes groups into `others`; `null` where no group has weight. */
export function composeOthers(
  parts: readonly CompositePart[],
  composition: OthersComposition,
  totalWeight: number,
): CompositeScore | null {
  const used: CompositePart[] = [];
  const weights: number[] = [];
  for (const part of parts) {
    const weight = partWeight(part, composition);
    if (!(weight > 0)) continue;
    used.push(part);
    weights.push(weight);
  }
  if (used.length === 0) return null;
  const shares = effectiveWeightsInBulk(weights);
  const terms: number[] = [];
  const covered: number[] = [];
  let raters = 0;
  for (let at = 0; at < used.length; at++) {
    const { score, weight, coverage, n } = used[at] as CompositePart;
    terms.push((shares[at] as number) * score);
    covered.push(weight * coverage);
    raters += n;
  }
  const { standardError, degreesOfFreedom } = composeErrors(used, shares);
  return {
    score: sumInBulk(terms),
    n: raters,
    coverage: totalWeight > 0 ? Math.min(1, sumInBulk(covered) / totalWeight) : 0,
    standardError,
    degreesOfFreedom,
  };
}

/** The weight of a group in a composite: its own, or its number of raters unless its own is 0. */
export function partWeight(
  { weight, n }: { readonly weight: number; readonly n: number },
  composition: OthersComposition,
): number {
  return composition === "byRater" && weight > 0 ? n : weight;
}

/**
 * SE = √Σ W²·SE² over the confidential groups, with Satterthwaite's (1946) degrees of freedom
 * (Σ W²SE²)² / Σ (W²SE²)²/(n − 1).
 */
function composeErrors(
  used: readonly CompositePart[],
  shares: readonly number[],
): Pick<CompositeScore, "standardError" | "degreesOfFreedom"> {
  const variances: number[] = [];
  const spreads: number[] = [];
  let confidential = 0;
  for (let at = 0; at < used.length; at++) {
    const { identified, standardError, n } = used[at] as CompositePart;
    if (identified) continue;
    confidential++;
    if (standardError === null) return NO_ERRORS;
    const variance = ((shares[at] as number) * standardError) ** 2;
    variances.push(variance);
    spreads.push(variance ** 2 / (n - 1));
  }
  if (confidential === 0) return NO_ERRORS;
  const total = sumInBulk(variances);
  const degreesOfFreedom = total > 0 ? total ** 2 / sumInBulk(spreads) : smallestDegrees(used);
  return { standardError: Math.sqrt(total), degreesOfFreedom };
}

const NO_ERRORS = { standardError: null, degreesOfFreedom: null };

/** Without any spread the formula is 0/0; the smallest group's degrees of freedom are the cautious answer. */
function smallestDegrees(used: readonly CompositePart[]): number {
  return Math.min(...used.filter(({ identified }) => !identified).map(({ n }) => n - 1));
}
