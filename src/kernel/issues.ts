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
