import type { CellAddress, FeedbackView, Viewer } from "../multirater/view-types.js";

/**
 * How far two numbers must lie apart to count as different; strictly more than this.
 *
 * - `points`: points of the reporting scale.
 * - `percentOfSpan`: per cent of the distance between the ends of the reporting scale.
 * - `percentOfPoints`: per cent of the number of points of the reporting scale, each a step wide:
 *   20 % of the five points 1 to 5 is 1.
 * - `standardDeviations`: standard deviations of the norm that the options give.
 */
export interface GapThreshold {
  /** What `value` is counted in. */
  readonly kind: "points" | "percentOfSpan" | "percentOfPoints" | "standardDeviations";
  /** The distance, 0 or more. */
  readonly value: number;
}

/** Where high begins: at the middle of the reporting scale, at the norm's mean, or at a given score. */
export type GapCut = "midpoint" | "norm" | ScoreCut;

/** A cut at a given score. */
export interface ScoreCut {
  /** The score, on the reporting scale. */
  readonly score: number;
}

/** What others elsewhere score: the mean and the spread of a norm group, on the reporting scale. */
export interface GapNorm {
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** Identifier of the item; absence means the norm of the competency. */
  readonly itemId?: string | undefined;
  /** Mean of the norm group. */
  readonly mean: number;
  /** Standard deviation of the norm group, above 0. */
  readonly sd: number;
}

/** A spread between raters, on the reporting scale. */
export interface RaterSpread {
  /** Standard deviation between raters, above 0. */
  readonly sd: number;
  /** Degrees of freedom of the estimate, above 0; absence means that it is taken as known. */
  readonly degreesOfFreedom?: number | undefined;
}

/**
 * The spread between raters that stands in for groups too small to show their own, one for all
 * subjects of a survey.
 */
export interface StandInSpread {
  /** Where it comes from, such as `pooled shown cells` or a citation. */
  readonly source: string;
  /** Spread of raters' competency scores; `null` where there is none. */
  readonly competency: RaterSpread | null;
  /** Spread of raters' answers to an item; `null` where there is none. */
  readonly item: RaterSpread | null;
}

/** What is compared, and what counts as a gap. */
export interface AnalyzeGapsOptions {
  /** The two groups to compare, each a group of the view or `others`; `['self', 'others']` by default. */
  readonly compare?: readonly [string, string] | undefined;
  /** 25 % of the span by default. */
  readonly threshold?: GapThreshold | undefined;
  /** The scale's midpoint by default. */
  readonly cut?: GapCut | undefined;
  /** Confidence of intervals, above 0 and below 1; 0.95 by default; `null` for none. */
  readonly confidence?: number | null | undefined;
  /** Spread of groups too small to show their own; without it they have no interval. */
  readonly standIn?: StandInSpread | undefined;
  /** Norms, for the threshold and the cut that ask for one and for the size of a gap. */
  readonly norms?: readonly GapNorm[] | undefined;
}

/**
 * How two numbers differ: the first clearly higher (`blindSpot`) or lower (`hiddenStrength`), not by
 * more than the threshold (`none`), not to be told from the data (`indeterminate`), or not to be
 * seen (`insufficient`).
 */
export type GapDifference =
  | "blindSpot"
  | "hiddenStrength"
  | "none"
  | "indeterminate"
  | "insufficient";

/**
 * Where two numbers lie against the cut: only the first high (`blindSpot`), only the second
 * (`hiddenStrength`), both (`confirmedStrength`), neither (`confirmedNeed`).
 */
export type GapQuadrant =
  | "blindSpot"
  | "hiddenStrength"
  | "confirmedStrength"
  | "confirmedNeed"
  | "insufficient";

/** The interval of a difference. */
export interface GapInterval {
  /** Lower end. */
  readonly lower: number;
  /** Upper end. */
  readonly upper: number;
  /** Confidence, above 0 and below 1. */
  readonly confidence: number;
  /** Standard error of the difference. */
  readonly standardError: number;
  /** Degrees of freedom; `null` where the spread is taken as known. */
  readonly degreesOfFreedom: number | null;
  /** Whose spread it rests on: the groups' own, or a stand-in in part or whole. */
  readonly source: "own" | "standIn";
}

/** Two numbers of a view, set against each other. */
export interface Gap {
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** Identifier of the item; `null` for a competency. */
  readonly itemId: string | null;
  /** Name of the competency or the item. */
  readonly name: string;
  /** First number, on the reporting scale; `null` where it is withheld. */
  readonly first: number | null;
  /** Second number, on the reporting scale; `null` where it is withheld. */
  readonly second: number | null;
  /** First minus second; `null` where either is withheld. */
  readonly delta: number | null;
  /** Interval of `delta`; `null` where there is none, and `reasons` says why. */
  readonly interval: GapInterval | null;
  /** The finding by the threshold. */
  readonly difference: GapDifference;
  /** The finding by the cut. */
  readonly quadrant: GapQuadrant;
  /** `delta` in standard deviations of the norm; `null` without a norm. */
  readonly size: number | null;
  /** Why something is missing, as stable words: `withheld`, `no-stand-in`, `fewer-than-two-raters`, `not-asked`, `no-norm`. */
  readonly reasons: readonly string[];
  /** The cells it was made from: first, second. */
  readonly cells: readonly [CellAddress, CellAddress];
}

/** The rules that made a gap report, with all defaults filled in. */
export interface GapPolicy {
  /** The two groups that are compared. */
  readonly compare: readonly [string, string];
  /** The threshold as asked for. */
  readonly threshold: GapThreshold;
  /** The cut as asked for. */
  readonly cut: GapCut;
  /** Confidence of intervals; `null` for none. */
  readonly confidence: number | null;
  /** The stand-in spread; `null` where there is none. */
  readonly standIn: StandInSpread | null;
  /** The norms; empty where there are none. */
  readonly norms: readonly GapNorm[];
}

/** All gaps of one subject, ordered by what matters. */
export interface GapReport {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Who is rated. */
  readonly subjectId: string;
  /** Who reads it. */
  readonly viewer: Viewer;
  /** The rules that made it. */
  readonly policy: GapPolicy;
  /** Gaps of competencies: first those whose interval lies farthest from 0, then by size. */
  readonly competencies: readonly Gap[];
  /** Gaps of items, in the same order; empty where the view lists no items. */
  readonly items: readonly Gap[];
}

/** What one reader gets about one subject. */
export interface FeedbackReport {
  /** Who is rated. */
  readonly subjectId: string;
  /** What may be seen. */
  readonly view: FeedbackView;
  /** Where the two compared groups differ. */
  readonly gaps: GapReport;
}
