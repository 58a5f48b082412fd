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
import { type Refusal, refusals, unwrap } from "./helpers.js";

const YEAR_2013 = { start: "2013-01-01", end: "2013-12-31" };

describe("isCalendarDate", () => {
  it.each([
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2025-02-29", false],
    ["2025-02-30", false],
    ["2025-04-31", false],
    ["2025-13-01", false],
    ["2025-00-01", false],
    ["2025-01-00", false],
    ["2025-1-1", false],
    ["2025-01-01T00:00:00Z", false],
    [" 2025-01-01", false],
    ["2025-01-01\n", false],
    ["0001-01-01", true],
    ["0000-12-31", false],
    ["9999-12-31", true],
    ["٢٠٢٥-٠١-٠١", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });
});

describe("daysIn and prorate", () => {
  it("count both ends", () => {
    expect(unwrap(daysIn({ start: "2024-02-28", end: "2024-03-01" }))).toBe(3);
    expect(unwrap(daysIn({ start: "2025-03-30", end: "2025-03-30" }))).toBe(1);
    expect(unwrap(daysIn({ start: "0001-01-01", end: "9999-12-31" }))).toBe(3_652_059);
  });

  it.each([
    ["2013-10-12", "2013-12-31", 81],
    ["2013-10-12", "2014-12-31", 81],
    ["2012-01-01", "2014-12-31", 365],
    ["2012-01-01", "2012-12-31", 0],
    ["2011-01-01", "2011-12-31", 0],
    ["2015-01-01", "2015-12-31", 0],
    ["2014-01-01", "2014-12-31", 0],
    ["2013-12-31", "2014-12-31", 1],
  ])("counts only what overlaps: %s to %s", (start, end, days) => {
    expect(unwrap(prorate({ start, end }, YEAR_2013))).toEqual({
      days,
      of: 365,
      fraction: days / 365,
    });
  });

  it("divides unrounded", () => {
    const { fraction } = unwrap(prorate({ start: "2013-10-12", end: "2013-12-31" }, YEAR_2013));
    expect(fraction).toBe(0.2219178082191781);
  });

  it("refuse dates that do not exist and periods the wrong way round", () => {
    expect(refusals(daysIn({ start: "2025-02-29", end: "x" }))).toEqual([
      ["values/date-invalid", "start"],
      ["values/date-invalid", "end"],
    ]);
    expect(refusals(daysIn({ start: "2025-02-02", end: "2025-02-01" }))).toEqual([
      ["values/period-order", "end"],
    ]);
    expect(
      refusals(
        prorate({ start: "2025-02-02", end: "2025-02-01" }, { start: "", end: "2025-02-01" }),
      ),
    ).toEqual([
      ["values/period-order", "part.end"],
      ["values/date-invalid", "whole.start"],
    ]);
  });
});

describe("dates in zones", () => {
  it.each([
    ["2025-03-31T21:59:59.999Z", "Europe/Berlin", "2025-03-31"],
    ["2025-03-31T22:00Z", "Europe/Berlin", "2025-04-01"],
    ["2025-04-01T00:00:00+02:00", "Europe/Berlin", "2025-04-01"],
    ["2025-01-01T00:00:00Z", "America/New_York", "2024-12-31"],
    ["2025-06-30T18:29:59.999999Z", "Asia/Kolkata", "2025-06-30"],
    ["2025-06-30T18:30:00Z", "Asia/Kolkata", "2025-07-01"],
    ["2025-06-30T18:15:00Z", "Asia/Kathmandu", "2025-07-01"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["2018-11-04T02:59:59Z", "America/Sao_Paulo", "2018-11-03"],
    ["2018-11-04T03:00:00Z", "America/Sao_Paulo", "2018-11-04"],
    ["2025-01-01T10:00:00Z", "Etc/GMT-14", "2025-01-02"],
    ["2025-01-01T10:00:00Z", "UTC", "2025-01-01"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(unwrap(dateInZone(instant, zone))).toBe(expected);
  });

  it.each([
    ["2025-03-31", "Europe/Berlin", "2025-03-31T22:00:00.000Z"],
    ["2025-03-30", "Europe/Berlin", "2025-03-30T22:00:00.000Z"],
    ["2025-03-29", "Europe/Berlin", "2025-03-29T23:00:00.000Z"],
    ["2018-11-03", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2018-02-17", "America/Sao_Paulo", "2018-02-18T03:00:00.000Z"],
    ["2011-12-29", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2011-12-31", "Pacific/Apia", "2011-12-31T10:00:00.000Z"],
    ["2025-06-30", "Asia/Kathmandu", "2025-06-30T18:15:00.000Z"],
    // Clocks went back from 00:01 on the 29th to 23:01 on the 28th: the 28th came to an end twice.
    ["2006-10-28", "America/St_Johns", "2006-10-29T03:30:00.000Z"],
    ["2025-12-31", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
  ])("%s in %s ends at %s", (date, zone, expected) => {
    expect(endOfDateInZone(date, zone)).toEqual({ ok: true, value: expected, warnings: [] });
    const before = new Date(Date.parse(expected) - 1).toISOString();
    expect(unwrap(isDeadlineMet(date, before, zone))).toBe(true);
    expect(unwrap(isDeadlineMet(date, expected, zone))).toBe(false);
  });

  it("repeats a date from its first one", () => {
    const dates = [0, 6, 12, 18, -11].map((months) => unwrap(addMonths("2024-01-31", months)));
    expect(dates).toEqual(["2024-01-31", "2024-07-31", "2025-01-31", "2025-07-31", "2023-02-28"]);
  });

  it("counts working days", () => {
    expect(unwrap(addWorkingDays("2025-03-28", 1))).toBe("2025-03-31");
    expect(unwrap(countWorkingDays({ start: "2025-03-24", end: "2025-04-06" }))).toBe(10);
  });
});

describe("instants and zones", () => {
  it("keep a deadline met while the clocks go back over its midnight", () => {
    const secondsIntoTheNextDay = "2006-10-29T02:30:30Z";
    expect(unwrap(dateInZone(secondsIntoTheNextDay, "America/St_Johns"))).toBe("2006-10-29");
    expect(unwrap(isDeadlineMet("2006-10-28", secondsIntoTheNextDay, "America/St_Johns"))).toBe(
      true,
    );
  });

  it("warn where a zone skipped the date", () => {
    expect(endOfDateInZone("2011-12-30", "Pacific/Apia")).toMatchObject({
      ok: true,
      value: "2011-12-30T10:00:00.000Z",
      warnings: [{ code: "values/date-skipped", severity: "warning", path: ["date"] }],
    });
  });

  it.each([
    ["2025-03-31T10:00:00", ["values/instant-without-offset", "instant"]],
    ["2025-03-31T10:00", ["values/instant-without-offset", "instant"]],
    ["2025-03-31", ["values/instant-invalid", "instant"]],
    ["2025-02-29T10:00:00Z", ["values/instant-invalid", "instant"]],
    ["2025-03-31T24:00:00Z", ["values/instant-invalid", "instant"]],
    ["2025-03-31T10:60:00Z", ["values/instant-invalid", "instant"]],
    ["2025-03-31T10:00:60Z", ["values/instant-invalid", "instant"]],
    ["2025-03-31T10:00:00+25:00", ["values/instant-invalid", "instant"]],
    ["2025-03-31T10:00:00+0200", ["values/instant-invalid", "instant"]],
    ["2025-03-31 10:00:00Z", ["values/instant-invalid", "instant"]],
    ["Mon, 31 Mar 2025 10:00:00 GMT", ["values/instant-invalid", "instant"]],
    ["", ["values/instant-invalid", "instant"]],
  ])("refuse %j", (instant, expected) => {
    expect(refusals(dateInZone(instant, "UTC"))).toEqual([expected]);
    expect(refusals(isDeadlineMet("2025-01-01", instant, "UTC"))).toEqual([expected]);
  });

  it.each([
    "Mars/Olympus",
    "+02:00",
    "GMT+0200",
    "Nowhere+10:00",
    "Etc/GMT+99",
    "",
    "constructor",
    "__proto__",
    "toString",
  ])("refuse the zone %j", (zone) => {
    const expected = [["values/zone-unknown", "zone"]];
    expect(refusals(dateInZone("2025-01-01T00:00:00Z", zone))).toEqual(expected);
    expect(refusals(endOfDateInZone("2025-01-01", zone))).toEqual(expected);
    expect(refusals(isDeadlineMet("2025-01-01", "2025-01-01T00:00:00Z", zone))).toEqual(expected);
  });

  it("report everything at once, and the ends of the calendar", () => {
    expect(refusals(isDeadlineMet("2025-02-29", "x", "y"))).toEqual([
      ["values/date-invalid", "deadline"],
      ["values/instant-invalid", "instant"],
      ["values/zone-unknown", "zone"],
    ]);
    expect(refusals(endOfDateInZone("2025-02-29", "UTC"))).toEqual([
      ["values/date-invalid", "date"],
    ]);
    expect(refusals(endOfDateInZone("9999-12-31", "UTC"))).toEqual([
      ["values/date-out-of-range", ""],
    ]);
    expect(unwrap(endOfDateInZone("9999-12-31", "Asia/Tokyo"))).toBe("9999-12-31T15:00:00.000Z");
    expect(refusals(dateInZone("9999-12-31T23:00:00Z", "Asia/Tokyo"))).toEqual([
      ["values/date-out-of-range", ""],
    ]);
  });
});

describe("addMonths", () => {
  it.each<[string, number, Refusal[]]>([
    ["2025-02-29", 1, [["values/date-invalid", "date"]]],
    ["2025-01-01", 0.5, [["values/out-of-range", "months"]]],
    ["2025-01-01", 1e9, [["values/out-of-range", "months"]]],
    ["9999-12-01", 1, [["values/date-out-of-range", ""]]],
    ["0001-01-01", -1, [["values/date-out-of-range", ""]]],
    [
      "x",
      Number.NaN,
      [
        ["values/date-invalid", "date"],
        ["values/out-of-range", "months"],
      ],
    ],
  ])("refuses %s and %d", (date, months, expected) => {
    expect(refusals(addMonths(date, months))).toEqual(expected);
  });

  it("reaches the ends of the calendar", () => {
    expect(unwrap(addMonths("0001-01-31", 119_987))).toBe("9999-12-31");
    expect(unwrap(addMonths("9999-12-31", -119_987))).toBe("0001-01-31");
  });
});

describe("working days", () => {
  const easter = { holidays: ["2025-04-18", "2025-04-21", "2025-04-19"] };
  it.each<[string, number, object, string]>([
    ["2025-04-17", 1, easter, "2025-04-22"],
    ["2025-04-22", -1, easter, "2025-04-17"],
    ["2025-04-19", 0, easter, "2025-04-19"],
    ["2025-04-19", 1, {}, "2025-04-21"],
    ["2025-04-19", -1, {}, "2025-04-18"],
    ["2025-04-18", 5, {}, "2025-04-25"],
    ["2025-04-17", 1, { weekend: [5, 6] }, "2025-04-20"],
    ["2025-04-18", 1, { weekend: [] }, "2025-04-19"],
    ["1969-12-31", 1, {}, "1970-01-01"],
    ["1950-01-02", -1, {}, "1949-12-30"],
  ])("%s and %d days", (date, days, options, expected) => {
    expect(unwrap(addWorkingDays(date, days, options))).toBe(expected);
  });

  it("count a holiday on a weekend once", () => {
    expect(unwrap(countWorkingDays({ start: "2025-04-14", end: "2025-04-21" }, easter))).toBe(4);
    expect(unwrap(countWorkingDays({ start: "2025-04-19", end: "2025-04-20" }))).toBe(0);
  });

  it.each<[string, number, object, Refusal[]]>([
    ["2025-02-29", 1, {}, [["values/date-invalid", "date"]]],
    ["2025-01-01", 1.5, {}, [["values/out-of-range", "days"]]],
    ["2025-01-01", 1, { holidays: ["2025-01-01", "x"] }, [["values/date-invalid", "holidays.1"]]],
    [
      "2025-01-01",
      1,
      { weekend: [0, 6 as Weekday, 8] },
      [
        ["values/out-of-range", "weekend.0"],
        ["values/out-of-range", "weekend.2"],
      ],
    ],
    ["2025-01-01", 1, { weekend: [1, 2, 3, 4, 5, 6, 7] }, [["values/no-working-day", "weekend"]]],
    ["9999-12-31", 1, {}, [["values/date-out-of-range", ""]]],
    ["2025-01-01", Number.MAX_SAFE_INTEGER, {}, [["values/date-out-of-range", ""]]],
    ["2025-01-01", Number.MIN_SAFE_INTEGER, {}, [["values/date-out-of-range", ""]]],
  ])("refuse %s, %d, %j", (date, days, options, expected) => {
    expect(refusals(addWorkingDays(date, days, options))).toEqual(expected);
  });

  it("refuse a bad period and bad options together", () => {
    const result = countWorkingDays({ start: "x", end: "2025-01-01" }, { holidays: ["y"] });
    expect(refusals(result)).toEqual([
      ["values/date-invalid", "start"],
      ["values/date-invalid", "holidays.0"],
    ]);
  });
});
