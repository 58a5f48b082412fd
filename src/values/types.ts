import type { CommandActor } from "../kernel/machine-types.js";

/** Which end of a scale is the good one. */
export type Direction = "higherIsBetter" | "lowerIsBetter";

/** A named point of a rating scale. */
export interface ScalePoint {
  /** A value on the scale. */
  readonly value: number;
  /** What the value is called, such as "Meets expectations". */
  readonly label: string;
}

/** A rating scale: the values `min + k · step` up to `max`. */
export interface RatingScale {
  /** Identifier, never empty; results name it. */
  readonly id: string;
  /** Lowest value. */
  readonly min: number;
  /** Highest value, above `min` and a whole number of steps from it. */
  readonly max: number;
  /** Distance between neighbouring values, above 0. */
  readonly step: number;
  /** Which end is the good one. */
  readonly direction: Direction;
  /** Names of values; absence means that the values stand for themselves. */
  readonly points?: readonly ScalePoint[] | undefined;
}

/**
 * What to do with a missing value: `skip` leaves it out and renormalises the other weights, `zero`
 * counts it as 0, `fail` refuses, and `carryForward` takes the previous value where that is no
 * older than `maxAgeDays`, and otherwise skips.
 */
export type MissingPolicy =
  | "skip"
  | "zero"
  | "fail"
  | {
      /** Takes the previous value instead. */
      readonly carryForward: {
        /** Greatest age of the previous value, in days, 0 or more. */
        readonly maxAgeDays: number;
      };
    };

/** A weight that belongs to a label. */
export interface LabelledWeight {
  /** What is weighted; unique in its list. */
  readonly label: string;
  /** The weight, 0 or more. */
  readonly weight: number;
  /** `true` keeps this weight as it is when the others are normalised; absence means `false`. */
  readonly locked?: boolean | undefined;
}

/** A calendar date without time or zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** A moment in time, ISO 8601 with `Z` or an offset: `2025-03-31T21:59:00Z`. */
export type Instant = string;

/** A day of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A stretch of calendar days that includes both ends. */
export interface Period {
  /** First day. */
  readonly start: CalendarDate;
  /** Last day, not before `start`. */
  readonly end: CalendarDate;
}

/** An amount of money in whole minor units (cents), so that no sum ever drifts. */
export interface Money {
  /** Number of minor units, a safe integer; negative for a debt. */
  readonly amount: number;
  /** ISO 4217 code, three capital letters. */
  readonly currency: string;
  /** Number of decimals of the currency's major unit, 0 to 20: 2 for EUR, 0 for JPY. */
  readonly scale: number;
}

/** A person whom records are about or by. */
export interface Person {
  /** Stable identifier, never empty and never reused. */
  readonly id: string;
  /** Name for display; absence after erasure or where a product keeps names elsewhere. */
  readonly name?: string | undefined;
  /** Identifier of the person's manager; absence means none is known. */
  readonly managerId?: string | undefined;
}

/** A team that can own goals, indicators and scorecards. */
export interface Team {
  /** Stable identifier, never empty and never reused. */
  readonly id: string;
  /** Name for display. */
  readonly name?: string | undefined;
  /** Identifiers of the people in the team, each once. */
  readonly memberIds: readonly string[];
}

/** Someone who gives a command, with the roles they hold for it. */
export interface Actor extends CommandActor {
  /** Name for display. */
  readonly name?: string | undefined;
}

/** One band of a banded scale. */
export interface Band {
  /** What the band is called; unique in its list. */
  readonly label: string;
  /** Lower bound; `null` only for the lowest band, which then has no end below. */
  readonly from: number | null;
  /** Upper end, for checking only: where stated it must equal the next band's `from`, or the end of the bands. */
  readonly to?: number | undefined;
}

/** Contiguous bands over a score, as `createBands` makes them. */
export interface Bands {
  /** The bands from the lowest to the highest, without gap or overlap. */
  readonly bands: readonly Band[];
  /** Which end of the score is the good one; a boundary belongs to the better band. */
  readonly direction: Direction;
  /** Upper end of the highest band; `null` where it has none. */
  readonly to: number | null;
}
