/** A value is neither a usable number nor `null`. */
export const NOT_FINITE = {
  code: "stats/not-finite",
  message: "{what} must be a finite number of at most 1e100 in magnitude, found {received}.",
} as const;
/** A weight is below 0. */
export const NEGATIVE_WEIGHT = {
  code: "stats/negative-weight",
  message: "A weight must be 0 or more, found {received}.",
} as const;
/** Two lists that belong together differ in length. */
export const LENGTH_MISMATCH = {
  code: "stats/length-mismatch",
  message: "There are {values} values but {weights} weights.",
} as const;
/** An option or a probability is outside its bounds. */
export const OUT_OF_RANGE = {
  code: "stats/out-of-range",
  message: "{what} must be {expected}, found {received}.",
} as const;
