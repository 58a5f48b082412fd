import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../../src/values/add-months.js";
import { addWorkingDays } from "../../../src/values/add-working-days.js";
import { countWorkingDays } from "../../../src/values/count-working-days.js";
import { dateInZone } from "../../../src/values/date-in-zone.js";
import { daysIn } from "../../../src/values/days-in.js";
import { endOfDateInZone } from "../../../src/values/end-of-date-in-zone.js";
import { isCalendarDate } from "../../../src/values/is-calendar-date.js";
import { isDeadlineMet } from "../../../src/values/is-deadline-met.js";
import { prorate } from "../../../src/values/prorate.js";
import type { Weekday } from "../../../src/values/types.js";
import { unwrap } from "../../unit/values/helpers.js";

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const dateOf = (day: number): string => iso(day * DAY).slice(0, 10);
const day = fc.integer({ min: 0, max: 40_000 });
// Half-hour summer time, half- and quarter-hour zones, changes at midnight, a skipped day.
const zone = fc.constantFrom(
  "UTC",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Europe/Berlin",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "Asia/Tehran",
  "Africa/Casablanca",
  "Pacific/Kiritimati",
);
const years = (from: number, to: number) =>
  fc.integer({ min: Date.UTC(from, 0), max: Date.UTC(to, 0) });

/** What the engine's own formatter prints as the local date: an independent reading of the database. */
function printedDate(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(ms);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

describe("dates in zones", () => {
  it("agree with the engine's own printing", () => {
    fc.assert(
      fc.property(years(1975, 2060), zone, (ms, where) => {
        expect(unwrap(dateInZone(iso(ms), where))).toBe(printedDate(ms, where));
      }),
      { numRuns: 300 },
    );
  });

  it("do not depend on how the instant is written", () => {
    fc.assert(
      fc.property(
        years(1975, 2060),
        zone,
        fc.integer({ min: -14, max: 14 }),
        (ms, where, hours) => {
          const sign = hours < 0 ? "-" : "+";
          const offset = `${sign}${String(Math.abs(hours)).padStart(2, "0")}:00`;
          const written = iso(ms + hours * 3_600_000).replace("Z", offset);
          expect(dateInZone(written, where)).toEqual(dateInZone(iso(ms), where));
        },
      ),
    );
  });

  it("end where the next date begins, for good", () => {
    fc.assert(
      fc.property(years(1975, 2060), zone, (ms, where) => {
        const date = unwrap(dateInZone(iso(ms), where));
        const end = Date.parse(unwrap(endOfDateInZone(date, where)));
        expect(end).toBeGreaterThan(ms);
        expect(unwrap(dateInZone(iso(end - 1), where))).toBe(date);
        for (const later of [0, 1, 3_600_000, 5 * 3_600_000]) {
          expect(unwrap(dateInZone(iso(end + later), where)) > date).toBe(true);
        }
        expect(unwrap(isDeadlineMet(date, iso(end - 1), where))).toBe(true);
        expect(unwrap(isDeadlineMet(date, iso(end), where))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("end one after the other, however the clocks change", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4_000, max: 30_000 }), zone, (from, where) => {
        const ends = [0, 1, 2].map((more) =>
          Date.parse(unwrap(endOfDateInZone(dateOf(from + more), where))),
        );
        const [first = 0, second = 0, third = 0] = ends;
        expect(first <= second && second <= third).toBe(true);
        expect(third - first).toBeLessThanOrEqual(50 * 3_600_000);
      }),
    );
  });
});

describe("days", () => {
  it("count both ends and nothing twice", () => {
    fc.assert(
      fc.property(day, fc.nat(2000), fc.nat(2000), (start, first, second) => {
        const days = (a: number, b: number): number =>
          unwrap(daysIn({ start: dateOf(a), end: dateOf(b) }));
        expect(days(start, start + first)).toBe(first + 1);
        expect(
          days(start, start + first) + days(start + first + 1, start + first + 1 + second),
        ).toBe(first + second + 2);
      }),
    );
  });

  it("prorate to the whole over any cut, and to 0 beside it", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 800 }), fc.nat(799), (start, length, cut) => {
        const at = start + Math.min(cut, length - 1);
        const whole = { start: dateOf(start), end: dateOf(start + length) };
        const parts = [
          { start: dateOf(start - 5), end: dateOf(at) },
          { start: dateOf(at + 1), end: dateOf(start + length + 5) },
          { start: dateOf(start - 9), end: dateOf(start - 1) },
        ].map((part) => unwrap(prorate(part, whole)));
        expect(parts.reduce((sum, { days }) => sum + days, 0)).toBe(length + 1);
        expect(parts[2]).toEqual({ days: 0, of: length + 1, fraction: 0 });
      }),
    );
  });
});

describe("working days", () => {
  const options = fc.record({
    weekend: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 })
      .map((list) => list as Weekday[]),
    holidays: fc.array(fc.integer({ min: 20_000, max: 20_200 }).map(dateOf)),
  });

  it("are as many as were added", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 20_100 }),
        fc.integer({ min: 1, max: 120 }),
        options,
        (start, days, given) => {
          const later = unwrap(addWorkingDays(dateOf(start), days, given));
          expect(unwrap(countWorkingDays({ start: dateOf(start + 1), end: later }, given))).toBe(
            days,
          );
          expect(unwrap(countWorkingDays({ start: later, end: later }, given))).toBe(1);
          const earlier = unwrap(addWorkingDays(dateOf(start), -days, given));
          expect(unwrap(countWorkingDays({ start: earlier, end: dateOf(start - 1) }, given))).toBe(
            days,
          );
        },
      ),
    );
  });
});

describe("months", () => {
  it("keep the day, or end with the month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (start, months) => {
        const date = dateOf(start);
        const moved = unwrap(addMonths(date, months));
        expect(isCalendarDate(moved)).toBe(true);
        const index = (text: string): number =>
          Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(moved) - index(date)).toBe(months);
        const lastOfMonth = dateOf(Date.parse(`${moved}T00:00:00Z`) / DAY + 1).endsWith("-01");
        expect(
          moved.slice(8) === date.slice(8) || (lastOfMonth && moved.slice(8) < date.slice(8)),
        ).toBe(true);
      }),
    );
  });
});
