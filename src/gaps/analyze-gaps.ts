import { rescaleValue } from "../kernel/arithmetic.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import type { FeedbackView, ViewCell, ViewCompetency, ViewItem } from "../multirater/view-types.js";
import { compareScores } from "../values/compare-scores.js";
import { scaleEnds } from "../values/scale-ends.js";
import type { RatingScale } from "../values/types.js";
import { checkGapOptions, fillGapPolicy } from "./check-options.js";
import { gapInterval, placeInterval } from "./gap-interval.js";
import type {
  AnalyzeGapsOptions,
  Gap,
  GapDifference,
  GapInterval,
  GapNorm,
  GapPolicy,
  GapQuadrant,
  GapReport,
} from "./types.js";

/**
 * Sets two groups of a view against each other: self against others, or any other pair.
 *
 * @remarks Δ = first − second, on the reporting scale. Two findings are given, each by one rule.
 * The `difference` asks whether Δ exceeds the threshold, strictly; where Δ has an interval and that
 * covers the threshold, it is `indeterminate`. The `quadrant` asks on which side of the cut either
 * number lies; the cut itself is high. "High" is the good end of the scale. The interval is
 * Δ ± t·SE with Satterthwaite's (1946) degrees of freedom. Only what the view shows is used.
 * @param view - what the reader may see.
 * @param options - the pair, the threshold, the cut, the confidence, norms and a stand-in spread.
 * @returns the gaps, those that matter most first; or an issue for every option that makes no sense.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { analyzeGaps, buildFeedbackReport } from "truescore/gaps";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const view = reports[0]?.view;
 * if (view !== undefined) {
 *   const report = orThrow(analyzeGaps(view, { threshold: { kind: "points", value: 0.5 } }));
 *   report.competencies.map(({ name, difference }) => `${name}: ${difference}`);
 *   // => ["Communication: blindSpot", "Collaboration: none"]
 * }
 * ```
 */
export function analyzeGaps(
  view: FeedbackView,
  options: AnalyzeGapsOptions = {},
): Result<GapReport> {
  const issues = checkGapOptions(view, options);
  return issues.length > 0 ? fail(issues) : ok(reportGaps(view, options));
}

/** The gaps of a view with options that were checked before. */
export function reportGaps(view: FeedbackView, options: AnalyzeGapsOptions): GapReport {
  const policy = fillGapPolicy(view, options);
  const context = { view, policy, norms: options.norms ?? [] };
  const items = view.competencies.flatMap((competency) =>
    competency.items.map((item) => makeGap(context, { competency, item })),
  );
  return {
    surveyId: view.surveyId,
    subjectId: view.subjectId,
    viewer: view.viewer,
    policy,
    competencies: view.competencies
      .map((competency) => makeGap(context, { competency, item: null }))
      .sort(compareGaps),
    items: items.sort(compareGaps),
  };
}

interface Context {
  readonly view: FeedbackView;
  readonly policy: GapPolicy;
  readonly norms: readonly GapNorm[];
}

interface Row {
  readonly competency: ViewCompetency;
  readonly item: ViewItem | null;
}

function makeGap(context: Context, row: Row): Gap {
  const { view, policy } = context;
  const { competencyId } = row.competency;
  const itemId = row.item?.itemId ?? null;
  const address = (group: string) => ({ group, competencyId, itemId });
  const place = {
    competencyId,
    itemId,
    name: (row.item ?? row.competency).name,
    cells: [address(policy.groups[0]), address(policy.groups[1])] as const,
  };
  const [first, second] = policy.groups.map((group) => readSide(view, row, group));
  if (first?.cell?.status !== "shown" || second?.cell?.status !== "shown") {
    return {
      ...place,
      first: first?.value ?? null,
      second: second?.value ?? null,
      delta: null,
      interval: null,
      difference: "insufficient",
      quadrant: "insufficient",
      size: null,
      reasons: ["withheld"],
    };
  }
  const norm = context.norms.find(
    (one) => one.competencyId === competencyId && (one.itemId ?? null) === itemId,
  );
  const values = [first.value as number, second.value as number] as const;
  const delta = values[0] - values[1] + 0;
  const interval = findInterval(context, row, {
    delta,
    sides: [
      { group: first.group, cell: first.cell },
      { group: second.group, cell: second.cell },
    ],
  });
  const found = typeof interval === "string" ? null : interval;
  return {
    ...place,
    first: values[0],
    second: values[1],
    delta,
    interval: found,
    difference: classify(context, { delta, interval: found, norm }),
    quadrant: placeInQuadrant(context, values, norm),
    size: norm === undefined ? null : delta / norm.sd,
    reasons: typeof interval === "string" ? [interval] : [],
  };
}

