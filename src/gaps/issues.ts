/** An option is out of its bounds, or names what the view does not have. */
export const INVALID_OPTION = {
  code: "gaps/invalid-option",
  message: "The option is out of its bounds.",
} as const;
/** A reader or an invitation names a subject about whom there is no response. */
export const UNKNOWN_SUBJECT = {
  code: "gaps/unknown-subject",
  message: 'There are no responses about "{subject}".',
} as const;
