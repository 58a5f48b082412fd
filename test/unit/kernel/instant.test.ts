import { describe, expect, it } from "vitest";
import { isInstant } from "../../../src/kernel/instant.js";
import { parseInstantMs } from "../../../src/values/parse-instant.js";

const GOOD = [
  "2026-03-02T09:00:00Z",
  "2026-03-02T09:00Z",
  "2026-03-02T09:00:00.123456789Z",
  "2026-12-31T23:59:59+14:00",
  "2024-02-29T00:00:00-03:30",
  "2000-02-29T00:00:00Z",
  "2026-04-30T00:00:00Z",
];
const BAD = [
  "",
  "2026-03-02",
  "2026-03-02T09:00:00",
  "2026-03-02 09:00:00Z",
  "2026-3-2T09:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-00-01T00:00:00Z",
  "2026-01-00T00:00:00Z",
  "2026-01-32T00:00:00Z",
  "2026-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2024-02-30T00:00:00Z",
  "2026-04-31T00:00:00Z",
  "2026-06-31T00:00:00Z",
  "2026-09-31T00:00:00Z",
  "2026-11-31T00:00:00Z",
  "2026-03-02T24:00:00Z",
  "2026-03-02T09:60:00Z",
  "2026-03-02T09:00:60Z",
  "2026-03-02T09:00:00.Z",
  "2026-03-02T09:00:00+24:00",
  "2026-03-02T09:00:00+0100",
  "2026-03-02T09:00:00z",
  "2026-03-02T09:00:00Z\n",
  "Mon, 02 Mar 2026 09:00:00 GMT",
];

describe("isInstant", () => {
  it.each(GOOD)("accepts %s", (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each(BAD)("refuses %j", (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it("reads every last day of a month as the calendar has it", () => {
    for (const year of [1900, 2000, 2023, 2024, 2100]) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const prefix = `${year}-${String(month).padStart(2, "0")}`;
        expect(isInstant(`${prefix}-${last}T00:00:00Z`)).toBe(true);
        expect(isInstant(`${prefix}-${last + 1}T00:00:00Z`)).toBe(false);
      }
    }
  });

  it("agrees with what reads instants elsewhere", () => {
    for (const text of [...GOOD, ...BAD]) expect(parseInstantMs(text).ok).toBe(isInstant(text));
  });
});
