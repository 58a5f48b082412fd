import { partWeight } from "../multirater/compose-others.js";
import type {
  FeedbackView,
  ShownCell,
  ViewCell,
  ViewCompetency,
  ViewItem,
} from "../multirater/view-types.js";
import { studentTQuantile } from "../stats/student-t.js";
import { compareScores } from "../values/compare-scores.js";
import type { GapInterval, StandInSpread } from "./types.js";

/** A part of the variance of a difference. */
interface Variance {
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly own: boolean;
}

/** One side of a comparison. */
export interface GapSide {
  /** Index of the group in the view; −1 for `others`. */
  readonly group: number;
  /** The cell. */
  readonly cell: ShownCell;
}

/** What an interval is made from. */
export interface IntervalInput {
  /** The view. */
  readonly view: FeedbackView;
  /** The competency or item that both sides stand in. */
  readonly row: ViewCompetency | ViewItem;
  /** Factor that moves a spread from the row's scale to the reporting scale. */
  readonly factor: number;
  /** Spread that stands in for groups that show none. */
  readonly standIn: StandInSpread | null;
  /** Confidence. */
  readonly confidence: number;
}

/**
 * The interval of a difference, or the reason why there is none.
 *
 * @remarks Variances of confidential groups add up: a group's own squared standard error where the
 * view shows it, else the squared stand-in over its raters. What identified people answered is taken
 * as given. Degrees of freedom after Satterthwaite (1946).
 */
export function gapInterval(
  input: IntervalInput,
  delta: number,
  sides: readonly GapSide[],
): GapInterval | string {
  const parts: Variance[] = [];
  let raters = 0;
  for (const side of sides) {
    for (const { share, cell } of confidentialParts(input.view, input.row, side)) {
      raters += cell.n;
      const part = varianceOf(cell, input);
      if (part === null) return "no-stand-in";
      parts.push({ ...part, variance: part.variance * share * share });
    }
  }
  if (raters < 2) return "fewer-than-two-raters";
  const total = parts.reduce((sum, { variance }) => sum + variance, 0);
  const degreesOfFreedom =
    total > 0
      ? total ** 2 /
        parts.reduce((sum, part) => sum + part.variance ** 2 / part.degreesOfFreedom, 0)
      : Number.POSITIVE_INFINITY;
  const standardError = Math.sqrt(total);
  const quantile = studentTQuantile((1 + input.confidence) / 2, degreesOfFreedom);
  if (quantile === null) return "not-computable";
  const half = quantile * standardError;
  return {
    lower: delta - half,
    upper: delta + half,
    confidence: input.confidence,
    standardError,
    degreesOfFreedom: Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : null,
    source: parts.every(({ own }) => own) ? "own" : "standIn",
  };
}

/** The confidential cells behind one side, each with its share of it. */
function confidentialParts(
  view: FeedbackView,
  row: { readonly cells: readonly ViewCell[] },
  { group, cell }: GapSide,
): { readonly share: number; readonly cell: ShownCell }[] {
  if (group >= 0)
    return view.groups[group]?.identity === "confidential" ? [{ share: 1, cell }] : [];
  const used = view.groups.flatMap(({ identity, weight }, at) => {
    const own = row.cells[at];
    if (identity === "self" || own === undefined || own.status === "withheld") return [];
    return [
      { identity, cell: own, weight: partWeight({ weight, n: own.n }, view.policy.composition) },
    ];
  });
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  return used
    .filter(({ identity, weight }) => identity === "confidential" && weight > 0)
    .map((one) => ({ share: one.weight / total, cell: one.cell }));
}

function varianceOf(cell: ShownCell, { row, factor, standIn }: IntervalInput): Variance | null {
  const { standardError, degreesOfFreedom } = cell;
  if (standardError !== undefined && degreesOfFreedom !== undefined) {
    return { variance: (standardError * factor) ** 2, degreesOfFreedom, own: true };
  }
  const spread = standIn?.["itemId" in row ? "item" : "competency"] ?? null;
  if (spread === null) return null;
  return {
    variance: spread.sd ** 2 / cell.n,
    degreesOfFreedom: spread.degreesOfFreedom ?? Number.POSITIVE_INFINITY,
    own: false,
  };
}

/** How an interval lies to a symmetric threshold: above it, below it, within it, or across it. */
export function placeInterval(
  { lower, upper }: Pick<GapInterval, "lower" | "upper">,
  threshold: number,
  span: number,
): "above" | "below" | "within" | "across" {
  if (compareScores(lower, threshold, span) > 0) return "above";
  if (compareScores(upper, -threshold, span) < 0) return "below";
  const within =
    compareScores(upper, threshold, span) <= 0 && compareScores(lower, -threshold, span) >= 0;
  return within ? "within" : "across";
}
