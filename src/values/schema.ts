import * as z from "zod";
import { parseWith, safeParseWith, schemaFor } from "../kernel/schema.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkBandList } from "./check-band-list.js";
import { checkMissingPolicy } from "./check-missing-policy.js";
import { checkMoney } from "./check-money.js";
import { checkScale } from "./check-scale.js";
import { checkTeam } from "./check-team.js";
import { checkWeightList } from "./check-weight-list.js";
import { checkDate } from "./day-number.js";
import { checkInstant } from "./parse-instant.js";
import { checkPeriod } from "./period-days.js";
import type {
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
  Team,
} from "./types.js";

/** Hands the issues of an operation's own check to zod, which adds the place. */
function checkedBy<T>(check: (value: T) => readonly Issue[]) {
  return (value: T, context: z.core.$RefinementCtx): void => {
    for (const issue of check(value)) {
      context.addIssue({ code: "custom", path: [...issue.path], params: { issue } });
    }
  };
}

/** Reads a {@link Direction}. */
export const DirectionSchema: z.ZodType<Direction> = /* @__PURE__ */ (() =>
  schemaFor<Direction>()(z.enum(["higherIsBetter", "lowerIsBetter"])))();

/** Reads a {@link RatingScale}; bounds, step and named points must fit each other. */
export const RatingScaleSchema: z.ZodType<RatingScale> = /* @__PURE__ */ (() =>
  schemaFor<RatingScale>()(
    z
      .object({
        id: z.string(),
        min: z.number(),
        max: z.number(),
        step: z.number(),
        direction: DirectionSchema,
        points: z
          .array(z.object({ value: z.number(), label: z.string() }).readonly())
          .readonly()
          .optional(),
      })
      .readonly()
      .superRefine(checkedBy(checkScale)),
  ))();

/** Reads a {@link MissingPolicy}. */
export const MissingPolicySchema: z.ZodType<MissingPolicy> = /* @__PURE__ */ (() =>
  schemaFor<MissingPolicy>()(
    z
      .union([
        z.enum(["skip", "zero", "fail"]),
        z.object({ carryForward: z.object({ maxAgeDays: z.number() }).readonly() }).readonly(),
      ])
      .superRefine(checkedBy(checkMissingPolicy)),
  ))();

/** Reads a {@link LabelledWeight}. */
export const LabelledWeightSchema: z.ZodType<LabelledWeight> = /* @__PURE__ */ (() =>
  schemaFor<LabelledWeight>()(
    z
      .object({ label: z.string(), weight: z.number(), locked: z.boolean().optional() })
      .readonly()
      .superRefine(
        checkedBy((weight) =>
          checkWeightList([weight]).map((issue) => ({ ...issue, path: issue.path.slice(1) })),
        ),
      ),
  ))();

/** Reads a {@link CalendarDate} that exists. */
export const CalendarDateSchema: z.ZodType<CalendarDate> = /* @__PURE__ */ (() =>
  schemaFor<CalendarDate>()(z.string().superRefine(checkedBy((date) => checkDate(date)))))();

/** Reads an {@link Instant} with its offset. */
export const InstantSchema: z.ZodType<Instant> = /* @__PURE__ */ (() =>
  schemaFor<Instant>()(z.string().superRefine(checkedBy(checkInstant))))();

/** Reads a {@link Period} that does not end before it starts. */
export const PeriodSchema: z.ZodType<Period> = /* @__PURE__ */ (() =>
  schemaFor<Period>()(
    z.object({ start: z.string(), end: z.string() }).readonly().superRefine(checkedBy(checkPeriod)),
  ))();

/** Reads {@link Money} in whole minor units. */
export const MoneySchema: z.ZodType<Money> = /* @__PURE__ */ (() =>
  schemaFor<Money>()(
    z
      .object({ amount: z.number(), currency: z.string(), scale: z.number() })
      .readonly()
      .superRefine(checkedBy(checkMoney)),
  ))();

/** Reads one {@link Band}; how bands fit together is checked by {@link BandsSchema}. */
export const BandSchema: z.ZodType<Band> = /* @__PURE__ */ (() =>
  schemaFor<Band>()(
    z
      .object({
        label: z.string().min(1),
        from: z.number().nullable(),
        to: z.number().optional(),
      })
      .readonly(),
  ))();

/** Reads {@link Bands} without gap or overlap. */
export const BandsSchema: z.ZodType<Bands> = /* @__PURE__ */ (() =>
  schemaFor<Bands>()(
    z
      .object({
        bands: z.array(BandSchema).readonly(),
        direction: DirectionSchema,
        to: z.number().nullable(),
      })
      .readonly()
      .superRefine(checkedBy(checkBandList)),
  ))();

