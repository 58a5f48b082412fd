/**
 * 360-degree feedback: surveys, responses, counts, scores, and the view that a person may read.
 *
 * @module multirater
 */

export type { InvitationCount } from "./build-view.js";
export { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "./data/sample.js";
export { DEFAULT_SUMMARY_POLICY } from "./defaults.js";
export {
  type DisclosedFeedback,
  type DiscloseFeedbackInput,
  discloseFeedback,
  type InsiderCount,
} from "./disclose-feedback.js";
export type { StricterDisclosure } from "./disclosure-rules.js";
export { explainCell } from "./explain-cell.js";
export { findCell } from "./find-cell.js";
export { mergeTallies } from "./merge-tallies.js";
export {
  parseResponse,
  parseSurvey,
  ResponseSchema,
  responseSchemaFor,
  SurveySchema,
  safeParseResponse,
  safeParseSurvey,
} from "./schema.js";
export { subtractTally } from "./subtract-tally.js";
export { summarizeFeedback } from "./summarize-feedback.js";
export type {
  AveragingOrder,
  CompetencySummary,
  CompositeSummary,
  FeedbackSummary,
  FilledSummaryPolicy,
  GroupSummary,
  ItemSummary,
  OthersComposition,
  SummaryPolicy,
} from "./summary-types.js";
export { surveyMachine, windowStatus } from "./survey-machine.js";
export type {
  EmptyData,
  ExtendCommand,
  ExtendedData,
  PlainCommand,
  PlanCommand,
  SubmittedData,
  SurveyEvents,
  SurveyModel,
  SurveyPlan,
  SurveyProgress,
  SurveyWindow,
} from "./survey-machine-types.js";
export { tallyColumns } from "./tally-columns.js";
export { tallyFromCounts } from "./tally-from-counts.js";
export { type TallyOptions, type TallyOutcome, tallyResponses } from "./tally-responses.js";
export { toCounts } from "./to-counts.js";
export type {
  AnswerCount,
  DisclosurePolicy,
  FoldRule,
  NonAnswer,
  PatternCount,
  RejectedResponse,
  Response,
  ResponseAnswer,
  ResponseColumns,
  ResponseCount,
  Survey,
  SurveyCompetency,
  SurveyItem,
  SurveyRelationship,
  Tally,
  TallyCounts,
  TopCodePolicy,
} from "./types.js";
export type {
  CellAddress,
  FeedbackView,
  GroupIdentity,
  HrCounts,
  ResponseRate,
  ShownCell,
  SubmittedCount,
  ViewCell,
  ViewCompetency,
  Viewer,
  ViewGroup,
  ViewItem,
  ViewPolicy,
  WithheldCell,
} from "./view-types.js";
