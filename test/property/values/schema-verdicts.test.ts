import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeParseWith } from "../../../src/kernel/schema.js";
import type { Issue, Result } from "../../../src/kernel/types.js";
import { addMoney } from "../../../src/values/add-money.js";
import { checkWeights } from "../../../src/values/check-weights.js";
import { createBands } from "../../../src/values/create-bands.js";
import { dateInZone } from "../../../src/values/date-in-zone.js";
import { daysIn } from "../../../src/values/days-in.js";
import { endOfDateInZone } from "../../../src/values/end-of-date-in-zone.js";
import { isCalendarDate } from "../../../src/values/is-calendar-date.js";
import { rescale } from "../../../src/values/rescale.js";
import {
  BandsSchema,
  CalendarDateSchema,
  InstantSchema,
  LabelledWeightSchema,
  MissingPolicySchema,
  MoneySchema,
  PeriodSchema,
  RatingScaleSchema,
} from "../../../src/values/schema.js";
import type { Band, Direction, MissingPolicy, RatingScale } from "../../../src/values/types.js";
import { weightedMean } from "../../../src/values/weighted-mean.js";
import { thrownCode } from "../../unit/values/helpers.js";

const number = fc.oneof(
  fc.integer({ min: -3, max: 10 }),
  fc.constantFrom(0.1, 0.5, -0, 1e100, 1e101, Number.NaN, Number.POSITIVE_INFINITY),
);
const label = fc.constantFrom("", "a", "b", "c", "__proto__");
const direction = fc.constantFrom<Direction>("higherIsBetter", "lowerIsBetter");
const date = fc.constantFrom(
  "2024-02-29",
  "2025-02-29",
  "2025-01-01",
  "0000-01-01",
  "9999-12-31",
  "",
  "2025-1-1",
);
const places = (issues: readonly Issue[]): string[] => issues.map(({ path }) => path.join("."));
const issuesOf = (result: Result<unknown>): readonly Issue[] => (result.ok ? [] : result.issues);

/** A schema and an operation must agree; where all numbers are finite, also on codes and places. */
function expectSameVerdict(schema: readonly Issue[], operation: readonly Issue[]): void {
  expect(schema.length === 0, `${places(schema)} against ${places(operation)}`).toBe(
    operation.length === 0,
  );
  if (schema.some(({ code }) => code.startsWith("kernel/"))) return;
  expect(schema.map(({ code }) => code)).toEqual(operation.map(({ code }) => code));
}

describe("a schema and the operation's own check", () => {
  it("agree on rating scales", () => {
    const point = fc.record({ value: number, label });
    const scale = fc.record({
      id: label,
      min: number,
      max: number,
      step: number,
      direction,
      points: fc.option(fc.array(point, { maxLength: 3 }), { nil: undefined }),
    });
    const target: RatingScale = { id: "t", min: 0, max: 1, step: 1, direction: "higherIsBetter" };
    fc.assert(
      fc.property(scale, (each) => {
        const refused = thrownCode(() => rescale(1, each, target)) !== "nothing was thrown";
        expect(safeParseWith(RatingScaleSchema, each).ok).toBe(!refused);
      }),
      { numRuns: 1000 },
    );
  });

  it("agree on bands", () => {
    const band: fc.Arbitrary<Band> = fc.record({
      label,
      from: fc.option(number),
      to: fc.option(number, { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(band, { maxLength: 3 }),
        direction,
        fc.option(number),
        (bands, way, to) => {
          const parsed = safeParseWith(BandsSchema, { bands, direction: way, to });
          const made = createBands(bands, { direction: way, ...(to === null ? {} : { to }) });
          expectSameVerdict(issuesOf(parsed), issuesOf(made));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("agree on weights", () => {
    fc.assert(
      fc.property(label, number, (name, weight) => {
        fc.pre(weight !== 0);
        const entry = { label: name, weight };
        const parsed = safeParseWith(LabelledWeightSchema, entry);
        expectSameVerdict(issuesOf(parsed), issuesOf(checkWeights([entry], { kind: "relative" })));
      }),
    );
  });

  it("agree on missing policies", () => {
    const policy: fc.Arbitrary<MissingPolicy> = fc.oneof(
      fc.constantFrom("skip" as const, "zero" as const, "fail" as const),
      number.map((maxAgeDays) => ({ carryForward: { maxAgeDays } })),
    );
    fc.assert(
      fc.property(policy, (missing) => {
        const parsed = safeParseWith(MissingPolicySchema, missing);
        const mean = weightedMean([{ label: "a", value: 1, weight: 1 }], { missing });
        expectSameVerdict(issuesOf(parsed), issuesOf(mean));
      }),
    );
  });

  it("agree on money", () => {
    const money = fc.record({
      amount: fc.oneof(number, fc.constant(2 ** 53)),
      currency: fc.constantFrom("EUR", "eur", "EURO", ""),
      scale: fc.oneof(number, fc.constant(21)),
    });
    fc.assert(
      fc.property(money, (each) => {
        // NaN is no scale, and equal to none.
        fc.pre(!Number.isNaN(each.scale));
        expectSameVerdict(issuesOf(safeParseWith(MoneySchema, each)), issuesOf(addMoney([each])));
      }),
    );
  });

  it("agree on dates, periods and instants", () => {
    fc.assert(
      fc.property(date, date, (start, end) => {
        const parsed = safeParseWith(CalendarDateSchema, start);
        expect(parsed.ok).toBe(isCalendarDate(start));
        expect(parsed.ok).toBe(start === "9999-12-31" || endOfDateInZone(start, "UTC").ok);
        const period = { start, end };
        expectSameVerdict(issuesOf(safeParseWith(PeriodSchema, period)), issuesOf(daysIn(period)));
      }),
    );
    const time = fc.constantFrom(
      "T10:00Z",
      "T10:00",
      "T24:00Z",
      "",
      "T10:00:00.5+02:00",
      "T10:00:00+24:00",
      " 10:00Z",
    );
    fc.assert(
      fc.property(date, time, (day, rest) => {
        const instant = day + rest;
        expectSameVerdict(
          issuesOf(safeParseWith(InstantSchema, instant)),
          issuesOf(dateInZone(instant, "UTC")),
        );
      }),
    );
  });
});
