/** The library found itself in a state that should be impossible. */
export const INVARIANT = {
  code: "kernel/invariant",
  message: "Broken invariant: {detail}",
} as const;
/** The value has another type than the schema asks for. */
export const INVALID_TYPE = {
  code: "kernel/invalid-type",
  message: "Expected {expected}, found {received}.",
} as const;
/** The value is none of those allowed. */
export const INVALID_VALUE = {
  code: "kernel/invalid-value",
  message: "Expected one of {expected}.",
} as const;
/** The number, text or list is below its bound. */
export const TOO_SMALL = {
  code: "kernel/too-small",
  message: "Expected {bound} {minimum}.",
} as const;
/** The number, text or list is above its bound. */
export const TOO_LARGE = {
  code: "kernel/too-large",
  message: "Expected {bound} {maximum}.",
} as const;
/** The object has properties that the schema does not know. */
export const UNKNOWN_KEYS = {
  code: "kernel/unknown-keys",
  message: "Unknown properties: {keys}.",
} as const;
/** The value does not have the form that the schema asks for. */
export const INVALID_FORMAT = {
  code: "kernel/invalid-format",
  message: "{detail}",
} as const;
/** A node of an explanation does not follow from its terms. */
export const EXPLANATION_MISMATCH = {
  code: "kernel/explanation-mismatch",
  message: "{what} is stated as {stated}; recomputed it is {recomputed}.",
} as const;
/** A tree is not an explanation: a label twice, a child without a term, a rule without its terms. */
export const EXPLANATION_MALFORMED = {
  code: "kernel/explanation-malformed",
  message: "{detail}",
} as const;
/** A machine's definition contradicts itself: a programming error. */
export const INVALID_MACHINE = {
  code: "kernel/invalid-machine",
  message: 'The machine "{machine}" is not well defined: {detail}',
} as const;
/** The machine has no such command. */
export const UNKNOWN_COMMAND = {
  code: "kernel/unknown-command",
  message: 'The machine "{machine}" has no command "{command}".',
} as const;
/** The command may not be given in the present status. */
export const WRONG_STATUS = {
  code: "kernel/wrong-status",
  message: '"{command}" may not be given in status "{status}", only in: {expected}.',
} as const;
/** The actor holds none of the roles that may give the command. */
export const WRONG_ROLE = {
  code: "kernel/wrong-role",
  message: '"{command}" may not be given by the roles "{roles}", only by: {expected}.',
} as const;
/** The actor has an empty identifier. */
export const MISSING_ACTOR = {
  code: "kernel/missing-actor",
  message: "The actor needs an identifier.",
} as const;
/** The time is not an ISO 8601 instant with `Z` or an offset. */
export const INVALID_INSTANT = {
  code: "kernel/invalid-instant",
  message: '"{at}" is not an ISO 8601 instant with Z or an offset.',
} as const;
/** The state's sequence is not a whole number from 0. */
export const INVALID_STATE = {
  code: "kernel/invalid-state",
  message: "The sequence of a state is a whole number from 0, not {sequence}.",
} as const;
/** The machine has no such event. */
export const UNKNOWN_EVENT = {
  code: "kernel/unknown-event",
  message: 'The machine "{machine}" has no event "{event}".',
} as const;
/** The event does not follow the last one. */
export const OUT_OF_ORDER = {
  code: "kernel/out-of-order",
  message: "Event {expected} was expected, not {sequence}.",
} as const;
/** The event cannot happen in the present status. */
export const IMPOSSIBLE_EVENT = {
  code: "kernel/impossible-event",
  message: '"{event}" cannot happen in status "{status}", only in: {expected}.',
} as const;
/** Only the two parties may act on an agreement. */
export const AGREEMENT_NOT_A_PARTY = {
  code: "kernel/agreement-not-a-party",
  message: 'Only the two parties may act; "{actor}" is none of them.',
} as const;
/** An agreement has two different parties with identifiers. */
export const AGREEMENT_PARTIES = {
  code: "kernel/agreement-parties",
  message: "An agreement needs two different parties, each with an identifier.",
} as const;
/** The parties and the first version are known already. */
export const AGREEMENT_ALREADY_OPEN = {
  code: "kernel/agreement-already-open",
  message: "The agreement has been opened before.",
} as const;
/** The agreement has neither parties nor content yet. */
export const AGREEMENT_NOT_OPEN = {
  code: "kernel/agreement-not-open",
  message: "The agreement has not been opened yet.",
} as const;
/** The content of an agreement is a JSON object. */
export const AGREEMENT_CONTENT = {
  code: "kernel/agreement-content",
  message: "The content must be an object that JSON can hold.",
} as const;
/** The command was given for another version than the latest. */
export const AGREEMENT_OLD_VERSION = {
  code: "kernel/agreement-old-version",
  message: "The latest version is {latest}, not {version}.",
} as const;
/** The party has agreed to the latest version before. */
export const AGREEMENT_REPEATED_CONSENT = {
  code: "kernel/agreement-repeated-consent",
  message: '"{actor}" has agreed to version {version} already.',
} as const;
/** The kept changes do not say what stood there before. */
export const AGREEMENT_CHANGED_HISTORY = {
  code: "kernel/agreement-changed-history",
  message: "The changes do not fit the version before them.",
} as const;
/** A change names a property of an object's prototype. */
export const CHANGE_FORBIDDEN_PATH = {
  code: "kernel/change-forbidden-path",
  message: 'A change may not name "__proto__", "constructor" or "prototype": {place}.',
} as const;
/** The place to change does not exist. */
export const CHANGE_PATH_MISSING = {
  code: "kernel/change-path-missing",
  message: 'There is no place "{place}" to change.',
} as const;
/** The place to add exists already. */
export const CHANGE_PATH_TAKEN = {
  code: "kernel/change-path-taken",
  message: 'There is something at "{place}" already; replace it.',
} as const;
/** A change neither adds, replaces nor removes. */
export const CHANGE_UNKNOWN_OP = {
  code: "kernel/change-unknown-op",
  message: 'A change is an "add", a "replace" or a "remove", not "{op}".',
} as const;
/** The new value is no plain JSON. */
export const CHANGE_NOT_JSON = {
  code: "kernel/change-not-json",
  message: "The new value cannot be held by JSON, or names a property of an object's prototype.",
} as const;
/** The changes together leave the content as it was. */
export const CHANGE_NOTHING = {
  code: "kernel/change-nothing",
  message: "The changes leave the content as it is.",
} as const;
