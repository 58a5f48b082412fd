import { createIssue } from "../kernel/issue.js";
import { issueAt } from "../kernel/issue-at.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { type InvitationCount, makeViewBuilder } from "../multirater/build-view.js";
import { checkSummaryPolicy, fillSummaryPolicy } from "../multirater/check-summary-policy.js";
import { checkReading } from "../multirater/disclose-feedback.js";
import type { SubjectAnswers } from "../multirater/disclose-groups.js";
import {
  checkStricter,
  fillDisclosure,
  type StricterDisclosure,
} from "../multirater/disclosure-rules.js";
import { indexSurvey, type SurveyIndex } from "../multirater/index-survey.js";
import type { SummaryPolicy } from "../multirater/summary-types.js";
import {
  type TallyOptions,
  type TallyOutcome,
  tallyResponses,
} from "../multirater/tally-responses.js";
import type { RejectedResponse, Response, Survey, Tally } from "../multirater/types.js";
import type { FeedbackView, Viewer } from "../multirater/view-types.js";
import { studentTQuantile } from "../stats/student-t.js";
import { reportGaps } from "./analyze-gaps.js";
import { estimateStandIn } from "./estimate-stand-in.js";
import type { Quantile } from "./gap-interval.js";
import { checkGapPolicy, fillGapPolicy } from "./gap-policy.js";
import { INVALID_OPTION, UNKNOWN_SUBJECT } from "./issues.js";
import type { AnalyzeGapsOptions, FeedbackReport, StandInSpread } from "./types.js";

/** Someone who will read a report: if they also answered for it in confidence, their answers are known to them. */
export interface ReportReader {
  /** Whose report. */
  readonly subjectId: string;
  /** Who reads it, as rater identifier. */
  readonly raterId: string;
}

/** Who was asked about a subject. */
export interface SubjectInvitations extends InvitationCount {
  /** Who is rated. */
  readonly subjectId: string;
}

/** What `buildFeedbackReport` makes, for whom, and by which rules. */
export interface FeedbackReportOptions extends TallyOptions {
  /** Who will read; `subject` by default. */
  readonly viewer?: Viewer | undefined;
  /** How answers become scores. */
  readonly summary?: SummaryPolicy | undefined;
  /** What is compared and what counts as a gap. Without a stand-in spread, one is estimated from all views. */
  readonly gaps?: AnalyzeGapsOptions | undefined;
  /** `items` (default) lists items; `competencies` leaves them out, which is lighter in bulk. */
  readonly detail?: "items" | "competencies" | undefined;
  /** State of the survey's machine; anything but `released` is refused. Absence means that the caller has made sure. */
  readonly status?: string | undefined;
  /** Managers and HR who will read a report, whichever viewer this one is for; none by default. */
  readonly readers?: readonly ReportReader[] | undefined;
  /** Who was asked, for response rates; absence leaves the rates out. */
  readonly invitations?: readonly SubjectInvitations[] | undefined;
  /** More protection than the survey promises; the same for every report of the survey, since two views under different rules can be subtracted. */
  readonly stricter?: StricterDisclosure | undefined;
}

/** The reports of all subjects, and what did not enter them. */
export interface FeedbackReports {
  /** One report per subject, sorted by identifier. */
  readonly reports: readonly FeedbackReport[];
  /** Every response that was not counted. It names rows: not for the subjects' eyes. */
  readonly rejected: readonly RejectedResponse[];
  /** The stand-in spread that the intervals used; `null` where there was none. */
  readonly standIn: StandInSpread | null;
}

/**
 * Makes feedback reports from raw answers in one call: counts, scores, what may be shown, and gaps.
 *
 * @remarks It does what `tallyResponses`, `summarizeFeedback`, `discloseFeedback` and `analyzeGaps`
 * do one after the other, and gives the same bits, without keeping what is between.
 * @param survey - what was asked.
 * @param responses - one entry per submitted response.
 * @param options - for whom, and by which rules.
 * @returns one report per subject, and the responses that were not counted; or every issue of
 *   survey, responses and options.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { buildFeedbackReport, describeGap } from "truescore/gaps";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const [ada] = reports;
 * ada?.gaps.competencies.map((gap) => describeGap(gap, ada.view))[0];
 * // => "Communication: Self 4.5, Others 3.33. A gap of 1.17: Self higher."
 * ```
 */
export function buildFeedbackReport(
  survey: Survey,
  responses: readonly Response[],
  options: FeedbackReportOptions = {},
): Result<FeedbackReports> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const counted = tallyResponses(survey, responses, options);
  const issues = [...checkOptions(index, options), ...(counted.ok ? [] : counted.issues)];
  if (!counted.ok || issues.length > 0) return fail(issues);
  const views = buildViews(index, { counted: counted.value, responses, options });
  const gapPolicy = fillGapPolicy(options.gaps ?? {});
  const first = views[0];
  if (first !== undefined) {
    const found = checkGapPolicy(first, gapPolicy);
    issues.push(...found.map((issue) => ({ ...issue, path: ["gaps", ...issue.path] })));
  }
  issues.push(...checkSubjects(views, options));
  if (issues.length > 0) return fail(issues);
  const standIn = gapPolicy.standIn ?? estimateStandIn(views);
  const policy = { ...gapPolicy, standIn };
  const quantile = rememberQuantiles();
  const reports = views.map(
    (view): FeedbackReport => ({
      subjectId: view.subjectId,
      view,
      gaps: reportGaps(view, policy, quantile),
    }),
  );
  return ok({ reports, rejected: counted.value.rejected, standIn });
}

