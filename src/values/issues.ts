/** A number is not finite, or larger than any score is. */
export const NOT_FINITE = {
  code: "values/not-finite",
  message: "{what} must be a finite number of at most 1e100 in magnitude, found {received}.",
} as const;
/** A number is outside its bounds. */
export const OUT_OF_RANGE = {
  code: "values/out-of-range",
  message: "{what} must be {expected}, found {received}.",
} as const;
/** A list that needs an entry has none. */
export const EMPTY_LIST = {
  code: "values/empty-list",
  message: "{what} must not be empty.",
} as const;
/** Two entries of a list have the same label. */
export const DUPLICATE_LABEL = {
  code: "values/duplicate-label",
  message: 'The label "{label}" stands for more than one entry.',
} as const;
/** An identifier stands twice in a list. */
export const DUPLICATE_ID = {
  code: "values/duplicate-id",
  message: 'The identifier "{id}" is listed more than once.',
} as const;

/** The highest value of a scale is not above its lowest. */
export const SCALE_BOUNDS = {
  code: "values/scale-bounds",
  message: "The scale's highest value {max} must be above its lowest {min}.",
} as const;
/** The step of a scale is not above 0. */
export const SCALE_STEP = {
  code: "values/scale-step",
  message: "The scale's step must be above 0, found {step}.",
} as const;
/** The highest value of a scale is not a whole number of steps from its lowest. */
export const SCALE_UNEVEN = {
  code: "values/scale-uneven",
  message: "From {min} to {max} is not a whole number of steps of {step}.",
} as const;
/** A named point is not a value of its scale. */
export const SCALE_POINT_OFF = {
  code: "values/scale-point-off",
  message: "{value} is not a value of the scale.",
} as const;
/** A value of a scale is named twice. */
export const SCALE_POINT_DUPLICATE = {
  code: "values/scale-point-duplicate",
  message: "The value {value} is named more than once.",
} as const;

/** A label or an identifier is the empty text. */
export const EMPTY_LABEL = {
  code: "values/empty-label",
  message: 'The label "{label}" is empty.',
} as const;
/** A label is empty, or stands for two entries. */
export const INVALID_LABEL = {
  code: "values/invalid-label",
  message: "A label must be unique and not empty.",
} as const;
/** A weight is below 0, not finite, or larger than any weight is. */
export const INVALID_WEIGHT = {
  code: "values/invalid-weight",
  message: "A weight must be a number from 0.",
} as const;
/** A value or a previous value is not finite, or its age is below 0. */
export const INVALID_VALUE = {
  code: "values/invalid-value",
  message: "A value must be a number, its age from 0.",
} as const;
/** A value is missing where the policy refuses missing values. */
export const MISSING_VALUE = {
  code: "values/missing-value",
  message: "The value is missing.",
} as const;
/** An option has a value that it cannot have. */
export const INVALID_OPTION = {
  code: "values/invalid-option",
  message: "The option has no such value.",
} as const;
/** No weight is above 0. */
export const WEIGHT_ALL_ZERO = {
  code: "values/weight-all-zero",
  message: "No weight is above 0.",
} as const;
/** The weights do not add up to the stated total. */
export const WEIGHT_TOTAL = {
  code: "values/weight-total",
  message: "The weights add up to {total} instead of {expected}; the difference is {difference}.",
} as const;
/** A total to split is not a safe integer. */
export const TOTAL_UNSAFE = {
  code: "values/total-unsafe",
  message: "The total must be a safe integer, found {received}.",
} as const;
/** All shares are 0, and there is something to split. */
export const SHARES_ALL_ZERO = {
  code: "values/shares-all-zero",
  message: "All shares are 0, so nothing can take the total {total}.",
} as const;
/** The locked weights leave less than nothing for the others. */
export const LOCKED_EXCEED_TOTAL = {
  code: "values/locked-exceed-total",
  message: "The locked weights add up to {locked}, more than the total {total}.",
} as const;
/** The locked weights leave a rest that no other weight can take. */
export const REST_UNSHARED = {
  code: "values/rest-unshared",
  message: "A rest of {rest} remains, and no unlocked weight above 0 can take it.",
} as const;

/** A band below another one states a bound that is not lower. */
export const BAND_ORDER = {
  code: "values/band-order",
  message: 'The band "{label}" starts at {from}, which is not above the band before it.',
} as const;
/** A band other than the lowest has no lower bound. */
export const BAND_OPEN = {
  code: "values/band-open",
  message: 'The band "{label}" has no lower bound; only the lowest band may be open below.',
} as const;
/** A band ends before the next one starts. */
export const BAND_GAP = {
  code: "values/band-gap",
  message: 'The band "{label}" ends at {to}, but what follows starts at {next}.',
} as const;
/** A band ends after the next one has started. */
export const BAND_OVERLAP = {
  code: "values/band-overlap",
  message: 'The band "{label}" ends at {to}, but what follows starts at {next} already.',
} as const;
/** The upper end of the bands is not above the start of the highest band. */
export const BAND_END = {
  code: "values/band-end",
  message: "The upper end {to} must be above {from}, where the highest band starts.",
} as const;

/** A text is no calendar date. */
export const DATE_INVALID = {
  code: "values/date-invalid",
  message: '"{received}" is no calendar date of the form YYYY-MM-DD.',
} as const;
/** A date lies outside the years 0001 to 9999. */
export const DATE_OUT_OF_RANGE = {
  code: "values/date-out-of-range",
  message: "The date would lie outside the years 0001 to 9999.",
} as const;
/** A zone skipped a date: no instant there belongs to it. */
export const DATE_SKIPPED = {
  code: "values/date-skipped",
  message: "{date} does not exist in {zone}: its clocks jumped over it.",
} as const;
/** A period ends before it starts. */
export const PERIOD_ORDER = {
  code: "values/period-order",
  message: "The period ends on {end}, before it starts on {start}.",
} as const;
/** A text is no instant. */
export const INSTANT_INVALID = {
  code: "values/instant-invalid",
  message: '"{received}" is no instant of the form YYYY-MM-DDThh:mm:ssZ.',
} as const;
/** An instant does not say how far it is from UTC. */
export const INSTANT_WITHOUT_OFFSET = {
  code: "values/instant-without-offset",
  message: '"{received}" needs a Z or an offset such as +02:00.',
} as const;
/** A zone is not known. */
export const ZONE_UNKNOWN = {
  code: "values/zone-unknown",
  message: '"{zone}" is no known IANA time zone.',
} as const;
/** Every day of the week is a weekend day. */
export const NO_WORKING_DAY = {
  code: "values/no-working-day",
  message: "The weekend takes up the whole week.",
} as const;

/** An amount of money is not a safe integer of minor units. */
export const MONEY_AMOUNT = {
  code: "values/money-amount",
  message: "The amount must be a safe integer of minor units, found {received}.",
} as const;
/** A currency is not three capital letters. */
export const MONEY_CURRENCY = {
  code: "values/money-currency",
  message: 'The currency must be three capital letters, found "{received}".',
} as const;
/** Amounts of different currencies or scales meet. */
export const MONEY_MIXED = {
  code: "values/money-mixed",
  message: "Cannot add {other} to {first}.",
} as const;
/** A sum of money leaves the safe integers. */
export const MONEY_OVERFLOW = {
  code: "values/money-overflow",
  message: "The sum leaves the range of safe integers.",
} as const;
