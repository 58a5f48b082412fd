import { partWeight } from "../multirater/compose-others.js";
import type {
  FeedbackView,
  ViewCompetency,
  ViewGroup,
  ViewItem,
} from "../multirater/view-types.js";
import type { GapInterval, GapPolicy } from "./types.js";

/** The value that Student's t with so many degrees of freedom stays below with probability `p`. */
export type Quantile = (p: number, degreesOfFreedom: number) => number | null;

/** What all gaps of a view share. */
export interface GapContext {
  /** The view. */
  readonly view: FeedbackView;
  /** The rules. */
  readonly policy: GapPolicy;
  /** Student's quantile. */
  readonly quantile: Quantile;
}

/** A competency or an item, whose cells a gap is made from. */
export type GapRow = ViewCompetency | ViewItem;

/**
 * The interval of a difference between two shown cells, or the reason why there is none.
 *
 * @remarks The difference is Σ c·m over the groups' means, where `c` is a group's share of the first
 * side less its share of the second, and its variance is Σ c²·SE² over the confidential groups: a
 * group that stands on both sides counts once. SE² is the group's own where the view shows it, else
 * the squared stand-in over its raters. What identified people answered is taken as given. Degrees of
 * freedom after Satterthwaite (1946). `factor` moves a spread from the row's scale to the reporting
 * scale.
 */
export function gapInterval(
  { view, policy, quantile }: GapContext,
  row: GapRow,
  { delta, factor }: { readonly delta: number; readonly factor: number },
): GapInterval | string {
  const { compare, confidence, standIn } = policy;
  if (confidence === null) return "not-asked";
  const known = standIn?.["itemId" in row ? "item" : "competency"];
  const shares = sharesOf(view, row);
  let [raters, variance, spread, borrowed] = [0, 0, 0, 0];
  for (let at = 0; at < shares.length; at++) {
    const { id, identity } = view.groups[at] as ViewGroup;
    const shareOf = (side: string): number =>
      side === "others" ? (shares[at] as number) : +(side === id);
    const share = shareOf(compare[0]) - shareOf(compare[1]);
    const cell = row.cells[at];
    if (!share || identity !== "confidential" || cell?.status !== "shown") continue;
    raters += cell.n;
    let error = (cell.standardError ?? 0) * factor;
    const own = cell.degreesOfFreedom;
    if (own === undefined) {
      if (!known) return "no-stand-in";
      error = known.sd / Math.sqrt(cell.n);
    }
    const part = (share * error) ** 2;
    variance += part;
    if (own === undefined) borrowed += part;
    else spread += part ** 2 / own;
  }
  if (raters < 2) return "fewer-than-two-raters";
  // All that is borrowed rests on one estimate, which errs as a whole.
  spread += borrowed ** 2 / (known?.degreesOfFreedom ?? Infinity);
  const degreesOfFreedom = variance ** 2 / spread || Infinity;
  const standardError = Math.sqrt(variance);
  // Confidence and degrees of freedom were checked, so that there is a quantile.
  const half = Number(quantile((1 + confidence) / 2, degreesOfFreedom)) * standardError;
  return {
    lower: delta - half,
    upper: delta + half,
    confidence,
    standardError,
    degreesOfFreedom: degreesOfFreedom < Infinity ? degreesOfFreedom : null,
    source: borrowed > 0 ? "standIn" : "own",
  };
}

/** Every group's share of `others`; 0 where it has none. */
function sharesOf({ groups, policy }: FeedbackView, { cells }: GapRow): number[] {
  const weights = groups.map(({ weight }, at) => {
    const cell = cells[at];
    return cell?.status === "shown" ? partWeight({ weight, n: cell.n }, policy.composition) : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight);
  return weights.map((weight) => weight / total);
}
