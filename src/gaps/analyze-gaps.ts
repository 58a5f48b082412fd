import { rescaleValue } from "../kernel/arithmetic.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import type { FeedbackView, ViewCompetency, ViewItem } from "../multirater/view-types.js";
import { studentTQuantile } from "../stats/student-t.js";
import { compareWithin } from "../values/compare-within.js";
import { scaleEnds } from "../values/scale-ends.js";
import type { RatingScale } from "../values/types.js";
import { type GapContext, gapInterval, type Quantile } from "./gap-interval.js";
import { checkGapPolicy, fillGapPolicy } from "./gap-policy.js";
import type {
  AnalyzeGapsOptions,
  Gap,
  GapDifference,
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
  const policy = fillGapPolicy(options);
  const issues = checkGapPolicy(view, policy);
  return issues.length > 0 ? fail(issues) : ok(reportGaps(view, policy));
}

/**
 * The gaps of a view by a policy that was checked before. In bulk, a quantile that remembers what
 * it was asked saves most of its work.
 */
export function reportGaps(
  view: FeedbackView,
  policy: GapPolicy,
  quantile: Quantile = studentTQuantile,
): GapReport {
  const context = { view, policy, quantile };
  const { surveyId, subjectId, viewer } = view;
  const competencies: Gap[] = [];
  const items: Gap[] = [];
  for (const row of view.competencies) {
    competencies.push(makeGap(context, row, null));
    for (const item of row.items) items.push(makeGap(context, row, item));
  }
  competencies.sort(compareGaps);
  items.sort(compareGaps);
  return { surveyId, subjectId, viewer, policy, competencies, items };
}

function makeGap(context: GapContext, competency: ViewCompetency, item: ViewItem | null): Gap {
  const { view, policy } = context;
  const { competencyId } = competency;
  const itemId = item?.itemId ?? null;
  const row = item ?? competency;
  const to = scaleAt(view);
  const own = scaleAt(view, item?.scale);
  const read = (id: string): number | null => {
    const cell = id === "others" ? row.others : row.cells.find(({ group }) => group === id);
    if (cell?.status !== "shown") return null;
    return own === to ? cell.mean : rescaleValue(cell.mean, scaleEnds(own), scaleEnds(to));
  };
  const [a, b] = policy.compare;
  const first = read(a);
  const second = read(b);
  const norm = policy.norms.find(
    (one) => one.competencyId === competencyId && (one.itemId ?? null) === itemId,
  );
  const delta = first === null || second === null ? null : first - second + 0;
  const factor = (to.max - to.min) / (own.max - own.min);
  const found = delta === null ? "withheld" : gapInterval(context, row, { delta, factor });
  const interval = typeof found === "string" ? null : found;
  const { difference, quadrant } = judge(context, { first, second, delta, interval, norm });
  const reasons = typeof found === "string" ? [found] : [];
  if (delta !== null && [difference, quadrant].includes("insufficient")) reasons.push("no-norm");
  return {
    competencyId,
    itemId,
    name: row.name,
    first,
    second,
    delta,
    interval,
    difference,
    quadrant,
    size: norm === undefined || delta === null ? null : delta / norm.sd,
    reasons,
    cells: [
      { group: a, competencyId, itemId },
      { group: b, competencyId, itemId },
    ],
  };
}

/** A scale of the view; the reporting scale where no other is named. */
function scaleAt(view: FeedbackView, at: number = view.reportingScale): RatingScale {
  return view.scales[at] as RatingScale;
}

const QUADRANTS = ["confirmedNeed", "hiddenStrength", "blindSpot", "confirmedStrength"] as const;

function judge(
  { view, policy }: GapContext,
  gap: Pick<Gap, "first" | "second" | "delta" | "interval"> & { norm: GapNorm | undefined },
): { readonly difference: GapDifference; readonly quadrant: GapQuadrant } {
  const { first, second, delta, interval, norm } = gap;
  const { cut, threshold } = policy;
  const { min, max, step, direction } = scaleAt(view);
  const span = max - min;
  const sign = direction === "higherIsBetter" ? 1 : -1;
  const { kind } = threshold;
  const unit =
    kind === "points"
      ? 1
      : kind === "standardDeviations"
        ? norm?.sd
        : (kind === "percentOfSpan" ? span : span + step) / 100;
  const named = cut === "midpoint" ? (min + max) / 2 : norm?.mean;
  const middle = typeof cut === "string" ? named : cut.score;
  let difference: GapDifference = "insufficient";
  let quadrant: GapQuadrant = "insufficient";
  if (first === null || second === null || delta === null) return { difference, quadrant };
  if (unit !== undefined) {
    const exceeds = (end: number): boolean => compareWithin(end, threshold.value * unit, span) > 0;
    const { lower, upper } = interval ?? { lower: delta, upper: delta };
    if (exceeds(lower) || exceeds(-upper)) {
      difference = delta * sign > 0 ? "blindSpot" : "hiddenStrength";
    } else difference = exceeds(upper) || exceeds(-lower) ? "indeterminate" : "none";
  }
  if (middle !== undefined) {
    const isHigh = (value: number): number => +(compareWithin(value, middle, span) * sign >= 0);
    quadrant = QUADRANTS[2 * isHigh(first) + isHigh(second)] as GapQuadrant;
  }
  return { difference, quadrant };
}

/** First what lies farthest beyond its noise, then the largest difference, last what cannot be seen. */
function compareGaps(a: Gap, b: Gap): number {
  return beyondNoise(b) - beyondNoise(a) || Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0);
}

function beyondNoise({ delta, interval }: Gap): number {
  if (delta === null) return -1;
  return interval === null ? 0 : Math.max(0, interval.lower, -interval.upper);
}
