import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { type InvitationCount, makeViewBuilder } from "./build-view.js";
import { checkSummaryPolicy } from "./check-summary-policy.js";
import { FIRST_POINT_CODE } from "./defaults.js";
import type { SubjectAnswers } from "./disclose-groups.js";
import { checkStricter, fillDisclosure, type StricterDisclosure } from "./disclosure-rules.js";
import { indexSurvey, type SurveyIndex } from "./index-survey.js";
import {
  INVALID_COUNT,
  INVALID_POLICY,
  NOT_RELEASED,
  SURVEY_MISMATCH,
  UNKNOWN_RELATIONSHIP,
} from "./issues.js";
import { fingerprintOf, matchSurvey, nameOf } from "./match-survey.js";
import type { FeedbackSummary } from "./summary-types.js";
import type { Survey } from "./types.js";
import type { FeedbackView, Viewer } from "./view-types.js";

/** How many confidential raters of one relationship will read the report they answered for. */
export interface InsiderCount {
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** How many of its raters will read the report, as manager or HR; a whole number from 0. */
  readonly count: number;
}

/** What is disclosed of one subject, to whom. */
export interface DiscloseFeedbackInput {
  /** What was asked. */
  readonly survey: Survey;
  /** The subject's summary. */
  readonly summary: FeedbackSummary;
  /** Who will read. */
  readonly viewer: Viewer;
  /** State of the survey's machine; anything but `released` is refused. Absence means that the caller has made sure. */
  readonly status?: string | undefined;
  /**
   * Readers of this report, whichever viewer it is for, who are confidential raters of it. They know
   * their own answers, so that thresholds are tested without them. None by default.
   */
  readonly insiders?: readonly InsiderCount[] | undefined;
  /** Who was asked, for response rates; absence leaves the rates out. */
  readonly invitations?: readonly InvitationCount[] | undefined;
  /** More protection than the survey promises; the same for every view of the survey, since two views under different rules can be subtracted. */
  readonly stricter?: StricterDisclosure | undefined;
}

/** A view, and later the ledger of what was released. */
export interface DisclosedFeedback {
  /** What the viewer may see. */
  readonly view: FeedbackView;
}

/**
 * Makes the view that a subject, a manager or HR may read: the one door through which feedback
 * leaves.
 *
 * @remarks Which groups stand alone, are joined or are withheld is decided once per report, from
 * counts alone. An item is shown where enough of a group rated it; a group's competency score is
 * made of its shown items, `others` of its shown groups, so that no withheld answer enters any
 * number and nothing can be subtracted. Spread is shown only from `minimumForSpread` confidential
 * raters. All viewers get the same cells; HR also sees counts and folds.
 * @param input - the survey, the subject's summary, the viewer, and what else decides.
 * @returns the view; or issues, among them `multirater/looser-disclosure` and
 *   `multirater/not-released`.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import {
 *   discloseFeedback,
 *   SAMPLE_RESPONSES,
 *   SAMPLE_SURVEY,
 *   summarizeFeedback,
 *   tallyResponses,
 * } from "truescore/multirater";
 *
 * const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const [summary] = orThrow(summarizeFeedback(SAMPLE_SURVEY, tally));
 * if (summary !== undefined) {
 *   const { view } = orThrow(
 *     discloseFeedback({ survey: SAMPLE_SURVEY, summary, viewer: "subject" }),
 *   );
 *   view.groups.map(({ id, status }) => `${id} ${status}`);
 *   // => ["self shown", "manager shown", "peer shown", "directReport withheld", "otherRaters withheld"]
 * }
 * ```
 */
export function discloseFeedback(input: DiscloseFeedbackInput): Result<DisclosedFeedback> {
  const indexed = indexSurvey(input.survey);
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const issues = checkInput(index, input);
  if (issues.length > 0) return fail(issues);
  const { summary, viewer, stricter, insiders = [], invitations } = input;
  const policy = fillDisclosure(index, summary.policy, stricter);
  const build = makeViewBuilder({ index, policy, viewer, listItems: true });
  return ok({ view: build(readSummary(index, summary, insiders), invitations) });
}

