import { describe, expect, it } from "vitest";
import { safeParseWith } from "../../../src/kernel/schema.js";
import {
  BandSchema,
  BandsSchema,
  CalendarDateSchema,
  DirectionSchema,
  InstantSchema,
  LabelledWeightSchema,
  MissingPolicySchema,
  MoneySchema,
  PeriodSchema,
  parseActor,
  parsePerson,
  parseRatingScale,
  parseTeam,
  safeParseActor,
  safeParsePerson,
  safeParseRatingScale,
  safeParseTeam,
} from "../../../src/values/schema.js";
import { deepFreeze, refusals, thrownCode } from "./helpers.js";

const SCALE = {
  id: "five",
  min: 1,
  max: 5,
  step: 1,
  direction: "higherIsBetter",
  points: [{ value: 1, label: "low" }],
};
const BANDS = { bands: [{ label: "a", from: null }], direction: "lowerIsBetter", to: null };

describe("parsers", () => {
  it.each<[string, (input: unknown) => unknown, unknown, unknown, string]>([
    ["RatingScale", parseRatingScale, SCALE, { ...SCALE, max: 1 }, "values/scale-bounds"],
    ["Person", parsePerson, { id: "__proto__", name: "" }, { id: "" }, "kernel/too-small"],
    [
      "Team",
      parseTeam,
      { id: "a,b", memberIds: ["\u200b", "x"] },
      { id: "t", memberIds: ["x", "x"] },
      "values/duplicate-id",
    ],
    ["Actor", parseActor, { id: "Ж", roles: [] }, { id: "p" }, "kernel/invalid-type"],
  ])("parse%s takes what fits, untouched, and throws on the rest", (_, parse, good, bad, code) => {
    expect(parse(deepFreeze(structuredClone(good)))).toEqual(good);
    expect(thrownCode(() => parse(bad))).toBe(code);
  });

  it.each([
    [safeParseRatingScale, [["kernel/invalid-type", ""]]],
    [safeParsePerson, [["kernel/invalid-type", ""]]],
    [safeParseTeam, [["kernel/invalid-type", ""]]],
    [safeParseActor, [["kernel/invalid-type", ""]]],
  ])("%o refuses what is no object", (safeParse, expected) => {
    expect(refusals(safeParse(null))).toEqual(expected);
  });

  it("answer every issue at once, each at its place", () => {
    expect(refusals(safeParseTeam({ id: "t", memberIds: ["a", "b", "a", "b"] }))).toEqual([
      ["values/duplicate-id", "memberIds.2"],
      ["values/duplicate-id", "memberIds.3"],
    ]);
    expect(
      refusals(safeParseWith(MoneySchema, { amount: 0.5, currency: "euro", scale: 99 })),
    ).toEqual([
      ["values/money-amount", "amount"],
      ["values/money-currency", "currency"],
      ["values/out-of-range", "scale"],
    ]);
    expect(refusals(safeParsePerson({ id: 1, managerId: "" }))).toEqual([
      ["kernel/invalid-type", "id"],
      ["kernel/too-small", "managerId"],
    ]);
  });

  it("do not freeze or change what they read", () => {
    const input = structuredClone(SCALE);
    parseRatingScale(input);
    expect(Object.isFrozen(input) || Object.isFrozen(input.points)).toBe(false);
    expect(input).toEqual(SCALE);
  });
});

describe("schemas", () => {
  it.each([
    ["a direction", DirectionSchema, "lowerIsBetter", "up", ["kernel/invalid-value", ""]],
    ["a date", CalendarDateSchema, "2024-02-29", "2025-02-29", ["values/date-invalid", ""]],
    [
      "an instant",
      InstantSchema,
      "2025-03-31T10:00Z",
      "2025-03-31T10:00",
      ["values/instant-without-offset", ""],
    ],
    [
      "a weight",
      LabelledWeightSchema,
      { label: "a", weight: 0, locked: true },
      { label: "a", weight: -1 },
      ["values/invalid-weight", "weight"],
    ],
    [
      "a policy",
      MissingPolicySchema,
      { carryForward: { maxAgeDays: 0 } },
      { carryForward: { maxAgeDays: -1 } },
      ["values/invalid-option", ""],
    ],
    [
      "money",
      MoneySchema,
      { amount: 1, currency: "EUR", scale: 2 },
      { amount: 1, currency: "E", scale: 2 },
      ["values/money-currency", "currency"],
    ],
    [
      "a period",
      PeriodSchema,
      { start: "2025-01-01", end: "2025-01-01" },
      { start: "2025-01-02", end: "2025-01-01" },
      ["values/period-order", "end"],
    ],
    [
      "a band",
      BandSchema,
      { label: "a", from: null, to: 3 },
      { label: "", from: null },
      ["kernel/too-small", "label"],
    ],
    [
      "bands",
      BandsSchema,
      BANDS,
      {
        ...BANDS,
        bands: [
          { label: "a", from: 0, to: 1 },
          { label: "b", from: 2 },
        ],
      },
      ["values/band-gap", "bands.0.to"],
    ],
  ])("judge %s", (_, schema, good, bad, code) => {
    expect(safeParseWith<unknown>(schema, good)).toEqual({ ok: true, value: good, warnings: [] });
    expect(refusals(safeParseWith<unknown>(schema, bad))).toEqual([code]);
  });
});
