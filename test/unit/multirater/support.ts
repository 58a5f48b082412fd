import { orThrow } from "../../../src/kernel/result.js";
import type { Result } from "../../../src/kernel/types.js";
import {
  type DiscloseFeedbackInput,
  discloseFeedback,
} from "../../../src/multirater/disclose-feedback.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import type { FeedbackSummary, SummaryPolicy } from "../../../src/multirater/summary-types.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type {
  DisclosurePolicy,
  NonAnswer,
  Response,
  Survey,
  SurveyCompetency,
  SurveyItem,
  SurveyRelationship,
} from "../../../src/multirater/types.js";
import type { FeedbackView } from "../../../src/multirater/view-types.js";
import type { RatingScale } from "../../../src/values/types.js";

/** The codes of a refusal with their places, as `code@path`; empty for a success. */
export function refusals(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code}@${path.join(".")}`);
}

/** A scale of whole numbers from 1 to 5. */
export const FIVE: RatingScale = {
  id: "five",
  min: 1,
  max: 5,
  step: 1,
  direction: "higherIsBetter",
};

/** `self` and `manager` are identified, `peer` and `report` confidential; all weigh 1. */
export const RELATIONSHIPS: readonly SurveyRelationship[] = [
  { id: "self", identified: true },
  { id: "manager", identified: true },
  { id: "peer", identified: false },
  { id: "report", identified: false },
];

/** What a test survey differs in. */
export interface SurveyParts {
  readonly scales?: readonly RatingScale[];
  readonly reportingScaleId?: string;
  /** Items of the one competency `c`; `competencies` replaces it. */
  readonly items?: readonly Partial<SurveyItem>[];
  readonly competencies?: readonly SurveyCompetency[];
  readonly relationships?: readonly SurveyRelationship[];
  readonly disclosure?: Partial<DisclosurePolicy> | undefined;
}

/** A survey with one competency `c` of one item `a` on 1 to 5, where nothing else is asked for. */
export function surveyOf(parts: SurveyParts = {}): Survey {
  const { scales = [FIVE], items = [{}], relationships = RELATIONSHIPS } = parts;
  const scaleId = scales[0]?.id ?? "";
  const competency: SurveyCompetency = {
    id: "c",
    items: items.map((item, at) => ({ id: "abcdefgh".charAt(at), scaleId, ...item })),
  };
  return {
    id: "survey",
    version: 1,
    scales,
    reportingScaleId: parts.reportingScaleId ?? scaleId,
    competencies: parts.competencies ?? [competency],
    relationships,
    disclosure: { id: "policy", ...parts.disclosure },
  };
}

/** One rater's answers in the survey's order of items; `null` leaves an item out. */
export type AnswerRow = readonly (number | NonAnswer | null)[];

/** Responses of one relationship, one for each row; the raters are `peer1`, `peer2` … */
export function answersOf(
  survey: Survey,
  relationship: string,
  { rows, subjectId = "ada" }: { rows: readonly AnswerRow[]; subjectId?: string },
): Response[] {
  const itemIds = survey.competencies.flatMap(({ items }) => items.map(({ id }) => id));
  return rows.map((row, at) => ({
    surveyId: survey.id,
    subjectId,
    raterId: relationship === "self" ? subjectId : `${relationship}${at + 1}`,
    relationship,
    submittedAt: "2026-03-31T17:00:00Z",
    answers: itemIds.flatMap((itemId, place) => {
      const value = row[place] ?? null;
      return value === null ? [] : [{ itemId, value }];
    }),
  }));
}

/** All groups' answers about one subject, by relationship. */
export type GroupRows = Readonly<Record<string, readonly AnswerRow[]>>;

/** Responses of several relationships about one subject. */
export function responsesOf(survey: Survey, groups: GroupRows, subjectId = "ada"): Response[] {
  return Object.entries(groups).flatMap(([relationship, rows]) =>
    answersOf(survey, relationship, { rows, subjectId }),
  );
}

/** The summary of the one subject of these answers. */
export function summaryOf(
  survey: Survey,
  groups: GroupRows,
  policy: SummaryPolicy = {},
): FeedbackSummary {
  const { tally } = orThrow(tallyResponses(survey, responsesOf(survey, groups)));
  const summaries = orThrow(summarizeFeedback(survey, tally, policy));
  if (summaries.length !== 1) throw new Error(`${summaries.length} subjects instead of one`);
  return summaries[0] as FeedbackSummary;
}

/** What a test view differs in. */
export type ViewParts = Partial<Omit<DiscloseFeedbackInput, "survey" | "summary">> & {
  readonly policy?: SummaryPolicy;
};

/** The subject's view of these answers. */
export function viewOf(survey: Survey, groups: GroupRows, parts: ViewParts = {}): FeedbackView {
  const { policy, ...input } = parts;
  const summary = summaryOf(survey, groups, policy);
  return orThrow(discloseFeedback({ survey, summary, viewer: "subject", ...input })).view;
}

/** A number of raters who all gave the same answers. */
export function times(count: number, row: AnswerRow): AnswerRow[] {
  return Array.from({ length: count }, () => row);
}
