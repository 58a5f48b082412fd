/**
 * Rating scales, weights, weighted means, shares, rounding, bands, calendar dates, money, people: the small values that scores are made of.
 *
 * @module values
 */

export { addMoney } from "./add-money.js";
export { addMonths } from "./add-months.js";
export { addWorkingDays } from "./add-working-days.js";
export { apportion } from "./apportion.js";
export { bandOf } from "./band-of.js";
export { type CheckWeightsOptions, checkWeights } from "./check-weights.js";
export { compareScores } from "./compare-scores.js";
export { countWorkingDays } from "./count-working-days.js";
export { type CreateBandsOptions, createBands } from "./create-bands.js";
export { dateInZone } from "./date-in-zone.js";
export { daysIn } from "./days-in.js";
export { endOfDateInZone } from "./end-of-date-in-zone.js";
export { isCalendarDate } from "./is-calendar-date.js";
export { isDeadlineMet } from "./is-deadline-met.js";
export { isOnScale } from "./is-on-scale.js";
export { likertScale } from "./likert-scale.js";
export { type NormalizeWeightsOptions, normalizeWeights } from "./normalize-weights.js";
export { type PercentSharesOptions, percentShares } from "./percent-shares.js";
export { type Proration, prorate } from "./prorate.js";
export { rescale } from "./rescale.js";
export {
  type RoundForDisplayOptions,
  type RoundingMode,
  roundForDisplay,
} from "./round-for-display.js";
export { scaleEnds } from "./scale-ends.js";
export {
  ActorSchema,
  BandSchema,
  BandsSchema,
  CalendarDateSchema,
  DirectionSchema,
  InstantSchema,
  LabelledWeightSchema,
  MissingPolicySchema,
  MoneySchema,
  PeriodSchema,
  PersonSchema,
  parseActor,
  parsePerson,
  parseRatingScale,
  parseTeam,
  RatingScaleSchema,
  safeParseActor,
  safeParsePerson,
  safeParseRatingScale,
  safeParseTeam,
  TeamSchema,
} from "./schema.js";
export { splitMoney } from "./split-money.js";
export type {
  Actor,
  Band,
  Bands,
  CalendarDate,
  Direction,
  Instant,
  LabelledWeight,
  MissingPolicy,
  Money,
  Period,
  Person,
  RatingScale,
  ScalePoint,
  Team,
  Weekday,
} from "./types.js";
export {
  type PreviousValue,
  type WeightedMeanOptions,
  type WeightedTerm,
  weightedMean,
} from "./weighted-mean.js";
export type { WorkingDayOptions } from "./working-days.js";