function readSide(view: FeedbackView, { competency, item }: Row, id: string) {
  const group = view.groups.findIndex((one) => one.id === id);
  const row = item ?? competency;
  const cell: ViewCell | undefined = group < 0 ? row.others : row.cells[group];
  if (cell?.status !== "shown") return { group, cell, value: null };
  if (item === null) return { group, cell, value: cell.mean };
  const from = scaleEnds(view.scales[item.scale] as RatingScale);
  const value = rescaleValue(cell.mean, from, scaleEnds(reportingScale(view)));
  return { group, cell, value: item.scale === view.reportingScale ? cell.mean : value };
}

function reportingScale(view: FeedbackView): RatingScale {
  return view.scales[view.reportingScale] as RatingScale;
}

function spanOf({ min, max }: RatingScale): number {
  return max - min;
}

function findInterval(
  { view, policy }: Context,
  { competency, item }: Row,
  gap: { delta: number; sides: Parameters<typeof gapInterval>[2] },
): GapInterval | string {
  const { confidence, standIn } = policy;
  if (confidence === null) return "not-asked";
  const own = item === null ? reportingScale(view) : (view.scales[item.scale] as RatingScale);
  const factor = spanOf(reportingScale(view)) / spanOf(own);
  const input = { view, row: item ?? competency, factor, standIn, confidence };
  return gapInterval(input, gap.delta, gap.sides);
}

/** The threshold in points of the reporting scale; `null` where it asks for a norm that is not there. */
function thresholdPoints({ view, policy }: Context, norm: GapNorm | undefined): number | null {
  const { kind, value } = policy.threshold;
  const scale = reportingScale(view);
  if (kind === "points") return value;
  if (kind === "percentOfSpan") return (value * spanOf(scale)) / 100;
  if (kind === "percentOfPoints") return (value * (spanOf(scale) + scale.step)) / 100;
  return norm === undefined ? null : value * norm.sd;
}

function classify(
  context: Context,
  gap: { delta: number; interval: GapInterval | null; norm: GapNorm | undefined },
): GapDifference {
  const threshold = thresholdPoints(context, gap.norm);
  if (threshold === null) return "insufficient";
  const scale = reportingScale(context.view);
  const interval = gap.interval ?? { lower: gap.delta, upper: gap.delta };
  const place = placeInterval(interval, threshold, spanOf(scale));
  if (place === "within") return "none";
  if (place === "across") return "indeterminate";
  return (place === "above") === (scale.direction === "higherIsBetter")
    ? "blindSpot"
    : "hiddenStrength";
}

function placeInQuadrant(
  { view, policy }: Context,
  [first, second]: readonly [number, number],
  norm: GapNorm | undefined,
): GapQuadrant {
  const scale = reportingScale(view);
  const { cut } = policy;
  const at =
    cut === "midpoint" ? (scale.min + scale.max) / 2 : cut === "norm" ? norm?.mean : cut.score;
  if (at === undefined) return "insufficient";
  const isHigh = (value: number): boolean => {
    const side = compareScores(value, at, spanOf(scale));
    return scale.direction === "higherIsBetter" ? side >= 0 : side <= 0;
  };
  if (isHigh(first)) return isHigh(second) ? "confirmedStrength" : "blindSpot";
  return isHigh(second) ? "hiddenStrength" : "confirmedNeed";
}

/** First what lies farthest beyond its noise, then the largest difference. */
function compareGaps(a: Gap, b: Gap): number {
  return beyondNoise(b) - beyondNoise(a) || sizeOf(b) - sizeOf(a);
}

/** The size of a difference; one that cannot be seen comes after all others. */
function sizeOf({ delta }: Gap): number {
  return delta === null ? -1 : Math.abs(delta);
}

function beyondNoise({ delta, interval }: Gap): number {
  if (delta === null || interval === null) return 0;
  return Math.max(0, Math.abs(delta) - (interval.upper - interval.lower) / 2);
}
