import { issueAt } from "../kernel/issue-at.js";
import type { Issue } from "../kernel/types.js";
import type { FeedbackView } from "../multirater/view-types.js";
import type { RatingScale } from "../values/types.js";
import { DEFAULT_GAP_CONFIDENCE, DEFAULT_GAP_THRESHOLD } from "./defaults.js";
import { INVALID_OPTION } from "./issues.js";
import type { AnalyzeGapsOptions, GapPolicy, RaterSpread } from "./types.js";

/** The options with their defaults filled in. */
export function fillGapPolicy(options: AnalyzeGapsOptions): GapPolicy {
  const {
    compare = ["self", "others"],
    threshold = DEFAULT_GAP_THRESHOLD,
    cut = "midpoint",
    confidence = DEFAULT_GAP_CONFIDENCE,
    standIn = null,
    norms = [],
  } = options;
  return { compare, threshold, cut, confidence, standIn, norms };
}

/**
 * Finds every option that is out of its bounds or names what the view does not have. The path names
 * the option; what it may be stands with its type.
 */
export function checkGapPolicy(view: FeedbackView, policy: GapPolicy): Issue[] {
  const { compare, threshold, cut, confidence, standIn, norms } = policy;
  const { min, max } = view.scales[view.reportingScale] as RatingScale;
  const issues: Issue[] = [];
  const require = (holds: boolean, ...path: (string | number)[]): void => {
    if (!holds) issues.push(issueAt(INVALID_OPTION, path));
  };
  compare.forEach((group, at) => {
    const isKnown = group === "others" || view.groups.some(({ id }) => id === group);
    require(isKnown && compare.indexOf(group) === at, "compare", at);
  });
  require(isBetween(threshold.value, 0, 1e9), "threshold", "value");
  require(KINDS.includes(threshold.kind), "threshold", "kind");
  require(cut === "midpoint" || cut === "norm" || isBetween(cut.score, min, max), "cut");
  require(confidence === null || (confidence > 0 && confidence < 1), "confidence");
  require(isSpread(standIn?.competency), "standIn", "competency");
  require(isSpread(standIn?.item), "standIn", "item");
  norms.forEach((norm, at) => {
    const row = view.competencies.find(({ competencyId }) => competencyId === norm.competencyId);
    const known = norm.itemId ? row?.items.some(({ itemId }) => itemId === norm.itemId) : row;
    require(!!known && isBetween(norm.mean, -1e9, 1e9) && isSpread(norm), "norms", at);
  });
  return issues;
}

const KINDS = ["points", "percentOfSpan", "percentOfPoints", "standardDeviations"];

function isSpread(spread: RaterSpread | null | undefined): boolean {
  const { sd, degreesOfFreedom = 1 } = spread ?? { sd: 1 };
  return isBetween(sd, 1e-9, 1e9) && isBetween(degreesOfFreedom, 1e-9, 1e9);
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
