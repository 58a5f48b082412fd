import { describe, expect, it } from "vitest";
import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import type {
  AnalyzeGapsOptions,
  Gap,
  GapDifference,
  StandInSpread,
} from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import type { RatingScale } from "../../../src/values/types.js";
import {
  FIVE,
  type GroupRows,
  RELATIONSHIPS,
  surveyOf,
  times,
  viewOf,
} from "../multirater/support.js";

const SURVEY = surveyOf();

function gapOf(groups: GroupRows, options: AnalyzeGapsOptions = {}, survey = SURVEY): Gap {
  return orThrow(analyzeGaps(viewOf(survey, groups), options)).competencies[0] as Gap;
}

const rows = (digits: string) => [...digits].map((digit) => [Number(digit)]);
const close = (value: number, digits = 6) => expect.closeTo(value, digits);

/** Quantiles of Student's t at 0.975, from tables. */
const T = { 4: 2.776445, 20: 2.085963, infinity: 1.959964 };

const STAND_IN: StandInSpread = {
  source: "a manual",
  competency: { sd: 0.6, degreesOfFreedom: 20 },
  item: { sd: 0.9 },
};

describe("the interval of a difference", () => {
  it("comes from the group's own standard error", () => {
    // 1 to 5: s² = 2.5, SE² = 0.5, 4 degrees; Δ = 5 − 3.
    const half = T[4] * Math.sqrt(0.5);
    expect(gapOf({ self: [[5]], peer: rows("12345") })).toMatchObject({
      delta: 2,
      interval: {
        lower: close(2 - half),
        upper: close(2 + half),
        confidence: 0.95,
        standardError: close(Math.sqrt(0.5), 12),
        degreesOfFreedom: close(4, 12),
        source: "own",
      },
      reasons: [],
    });
  });

  it("takes the confidence that is asked for", () => {
    // The quantile of t with 4 degrees at 0.95 is 2.131847.
    const { interval } = gapOf({ self: [[5]], peer: rows("12345") }, { confidence: 0.9 });
    expect(interval).toMatchObject({
      confidence: 0.9,
      upper: close(2 + 2.131847 * Math.sqrt(0.5)),
    });
  });

  it("takes identified people as given, so that their share narrows it", () => {
    // Peers have half of others: SE = √0.5/2.
    const { interval } = gapOf({ self: [[5]], manager: [[3]], peer: rows("12345") });
    expect(interval).toMatchObject({
      standardError: close(Math.sqrt(0.5) / 2, 12),
      degreesOfFreedom: close(4, 12),
      source: "own",
    });
  });

  it("weighs groups as others do", () => {
    const relationships = RELATIONSHIPS.map((one, at) => ({ ...one, weight: [0, 1, 3, 0][at] }));
    const groups = { self: [[5]], manager: [[3]], peer: rows("12345"), report: rows("12345") };
    // Peers have three quarters, reports of weight 0 no part.
    expect(gapOf(groups, {}, surveyOf({ relationships })).interval?.standardError).toBeCloseTo(
      0.75 * Math.sqrt(0.5),
      12,
    );
  });

  it("adds up both sides where both are confidential", () => {
    // SE² 0.5 and 2, 3, 3, 3, 4: 0.5/5 = 0.1; Satterthwaite 0.6² / (0.25/4 + 0.01/4).
    const groups = { peer: rows("12345"), report: rows("23334") };
    const { interval } = gapOf(groups, { compare: ["peer", "report"] });
    expect(interval).toMatchObject({
      standardError: close(Math.sqrt(0.6), 12),
      degreesOfFreedom: close((0.36 * 4) / 0.26, 10),
      source: "own",
    });
  });

  it("is on the reporting scale", () => {
    const percent: RatingScale = { ...FIVE, id: "percent", min: 0, max: 100 };
    const survey = surveyOf({ scales: [FIVE, percent], reportingScaleId: "percent" });
    const view = viewOf(survey, { self: [[5]], peer: rows("12345") });
    const report = orThrow(analyzeGaps(view));
    for (const gap of [...report.competencies, ...report.items])
      expect(gap.interval?.standardError).toBeCloseTo(25 * Math.sqrt(0.5), 10);
  });
});

