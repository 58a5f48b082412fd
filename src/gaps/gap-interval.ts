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

/** What an interval is made from. */
export interface IntervalInput {
  /** The view. */
  readonly view: FeedbackView;
  /** The competency or item that both sides stand in. */
  readonly row: ViewCompetency | ViewItem;
  /** Factor that moves a spread from the row's scale to the reporting scale. */
  readonly factor: number;
  /** The two sides, the confidence and the stand-in spread. */
  readonly policy: Pick<GapPolicy, "compare" | "confidence" | "standIn">;
  /** Student's quantile. */
  readonly quantile: Quantile;
}

/**
 * The interval of a difference between two shown cells, or the reason why there is none.
 *
 * @remarks The difference is Σ c·m over the groups' means, where `c` is a group's share of the first
 * side less its share of the second, and its variance is Σ c²·SE² over the confidential groups: a
 * group that stands on both sides counts once. SE² is the group's own where the view shows it, else
 * the squared stand-in over its raters. What identified people answered is taken as given. Degrees of
 * freedom after Satterthwaite (1946).
 */
export function gapInterval(input: IntervalInput, delta: number): GapInterval | string {
  const { view, row, factor, policy } = input;
  const { compare, confidence, standIn } = policy;
  if (confidence === null) return "not-asked";
  const known = standIn?.["itemId" in row ? "item" : "competency"];
  const { groups } = view;
  const weights: number[] = [];
  let total = 0;
  for (let at = 0; at < groups.length; at++) {
    const { weight } = groups[at] as ViewGroup;
    const cell = row.cells[at];
    const n = cell?.status === "shown" ? cell.n : -1;
    weights.push(n < 0 ? 0 : partWeight({ weight, n }, view.policy.composition));
    total += weights[at] as number;
  }
  let raters = 0;
  let variance = 0;
  let spread = 0;
  let source: GapInterval["source"] = "own";
  for (let at = 0; at < groups.length; at++) {
    const { id, identity } = groups[at] as ViewGroup;
    const shareOf = (side: string): number =>
      side === "others" ? (weights[at] as number) / total : Number(side === id);
    const share = shareOf(compare[0]) - shareOf(compare[1]);
    const cell = row.cells[at];
    if (!share || identity !== "confidential" || cell?.status !== "shown") continue;
    raters += cell.n;
    let error = (cell.standardError ?? 0) * factor;
    let degrees = cell.degreesOfFreedom;
    if (degrees === undefined) {
      if (!known) return "no-stand-in";
      error = known.sd / Math.sqrt(cell.n);
      degrees = known.degreesOfFreedom ?? Infinity;
      source = "standIn";
    }
    const part = (share * error) ** 2;
    variance += part;
    spread += part ** 2 / degrees;
  }
  if (raters < 2) return "fewer-than-two-raters";
  const degreesOfFreedom = variance ** 2 / spread || Infinity;
  const t = input.quantile((1 + confidence) / 2, degreesOfFreedom) ?? Infinity;
  const standardError = Math.sqrt(variance);
  const half = t * standardError;
  return {
    lower: delta - half,
    upper: delta + half,
    confidence,
    standardError,
    degreesOfFreedom: degreesOfFreedom < Infinity ? degreesOfFreedom : null,
    source,
  };
}