/** Reads a {@link Person}. */
export const PersonSchema: z.ZodType<Person> = /* @__PURE__ */ (() =>
  schemaFor<Person>()(
    z
      .object({
        id: z.string().min(1),
        name: z.string().optional(),
        managerId: z.string().min(1).optional(),
      })
      .readonly(),
  ))();

/** Reads a {@link Team}; each member is listed once. */
export const TeamSchema: z.ZodType<Team> = /* @__PURE__ */ (() =>
  schemaFor<Team>()(
    z
      .object({
        id: z.string().min(1),
        name: z.string().optional(),
        memberIds: z.array(z.string().min(1)).readonly(),
      })
      .readonly()
      .superRefine(checkedBy(checkTeam)),
  ))();

/** Reads an {@link Actor}. */
export const ActorSchema: z.ZodType<Actor> = /* @__PURE__ */ (() =>
  schemaFor<Actor>()(
    z
      .object({
        id: z.string().min(1),
        roles: z.array(z.string().min(1)).readonly(),
        name: z.string().optional(),
      })
      .readonly(),
  ))();

/**
 * Reads an unknown value as a rating scale, or throws.
 *
 * @param input - the value to read.
 * @returns a rating scale.
 * @throws `DomainError` with every issue of the value.
 * @example
 * ```ts
 * import { parseRatingScale } from "truescore/values";
 *
 * parseRatingScale({ id: "five", min: 1, max: 5, step: 1, direction: "higherIsBetter" }).max; // => 5
 * ```
 */
export function parseRatingScale(input: unknown): RatingScale {
  return parseWith(RatingScaleSchema, input);
}

/**
 * Reads an unknown value as a rating scale, and answers every issue at once.
 *
 * @param input - the value to read.
 * @returns a rating scale, or everything that is wrong with the value.
 * @example
 * ```ts
 * import { safeParseRatingScale } from "truescore/values";
 *
 * safeParseRatingScale({ id: "five", min: 5, max: 1, step: 1, direction: "higherIsBetter" }).ok; // => false
 * ```
 */
export function safeParseRatingScale(input: unknown): Result<RatingScale> {
  return safeParseWith(RatingScaleSchema, input);
}

/**
 * Reads an unknown value as a person, or throws.
 *
 * @param input - the value to read.
 * @returns a person.
 * @throws `DomainError` with every issue of the value.
 * @example
 * ```ts
 * import { parsePerson } from "truescore/values";
 *
 * parsePerson({ id: "p-1", name: "Ada" }).name; // => "Ada"
 * ```
 */
export function parsePerson(input: unknown): Person {
  return parseWith(PersonSchema, input);
}

/**
 * Reads an unknown value as a person, and answers every issue at once.
 *
 * @param input - the value to read.
 * @returns a person, or everything that is wrong with the value.
 * @example
 * ```ts
 * import { safeParsePerson } from "truescore/values";
 *
 * safeParsePerson({ id: "" }).ok; // => false
 * ```
 */
export function safeParsePerson(input: unknown): Result<Person> {
  return safeParseWith(PersonSchema, input);
}

/**
 * Reads an unknown value as a team, or throws.
 *
 * @param input - the value to read.
 * @returns a team.
 * @throws `DomainError` with every issue of the value.
 * @example
 * ```ts
 * import { parseTeam } from "truescore/values";
 *
 * parseTeam({ id: "t-1", memberIds: ["p-1"] }).memberIds; // => ["p-1"]
 * ```
 */
export function parseTeam(input: unknown): Team {
  return parseWith(TeamSchema, input);
}

/**
 * Reads an unknown value as a team, and answers every issue at once.
 *
 * @param input - the value to read.
 * @returns a team, or everything that is wrong with the value.
 * @example
 * ```ts
 * import { safeParseTeam } from "truescore/values";
 *
 * safeParseTeam({ id: "t-1", memberIds: ["p-1", "p-1"] }).ok; // => false
 * ```
 */
export function safeParseTeam(input: unknown): Result<Team> {
  return safeParseWith(TeamSchema, input);
}

/**
 * Reads an unknown value as an actor, or throws.
 *
 * @param input - the value to read.
 * @returns an actor.
 * @throws `DomainError` with every issue of the value.
 * @example
 * ```ts
 * import { parseActor } from "truescore/values";
 *
 * parseActor({ id: "p-1", roles: ["hr"] }).roles; // => ["hr"]
 * ```
 */
export function parseActor(input: unknown): Actor {
  return parseWith(ActorSchema, input);
}

/**
 * Reads an unknown value as an actor, and answers every issue at once.
 *
 * @param input - the value to read.
 * @returns an actor, or everything that is wrong with the value.
 * @example
 * ```ts
 * import { safeParseActor } from "truescore/values";
 *
 * safeParseActor({ id: "p-1", roles: [""] }).ok; // => false
 * ```
 */
export function safeParseActor(input: unknown): Result<Actor> {
  return safeParseWith(ActorSchema, input);
}
