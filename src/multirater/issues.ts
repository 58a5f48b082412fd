/** Two things of a survey have the same identifier. */
export const DUPLICATE_ID = {
  code: "multirater/duplicate-id",
  message: 'The {what} "{id}" is there twice.',
} as const;
/** An identifier is empty. */
export const EMPTY_ID = {
  code: "multirater/empty-id",
  message: "An identifier must not be empty.",
} as const;
/** A relationship has a name that the library keeps for itself. */
export const RESERVED_ID = {
  code: "multirater/reserved-id",
  message: 'The name "{id}" is reserved.',
} as const;
/** An item or the survey names a scale that is not there. */
export const UNKNOWN_SCALE = {
  code: "multirater/unknown-scale",
  message: 'There is no scale "{scale}".',
} as const;
/** A list that must not be empty is. */
export const EMPTY_LIST = {
  code: "multirater/empty-list",
  message: "There must be at least one of the {what}.",
} as const;
/** A weight is negative or no number, or all weights are 0. */
export const INVALID_WEIGHTS = {
  code: "multirater/invalid-weights",
  message: "The weights of the {what} must be numbers from 0, not all of them 0.",
} as const;
/** The relationship `self` is not identified. */
export const SELF_NOT_IDENTIFIED = {
  code: "multirater/self-not-identified",
  message: 'The relationship "self" is always identified.',
} as const;
/** A number of the disclosure policy is out of its bounds. */
export const INVALID_POLICY = {
  code: "multirater/invalid-policy",
  message: "{field} must be {bound}.",
} as const;
/** The version is not a whole number from 1. */
export const INVALID_VERSION = {
  code: "multirater/invalid-version",
  message: "A survey's version is a whole number from 1, not {version}.",
} as const;
/** A scale has too many points to be coded. */
export const SCALE_TOO_FINE = {
  code: "multirater/scale-too-fine",
  message: 'The scale "{scale}" has {points} points; a survey item can have {limit}.',
} as const;
/** A response, tally or summary belongs to another survey or version. */
export const SURVEY_MISMATCH = {
  code: "multirater/survey-mismatch",
  message: "Found {found}, expected {expected}.",
} as const;
/** The relationship is not one of the survey's. */
export const UNKNOWN_RELATIONSHIP = {
  code: "multirater/unknown-relationship",
  message: 'The survey has no relationship "{relationship}".',
} as const;
/** The relationship `self` and the identifiers disagree. */
export const SELF_MISMATCH = {
  code: "multirater/self-mismatch",
  message: 'Subject and rater are the same person exactly when the relationship is "self".',
} as const;
/** A subject has more than one response about themself. */
export const SELF_TWICE = {
  code: "multirater/self-twice",
  message: '"{subject}" answers about themself more than once.',
} as const;
/** The item is not one of the survey's. */
export const UNKNOWN_ITEM = {
  code: "multirater/unknown-item",
  message: 'The survey has no item "{item}".',
} as const;
/** An item is answered twice in one response. */
export const DUPLICATE_ANSWER = {
  code: "multirater/duplicate-answer",
  message: 'The item "{item}" is answered twice.',
} as const;
/** A rating is not a value of its item's scale. */
export const OFF_SCALE = {
  code: "multirater/off-scale",
  message: "{value} is not on the scale {min} to {max} in steps of {step}.",
} as const;
/** The instant of submission is not an ISO 8601 instant with an offset. */
export const INVALID_INSTANT = {
  code: "multirater/invalid-instant",
  message: "Expected an instant such as 2026-03-31T17:00:00Z, with an offset or Z.",
} as const;
/** A rater has answered about this subject before. */
export const DUPLICATE_RESPONSE = {
  code: "multirater/duplicate-response",
  message: "The rater has already answered about this subject.",
} as const;
/** A later response of the same rater about the same subject was counted instead. */
export const SUPERSEDED_RESPONSE = {
  code: "multirater/superseded-response",
  message: "A later response of the same rater was counted instead.",
} as const;
/** A column is shorter or longer than the others ask for. */
export const COLUMN_LENGTH = {
  code: "multirater/column-length",
  message: "The column has {found} entries; {expected} are needed.",
} as const;
/** A code of a column names nothing. */
export const INVALID_CODE = {
  code: "multirater/invalid-code",
  message: "The {what} {found} is out of range; there are {count}.",
} as const;
/** A count is not a whole number, or below its least. */
export const INVALID_COUNT = {
  code: "multirater/invalid-count",
  message: "A count is a whole number from {least} to {most}, not {count}.",
} as const;
/** A row of counts is there twice. */
export const DUPLICATE_ROW = {
  code: "multirater/duplicate-row",
  message: "The same row is there twice.",
} as const;
/** Two tables of counts contradict each other. */
export const COUNTS_DISAGREE = {
  code: "multirater/counts-disagree",
  message: "{detail}",
} as const;
/** A tally to be subtracted holds what the other does not. */
export const NOT_CONTAINED = {
  code: "multirater/not-contained",
  message:
    'Subject "{subject}", relationship "{relationship}": there are fewer such answers than are to be taken away.',
} as const;
/** A caller asked for less protection than the survey promises. */
export const LOOSER_DISCLOSURE = {
  code: "multirater/looser-disclosure",
  message: "{field} is {asked}; the survey promises {promised}, and a reader can only be stricter.",
} as const;
/** Results are asked for before they were released. */
export const NOT_RELEASED = {
  code: "multirater/not-released",
  message: "The survey is {status}; results are read once it is released.",
} as const;
/** The address is no cell of the view. */
export const UNKNOWN_CELL = {
  code: "multirater/unknown-cell",
  message: "The view has no such cell: {detail}.",
} as const;
/** The cell is withheld, so that there is nothing to explain. */
export const CELL_WITHHELD = {
  code: "multirater/cell-withheld",
  message: "The cell is withheld.",
} as const;
/** The survey is changed after a response was submitted. */
export const SURVEY_FROZEN = {
  code: "multirater/survey-frozen",
  message: "{submissions} responses were submitted; a change makes a new survey.",
} as const;
/** A response comes before the window opens. */
export const NOT_YET_OPEN = {
  code: "multirater/not-yet-open",
  message: "The survey opens at {opens}.",
} as const;
/** A response comes after the window, and the survey refuses late ones. */
export const TOO_LATE = {
  code: "multirater/too-late",
  message: "The survey closed at {closes}.",
} as const;
/** A field of a survey's plan is not what it may be, or its window ends before it begins. */
export const INVALID_PLAN = {
  code: "multirater/invalid-plan",
  message: "The plan's {field} must be {bound}.",
} as const;
/** The survey is opened before it was planned. */
export const NOT_PLANNED = {
  code: "multirater/not-planned",
  message: "There is no survey to open: plan it first.",
} as const;
/** The window is still open, and only HR may close before its end. */
export const WINDOW_STILL_OPEN = {
  code: "multirater/window-still-open",
  message: "The window closes at {closes}; before that HR alone may close the survey.",
} as const;
