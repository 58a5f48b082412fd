/** Two groups have the same identifier. */
export const DUPLICATE_GROUP = {
  code: "disclosure/duplicate-group",
  message: 'The group "{group}" is there twice.',
} as const;
/** An identifier is empty. */
export const EMPTY_GROUP_ID = {
  code: "disclosure/empty-group-id",
  message: "A group needs an identifier.",
} as const;
/** The pool has the name of a group. */
export const POOL_NAME_TAKEN = {
  code: "disclosure/pool-name-taken",
  message: 'The pool cannot be called "{pool}": a group is.',
} as const;
/** A number of people is not a whole number from 0. */
export const INVALID_COUNT = {
  code: "disclosure/invalid-count",
  message: "A number of people is a whole number from 0, not {n}.",
} as const;
/** The minimum is not a whole number from 1. */
export const INVALID_MINIMUM = {
  code: "disclosure/invalid-minimum",
  message: "The fewest people in a shown part is a whole number from 1, not {minimum}.",
} as const;
/** A fold names a group that is not there. */
export const UNKNOWN_FOLD_GROUP = {
  code: "disclosure/unknown-fold-group",
  message: 'The fold names "{group}", which is no group.',
} as const;
/** A fold takes from or gives to an identified group. */
export const FOLD_IDENTIFIED = {
  code: "disclosure/fold-identified",
  message: 'The identified group "{group}" neither folds nor receives.',
} as const;
/** Two folds take from the same group. */
export const FOLD_TWICE = {
  code: "disclosure/fold-twice",
  message: 'Two folds take from "{group}".',
} as const;
/** Folds lead back to where they began. */
export const FOLD_CYCLE = {
  code: "disclosure/fold-cycle",
  message: "The folds lead in a circle: {cycle}.",
} as const;
