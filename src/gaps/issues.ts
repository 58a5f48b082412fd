/** A group to compare is none of the view's. */
export const UNKNOWN_GROUP = {
  code: "gaps/unknown-group",
  message: 'The view has no group "{group}".',
} as const;
/** A group is compared with itself. */
export const SAME_GROUP = {
  code: "gaps/same-group",
  message: 'The group "{group}" is compared with itself.',
} as const;
/** An option is out of its bounds. */
export const INVALID_OPTION = {
  code: "gaps/invalid-option",
  message: "{field} must be {bound}.",
} as const;
/** A norm is given for what the view does not have. */
export const UNKNOWN_NORM = {
  code: "gaps/unknown-norm",
  message: 'The norm names "{id}", which the view does not have.',
} as const;
/** A reader or an invitation names a subject about whom there is no response. */
export const UNKNOWN_SUBJECT = {
  code: "gaps/unknown-subject",
  message: 'There are no responses about "{subject}".',
} as const;
