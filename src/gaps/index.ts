/**
 * Self against others: where two groups of a view differ, how sure that is, and the report in one call.
 *
 * @module gaps
 */

export { analyzeGaps } from "./analyze-gaps.js";
export {
  buildFeedbackReport,
  type FeedbackReportOptions,
  type FeedbackReports,
  type ReportReader,
  type SubjectInvitations,
} from "./build-feedback-report.js";
export { DEFAULT_GAP_CONFIDENCE, DEFAULT_GAP_THRESHOLD } from "./defaults.js";
export { type DescribeGapOptions, describeGap, type GapSentence } from "./describe-gap.js";
export { estimateStandIn } from "./estimate-stand-in.js";
export type {
  AnalyzeGapsOptions,
  FeedbackReport,
  Gap,
  GapCut,
  GapDifference,
  GapInterval,
  GapNorm,
  GapPolicy,
  GapQuadrant,
  GapReport,
  GapThreshold,
  RaterSpread,
  ScoreCut,
  StandInSpread,
} from "./types.js";