describe("the interval with a stand-in", () => {
  const few = { self: [[5]], peer: rows("233") };

  it("rests on the stand-in's spread over the raters", () => {
    // SE² = 0.36/3, with the stand-in's 20 degrees.
    const half = T[20] * Math.sqrt(0.12);
    expect(gapOf(few, { standIn: STAND_IN }).interval).toEqual({
      lower: close(7 / 3 - half),
      upper: close(7 / 3 + half),
      confidence: 0.95,
      standardError: close(Math.sqrt(0.12), 12),
      degreesOfFreedom: close(20, 10),
      source: "standIn",
    });
  });

  it("takes a spread without degrees of freedom as known", () => {
    const known = { ...STAND_IN, competency: { sd: 0.6 } };
    const { interval } = gapOf(few, { standIn: known });
    expect(interval).toMatchObject({
      degreesOfFreedom: null,
      upper: close(7 / 3 + T.infinity * Math.sqrt(0.12)),
    });
  });

  it("takes the stand-in of items for items", () => {
    const [item] = orThrow(analyzeGaps(viewOf(SURVEY, few), { standIn: STAND_IN })).items;
    expect(item?.interval).toMatchObject({
      standardError: close(0.9 / Math.sqrt(3), 12),
      degreesOfFreedom: null,
    });
  });

  it("leaves a group that shows its own spread alone, and is named where it stands in for one", () => {
    const own = gapOf({ self: [[5]], peer: rows("12345") }, { standIn: STAND_IN });
    expect(own.interval?.source).toBe("own");
    // Half of 0.5 squared for peers, half of 0.36/3 for reports.
    const mixed = gapOf(
      { self: [[5]], peer: rows("12345"), report: rows("233") },
      { standIn: STAND_IN },
    );
    const variances = [0.5 / 4, 0.12 / 4] as const;
    const total = variances[0] + variances[1];
    expect(mixed.interval).toMatchObject({
      standardError: close(Math.sqrt(total), 12),
      degreesOfFreedom: close(total ** 2 / (variances[0] ** 2 / 4 + variances[1] ** 2 / 20), 10),
      source: "standIn",
    });
  });
});

describe("there is no interval", () => {
  it.each<[reason: string, groups: GroupRows, options: AnalyzeGapsOptions]>([
    ["no-stand-in", { self: [[5]], peer: rows("233") }, {}],
    [
      "no-stand-in",
      { self: [[5]], peer: rows("233") },
      { standIn: { ...STAND_IN, competency: null } },
    ],
    ["no-stand-in", { self: [[5]], peer: rows("12345"), report: rows("233") }, {}],
    ["fewer-than-two-raters", { self: [[5]], manager: [[3]] }, { standIn: STAND_IN }],
    [
      "fewer-than-two-raters",
      { self: [[5]], manager: [[3]], peer: rows("12345") },
      { compare: ["self", "manager"] },
    ],
    ["not-asked", { self: [[5]], peer: rows("12345") }, { confidence: null }],
    ["withheld", { peer: rows("12345") }, {}],
  ])("%s", (reason, groups, options) => {
    expect(gapOf(groups, options)).toMatchObject({ interval: null, reasons: [reason] });
  });
});

it("one confidential rater makes no interval, whatever view says so", () => {
  const view = viewOf(SURVEY, { self: [[5]], peer: rows("233") });
  const competencies = view.competencies.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => (cell.group === "peer" ? { ...cell, n: 1 } : cell)),
  }));
  const report = orThrow(analyzeGaps({ ...view, competencies }, { standIn: STAND_IN }));
  expect(report.competencies[0]).toMatchObject({
    interval: null,
    reasons: ["fewer-than-two-raters"],
  });
});

describe("a difference by its interval", () => {
  it.each<[what: string, self: number, peer: string, difference: GapDifference]>([
    // 3.2 with SE 0.2: half the width is 0.555.
    ["above the threshold", 5, "33334", "blindSpot"],
    ["within the threshold", 3, "33334", "none"],
    ["below the threshold", 1, "33334", "hiddenStrength"],
    // Δ = 2, half the width 1.96: from 0.04 to 3.96.
    ["across the threshold", 5, "12345", "indeterminate"],
    // Δ = 0 all the same: from −1.96 to 1.96.
    ["across both ends", 3, "12345", "indeterminate"],
    // Without any spread Δ = 1 is the threshold itself.
    ["at the threshold", 4, "33333", "none"],
  ])("%s", (_, self, peer, difference) => {
    expect(gapOf({ self: [[self]], peer: rows(peer) }).difference).toBe(difference);
  });

  it("is not weakened by an interval that was not asked for", () => {
    const groups = { self: [[5]], peer: rows("12345") };
    expect(gapOf(groups, { confidence: null }).difference).toBe("blindSpot");
  });
});

describe("the raters behind an interval", () => {
  it("are those of small groups together, where they are joined", () => {
    const groups = { self: [[5]], peer: times(2, [3]), report: times(2, [4]) };
    const { interval } = gapOf(groups, { standIn: STAND_IN });
    // Four other raters: 0.36/4.
    expect(interval?.standardError).toBeCloseTo(0.3, 12);
  });
});

describe("a stand-in for several groups", () => {
  it("has its degrees of freedom once, since all rest on one estimate", () => {
    const groups = { self: [[5]], peer: rows("333"), report: rows("444") };
    const options = { standIn: { ...STAND_IN, competency: { sd: 0.7, degreesOfFreedom: 5 } } };
    expect(gapOf(groups, options).interval?.degreesOfFreedom).toBeCloseTo(5, 12);
  });

  it("counts a group once that stands on both sides", () => {
    // Others are the peers alone: nothing is left to differ by chance.
    const groups = { peer: rows("12345"), self: [[5]] };
    const { delta, reasons } = gapOf(groups, { compare: ["peer", "others"] });
    expect([delta, reasons]).toEqual([0, ["fewer-than-two-raters"]]);
  });
});