/** Student's quantile, worked out once for all reports; few degrees of freedom differ between subjects. */
function rememberQuantiles(): Quantile {
  const known = new Map<number, number | null>();
  return (p, degreesOfFreedom) => {
    const found = known.get(degreesOfFreedom);
    if (found !== undefined) return found;
    const quantile = studentTQuantile(p, degreesOfFreedom);
    known.set(degreesOfFreedom, quantile);
    return quantile;
  };
}

function checkOptions(index: SurveyIndex, options: FeedbackReportOptions): Issue[] {
  const { viewer = "subject", status, summary = {}, stricter, invitations } = options;
  return [
    ...(DETAILS.includes(options.detail ?? "items") ? [] : [issueAt(INVALID_OPTION, ["detail"])]),
    ...checkSummaryPolicy(summary),
    ...checkReading(index, { viewer, status, invitations }),
    ...checkStricter(index, fillSummaryPolicy(summary), stricter),
  ].map((issue) => {
    const [head, ...rest] = issue.path;
    // The summary policy goes by another name here.
    return head === "policy" ? { ...issue, path: ["summary", ...rest] } : issue;
  });
}

const DETAILS = ["items", "competencies"];

function checkSubjects(
  views: readonly FeedbackView[],
  { readers = [], invitations = [] }: FeedbackReportOptions,
): Issue[] {
  const known = new Set(views.map(({ subjectId }) => subjectId));
  const check = (list: readonly { readonly subjectId: string }[], field: string): Issue[] =>
    list.flatMap(({ subjectId: subject }, at) =>
      known.has(subject)
        ? []
        : [createIssue(UNKNOWN_SUBJECT, { path: [field, at, "subjectId"], params: { subject } })],
    );
  return [...check(readers, "readers"), ...check(invitations, "invitations")];
}

function buildViews(
  index: SurveyIndex,
  given: {
    counted: TallyOutcome;
    responses: readonly Response[];
    options: FeedbackReportOptions;
  },
): FeedbackView[] {
  const { counted, responses, options } = given;
  const { viewer = "subject", summary = {}, stricter, detail = "items", invitations } = options;
  const policy = fillDisclosure(index, fillSummaryPolicy(summary), stricter);
  const build = makeViewBuilder({ index, policy, viewer, listItems: detail === "items" });
  const insiders = findInsiders(index, { responses, counted, readers: options.readers ?? [] });
  const invited = invitations === undefined ? null : groupBySubject(invitations);
  const none = index.relationships.map(() => 0);
  return counted.tally.subjectIds.map((subjectId, subject) => {
    const answers = readSubject(counted.tally, subject, insiders.get(subjectId) ?? none);
    return build(answers, invited === null ? undefined : (invited.get(subjectId) ?? []));
  });
}

function readSubject(tally: Tally, subject: number, insiders: readonly number[]): SubjectAnswers {
  const { relationshipCount, itemCount, starts, codes } = tally;
  const rows: number[][] = [];
  for (let group = 0; group < relationshipCount; group++) {
    const at = subject * relationshipCount + group;
    const list: number[] = [];
    for (let row = starts[at] as number; row < (starts[at + 1] as number); row++)
      list.push(row * itemCount);
    rows.push(list);
  }
  return { subjectId: tally.subjectIds[subject] as string, codes, rows, insiders };
}

function groupBySubject<T extends { readonly subjectId: string }>(
  list: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(entry.subjectId);
    if (group === undefined) groups.set(entry.subjectId, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Per subject and relationship, how many raters whose response counts will read the report. */
function findInsiders(
  index: SurveyIndex,
  given: {
    responses: readonly Response[];
    counted: TallyOutcome;
    readers: readonly ReportReader[];
  },
): Map<string, number[]> {
  const { responses, counted, readers } = given;
  const insiders = new Map<string, number[]>();
  if (readers.length === 0) return insiders;
  const keys = new Set(
    readers.map(({ subjectId, raterId }) => JSON.stringify([subjectId, raterId])),
  );
  const rejected = new Set(counted.rejected.map(({ index: row }) => row));
  responses.forEach(({ subjectId, raterId, relationship }, row) => {
    if (rejected.has(row) || !keys.has(JSON.stringify([subjectId, raterId]))) return;
    const group = index.relationshipIndex.get(relationship);
    if (group === undefined || index.relationships[group]?.identified === true) return;
    const counts = insiders.get(subjectId) ?? index.relationships.map(() => 0);
    counts[group] = (counts[group] ?? 0) + 1;
    insiders.set(subjectId, counts);
  });
  return insiders;
}
