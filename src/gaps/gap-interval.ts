import { partWeight } from "../multirater/compose-others.js";
import type { FeedbackView, ViewCompetency, ViewItem } from "../multirater/view-types.js";
import { studentTQuantile } from "../stats/student-t.js";
import type { GapInterval, GapPolicy } from "./types.js";

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
  const { view, row, factor } = input;
  const { compare, confidence, standIn } = input.policy;
  if (confidence === null) return "not-asked";
  const known = standIn?.["itemId" in row ? "item" : "competency"];
  const weights = view.groups.map(({ weight }, at) => {
    const cell = row.cells[at];
    return cell?.status === "shown"
      ? partWeight({ weight, n: cell.n }, view.policy.composition)
      : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight);
  let [raters, variance, spread, source] = [0, 0, 0, "own" as GapInterval["source"]];
  for (const [at, { id, identity }] of view.groups.entries()) {
    const [first, second] = compare.map((side) => {
      return side === "others" ? (weights[at] as number) / total : Number(side === id);
    });
    const share = (first as number) - (second as number);
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
  const quantile = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) ?? Infinity;
  const standardError = Math.sqrt(variance);
  const half = quantile * standardError;
  return {
    lower: delta - half,
    upper: delta + half,
    confidence,
    standardError,
    degreesOfFreedom: degreesOfFreedom < Infinity ? degreesOfFreedom : null,
    source,
  };
}
