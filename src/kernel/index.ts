export type { ScaleEnds } from "./arithmetic.js";
export { DomainError } from "./domain-error.js";
export { exactSum } from "./exact-sum.js";
export { type FormatExplanationOptions, formatExplanation } from "./format-explanation.js";
export { formatIssue, type IssueCatalogue } from "./format-issue.js";
export {
  createIssue,
  type IssueDefinition,
  type IssueDetails,
  type MessageParams,
} from "./issue.js";
export { fail, isOk, ok, orThrow } from "./result.js";
export { issuesFromZod, parseWith, safeParseWith } from "./schema.js";
export type {
  Completeness,
  ExcludedTerm,
  Explained,
  Explanation,
  ExplanationRule,
  ExplanationTerm,
  Failure,
  Issue,
  IssueParam,
  JsonValue,
  Ok,
  Result,
  Severity,
} from "./types.js";
export { verifyExplanation } from "./verify-explanation.js";
