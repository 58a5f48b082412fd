/**
 * Results, issues, exact sums, explanations that verify, state machines and two-party agreement: what every other room is built with.
 *
 * @module kernel
 */

export {
  type AgreementMachineOptions,
  agreementMachine,
} from "./agreement-machine.js";
export type {
  AgreementCommand,
  AgreementConsent,
  AgreementData,
  AgreementModel,
  AgreementVersion,
  ContentChange,
  ContentEdit,
  ContentPath,
  VersionMade,
} from "./agreement-types.js";
export type { ScaleEnds } from "./arithmetic.js";
export {
  type AvailabilityRequest,
  type AvailableCommand,
  availableCommands,
} from "./available-commands.js";
export { type CommandRequest, type Decision, decide, type FactsInput } from "./decide.js";
export { defineMachine } from "./define-machine.js";
export { DomainError } from "./domain-error.js";
export { evolve } from "./evolve.js";
export { exactSum } from "./exact-sum.js";
export { type FormatExplanationOptions, formatExplanation } from "./format-explanation.js";
export { formatIssue, type IssueCatalogue } from "./format-issue.js";
export {
  createIssue,
  type IssueDefinition,
  type IssueDetails,
  type MessageParams,
} from "./issue.js";
export type {
  CommandActor,
  CommandContext,
  CommandDefinition,
  CommandNamed,
  CommandOf,
  CommandType,
  ComputedStatus,
  EventActor,
  EventDefinition,
  EventType,
  FactsOf,
  GuardContext,
  Machine,
  MachineDefinition,
  MachineEvent,
  MachineModel,
  MachineState,
  NamedCommand,
  RecordedEvent,
  WithFacts,
} from "./machine-types.js";
export { replay } from "./replay.js";
export { fail, isOk, ok, orThrow } from "./result.js";
export { issuesFromZod, parseWith, safeParseWith } from "./schema.js";
export { toMermaid } from "./to-mermaid.js";
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
export { type VerifiedExplanation, verifyExplanation } from "./verify-explanation.js";