/** Finds everything that keeps a view from being made. */
function checkInput(index: SurveyIndex, input: DiscloseFeedbackInput): Issue[] {
  const { summary, survey, stricter } = input;
  return [
    ...checkReading(index, input),
    ...matchSurvey(summary, nameOf(survey), "summary"),
    ...checkShapeOf(index, summary),
    ...checkSummaryPolicy(summary.policy),
    ...checkStricter(index, summary.policy, stricter),
  ];
}

/** Finds what is wrong with the viewer, the status and the counts beside the answers. */
export function checkReading(
  index: SurveyIndex,
  input: Pick<DiscloseFeedbackInput, "viewer" | "status" | "insiders" | "invitations">,
): Issue[] {
  const { viewer, status, insiders = [], invitations = [] } = input;
  const issues: Issue[] = [];
  if (!["subject", "manager", "hr"].includes(viewer)) {
    const params = { field: "viewer", bound: "subject, manager or hr" };
    issues.push(createIssue(INVALID_POLICY, { path: ["viewer"], params }));
  }
  if (status !== undefined && status !== "released") {
    issues.push(createIssue(NOT_RELEASED, { path: ["status"], params: { status } }));
  }
  insiders.forEach(({ relationship, count }, at) => {
    issues.push(...checkCounts(index, { relationship, counts: [count] }, ["insiders", at]));
  });
  invitations.forEach(({ relationship, invited, declined = 0, withdrawn = 0 }, at) => {
    const counts = [invited, declined, withdrawn, invited - declined - withdrawn];
    issues.push(...checkCounts(index, { relationship, counts }, ["invitations", at]));
  });
  return issues;
}

function checkCounts(
  { relationshipIndex }: SurveyIndex,
  { relationship, counts }: { relationship: string; counts: readonly number[] },
  path: (string | number)[],
): Issue[] {
  const issues: Issue[] = [];
  if (!relationshipIndex.has(relationship)) {
    const place = [...path, "relationship"];
    issues.push(createIssue(UNKNOWN_RELATIONSHIP, { path: place, params: { relationship } }));
  }
  const wrong = counts.find((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (wrong !== undefined) {
    issues.push(
      createIssue(INVALID_COUNT, {
        path,
        params: { count: wrong, least: 0, most: Number.MAX_SAFE_INTEGER },
      }),
    );
  }
  return issues;
}

/** Finds that a summary was made with another survey than this, whatever its name, or was changed since. */
function checkShapeOf(index: SurveyIndex, { fingerprint, groups }: FeedbackSummary): Issue[] {
  const same =
    fingerprint === fingerprintOf(index) &&
    groups.length === index.relationships.length &&
    groups.every(
      ({ relationship, competencies, responses }, at) =>
        relationship === index.relationships[at]?.id &&
        competencies.length === index.competencies.length &&
        competencies.every(({ competencyId, patterns }, place) => {
          const { id, start, end } = index.competencies[place] as {
            id: string;
            start: number;
            end: number;
          };
          const codes = index.items
            .slice(start, end)
            .map(({ grid }) => grid.points + FIRST_POINT_CODE);
          const known = patterns.every(
            (pattern) =>
              pattern.length === codes.length &&
              pattern.every((code, item) => code >= 0 && code < (codes[item] as number)),
          );
          return competencyId === id && patterns.length === responses && known;
        }),
    );
  if (same) return [];
  const params = { found: "another survey", expected: index.survey.id };
  return [createIssue(SURVEY_MISMATCH, { path: ["summary", "groups"], params })];
}

/** A summary's answers as rows of codes. Which patterns share a row means nothing and decides nothing. */
function readSummary(
  index: SurveyIndex,
  { subjectId, groups }: FeedbackSummary,
  insiders: readonly InsiderCount[],
): SubjectAnswers {
  const codes: number[] = [];
  const rows = groups.map(({ competencies, responses }) =>
    Array.from({ length: responses }, (_, rater) => {
      const start = codes.length;
      for (const { patterns } of competencies) codes.push(...(patterns[rater] ?? []));
      return start;
    }),
  );
  return { subjectId, codes, rows, insiders: countInsiders(index, insiders) };
}

/** Insiders per relationship, in the survey's order. */
export function countInsiders(
  { relationships }: SurveyIndex,
  insiders: readonly InsiderCount[],
): number[] {
  return relationships.map(({ id }) =>
    insiders.reduce((sum, one) => sum + (one.relationship === id ? one.count : 0), 0),
  );
}
