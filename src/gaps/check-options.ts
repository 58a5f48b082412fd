import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import type { FeedbackView } from "../multirater/view-types.js";
import { DEFAULT_GAP_CONFIDENCE, DEFAULT_GAP_THRESHOLD } from "./defaults.js";
import { INVALID_OPTION, SAME_GROUP, UNKNOWN_GROUP, UNKNOWN_NORM } from "./issues.js";
import type { AnalyzeGapsOptions, GapPolicy, RaterSpread } from "./types.js";

/** The two groups where nothing else is asked for. */
const SELF_AND_OTHERS = ["self", "others"] as const;

/** The options with their defaults filled in. */
export function fillGapPolicy(view: FeedbackView, options: AnalyzeGapsOptions): GapPolicy {
  const { compare: groups = SELF_AND_OTHERS, threshold = DEFAULT_GAP_THRESHOLD } = options;
  const nameOf = (id: string): string =>
    view.groups.find((group) => group.id === id)?.name ?? (id === "others" ? "Others" : id);
  return {
    compare: [nameOf(groups[0]), nameOf(groups[1])],
    groups,
    threshold,
    cut: options.cut ?? "midpoint",
    confidence: options.confidence === undefined ? DEFAULT_GAP_CONFIDENCE : options.confidence,
    standIn: options.standIn ?? null,
  };
}

/** Finds every option that is out of its bounds or names what the view does not have. */
export function checkGapOptions(view: FeedbackView, options: AnalyzeGapsOptions): Issue[] {
  const issues: Issue[] = [];
  const { groups, threshold, cut, confidence, standIn } = fillGapPolicy(view, options);
  groups.forEach((group, at) => {
    if (group !== "others" && !view.groups.some(({ id }) => id === group)) {
      issues.push(createIssue(UNKNOWN_GROUP, { path: ["compare", at], params: { group } }));
    }
  });
  if (groups[0] === groups[1]) {
    issues.push(createIssue(SAME_GROUP, { path: ["compare"], params: { group: groups[0] } }));
  }
  const require = (holds: boolean, field: string, bound: string): void => {
    const path = field.split(".");
    if (!holds) issues.push(createIssue(INVALID_OPTION, { path, params: { field, bound } }));
  };
  require(isAtLeast(threshold.value, 0), "threshold.value", "a number from 0");
  require(KINDS.includes(threshold.kind), "threshold.kind", `one of ${KINDS.join(", ")}`);
  require(isCut(cut, view), "cut", "midpoint, norm, or a score on the reporting scale");
  require(confidence === null ||
    (confidence > 0 && confidence < 1), "confidence", "a number above 0 and below 1, or null");
  if (standIn !== null) {
    require(isSpread(standIn.competency), "standIn.competency", "a spread above 0, or null");
    require(isSpread(standIn.item), "standIn.item", "a spread above 0, or null");
  }
  return [...issues, ...checkNorms(view, options)];
}

const KINDS = ["points", "percentOfSpan", "percentOfPoints", "standardDeviations"];

function isCut(cut: GapPolicy["cut"], { scales, reportingScale }: FeedbackView): boolean {
  if (typeof cut === "string") return cut === "midpoint" || cut === "norm";
  const { min = 0, max = 0 } = scales[reportingScale] ?? {};
  return isAtLeast(cut.score, min) && cut.score <= max;
}

function checkNorms(view: FeedbackView, { norms = [] }: AnalyzeGapsOptions): Issue[] {
  return norms.flatMap(({ competencyId, itemId, mean, sd }, at) => {
    const competency = view.competencies.find((one) => one.competencyId === competencyId);
    const issues: Issue[] = [];
    if (competency === undefined) {
      issues.push(
        createIssue(UNKNOWN_NORM, {
          path: ["norms", at, "competencyId"],
          params: { id: competencyId },
        }),
      );
    } else if (itemId !== undefined && !competency.items.some((item) => item.itemId === itemId)) {
      issues.push(
        createIssue(UNKNOWN_NORM, { path: ["norms", at, "itemId"], params: { id: itemId } }),
      );
    }
    if (!(Number.isFinite(mean) && isAbove0(sd))) {
      const params = { field: "norms", bound: "a finite mean and an sd above 0" };
      issues.push(createIssue(INVALID_OPTION, { path: ["norms", at], params }));
    }
    return issues;
  });
}

function isSpread(spread: RaterSpread | null): boolean {
  return spread === null || (isAbove0(spread.sd) && isAbove0(spread.degreesOfFreedom ?? 1));
}

function isAbove0(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

function isAtLeast(value: number, least: number): boolean {
  return Number.isFinite(value) && value >= least;
}
