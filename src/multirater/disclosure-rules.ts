import { DEFAULT_MINIMUM, DEFAULT_MINIMUM_FOR_SPREAD } from "../disclosure/defaults.js";
import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { roundForDisplay } from "../values/round-for-display.js";
import type { SurveyIndex } from "./index-survey.js";
import { INVALID_POLICY, LOOSER_DISCLOSURE } from "./issues.js";
import type { FilledSummaryPolicy } from "./summary-types.js";
import type { ViewPolicy } from "./view-types.js";

/** More protection than the survey promises; never less. */
export interface StricterDisclosure {
  /** Fewest confidential raters behind any number; at least the survey's. */
  readonly minimumRaters?: number | undefined;
  /** Fewest confidential raters behind a spread; at least the survey's. */
  readonly minimumForSpread?: number | undefined;
}

/** The survey's disclosure policy with its defaults and a caller's stricter wishes filled in. */
export function fillDisclosure(
  { survey }: SurveyIndex,
  summary: FilledSummaryPolicy,
  stricter: StricterDisclosure = {},
): ViewPolicy {
  const {
    id,
    minimumRaters = DEFAULT_MINIMUM,
    folds = [],
    publish = "items",
    topCode,
  } = survey.disclosure;
  const least = stricter.minimumRaters ?? minimumRaters;
  const promised =
    survey.disclosure.minimumForSpread ?? Math.max(DEFAULT_MINIMUM_FOR_SPREAD, minimumRaters);
  return {
    id,
    minimumRaters: least,
    minimumForSpread: stricter.minimumForSpread ?? Math.max(promised, least),
    folds,
    publish,
    topCode: topCode ?? null,
    summaryId: summary.id,
    averaging: summary.averaging,
    composition: summary.composition,
    minimumCoverage: summary.minimumCoverage,
  };
}

/** Finds every wish that is looser than the survey, or no whole number. */
export function checkStricter(
  index: SurveyIndex,
  summary: FilledSummaryPolicy,
  stricter: StricterDisclosure = {},
): Issue[] {
  const survey = fillDisclosure(index, summary);
  const issues: Issue[] = [];
  for (const field of ["minimumRaters", "minimumForSpread"] as const) {
    const asked = stricter[field];
    const promised = survey[field];
    if (asked === undefined) continue;
    const path = ["stricter", field];
    if (!Number.isSafeInteger(asked)) {
      issues.push(
        createIssue(INVALID_POLICY, { path, params: { field, bound: "a whole number" } }),
      );
    } else if (asked < promised) {
      issues.push(createIssue(LOOSER_DISCLOSURE, { path, params: { field, asked, promised } }));
    }
  }
  const { minimumRaters, minimumForSpread } = fillDisclosure(index, summary, stricter);
  if (issues.length === 0 && minimumForSpread < minimumRaters) {
    const params = { field: "minimumForSpread", bound: "at least minimumRaters" };
    issues.push(createIssue(INVALID_POLICY, { path: ["stricter", "minimumForSpread"], params }));
  }
  if (survey.publish === "competencies" && survey.averaging !== "raterFirst") {
    const params = { field: "averaging", bound: "raterFirst where the survey publishes no items" };
    issues.push(createIssue(INVALID_POLICY, { path: ["policy", "averaging"], params }));
  }
  return issues;
}

/** The policy in words; it names no subject and no count, so that it is always the same text. */
export function describeRule({ relationships }: SurveyIndex, policy: ViewPolicy): string {
  const nameOf = (id: string): string => relationships.find((one) => one.id === id)?.name ?? id;
  const { minimumRaters, minimumForSpread, folds, topCode } = policy;
  const joined = folds.map(({ from, into }) => `${nameOf(from)} with ${nameOf(into)}`).join(", ");
  return [
    `Numbers from confidential raters are shown only where at least ${minimumRaters} of them answered, and how far they differ only from ${minimumForSpread}.`,
    joined === "" ? "" : `Smaller groups are joined: ${joined}.`,
    "Groups still too small are put together, and withheld where that is not enough.",
    policy.publish === "competencies" ? "Single items are not shown." : "",
    topCode === null
      ? ""
      : `Means of fewer than ${topCode.belowRaters} raters keep ${roundForDisplay(topCode.margin * 100, { decimals: 2 })} % of the scale from its ends.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
