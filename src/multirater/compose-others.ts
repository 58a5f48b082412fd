import { effectiveWeights, sumOfProducts } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import type { OthersComposition } from "./types.js";

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
  const used = parts.filter((part) => partWeight(part, composition) > 0);
  if (used.length === 0) return null;
  const shares = effectiveWeights(used.map((part) => partWeight(part, composition)));
  const score = sumOfProducts(
    shares,
    used.map((part) => part.score),
  );
  const covered = exactSum(used.map(({ weight, coverage }) => weight * coverage));
  return {
    score,
    n: used.reduce((sum, { n }) => sum + n, 0),
    coverage: totalWeight > 0 ? Math.min(1, covered / totalWeight) : 0,
    ...composeErrors(used, shares),
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
  used.forEach((part, at) => {
    if (part.identified || part.standardError === null) return;
    const variance = ((shares[at] as number) * part.standardError) ** 2;
    variances.push(variance);
    spreads.push(variance ** 2 / (part.n - 1));
  });
  const confidential = used.filter(({ identified }) => !identified).length;
  if (confidential === 0 || variances.length < confidential) {
    return { standardError: null, degreesOfFreedom: null };
  }
  const total = exactSum(variances);
  const degreesOfFreedom = total > 0 ? total ** 2 / exactSum(spreads) : smallestDegrees(used);
  return { standardError: Math.sqrt(total), degreesOfFreedom };
}

/** Without any spread the formula is 0/0; the smallest group's degrees of freedom are the cautious answer. */
function smallestDegrees(used: readonly CompositePart[]): number {
  return Math.min(...used.filter(({ identified }) => !identified).map(({ n }) => n - 1));
}
