import { describe, expect, it } from "vitest";
import type { ItemSummary } from "../../../src/multirater/summary-types.js";
import type { RatingScale } from "../../../src/values/types.js";
import { type AnswerRow, FIVE, summaryOf, surveyOf } from "./support.js";

const TENTHS: RatingScale = { ...FIVE, id: "tenths", min: 0, max: 1, step: 0.1 };
const HALVES: RatingScale = { ...FIVE, id: "halves", step: 0.5 };

/** What peers' answers to one item come to. */
function itemOf(scale: RatingScale, answers: AnswerRow): ItemSummary {
  const survey = surveyOf({ scales: [scale] });
  const { groups } = summaryOf(survey, { peer: answers.map((answer) => [answer]) });
  return groups[2]?.items[0] as ItemSummary;
}

describe("an item's mean", () => {
  it.each<[scale: RatingScale, answers: AnswerRow, mean: number]>([
    [FIVE, [4, 5, 5], 14 / 3],
    [HALVES, [1.5, 2, 4.5], 8 / 3],
    // As doubles 0.1 + 0.2 + 0.3 is 0.6000000000000001, a third of which is not 0.2.
    [TENTHS, [0.1, 0.2, 0.3], 0.2],
    [TENTHS, [0.3, 0.2, 0.1], 0.2],
    // Ten times 0.1 adds up to 0.9999999999999999 as doubles.
    [TENTHS, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0.1],
    [{ ...FIVE, direction: "lowerIsBetter" }, [1, 2], 1.5],
    [{ ...FIVE, min: -2, max: 2 }, [-2, 2], 0],
    [FIVE, [4, "tooNew", null, "skipped", 5, "notApplicable", "unableToRate"], 4.5],
  ])("on $id of %j is %d", (scale, answers, mean) => {
    const item = itemOf(scale, answers);
    expect(item.mean).toBe(mean);
    expect(item.n).toBe(answers.filter((answer) => typeof answer === "number").length);
  });
});

describe("an item's spread and median", () => {
  it.each<[answers: AnswerRow, sd: number | null, median: number | null]>([
    // Mean 3, squares 4 + 0 + 4 = 8 over 2.
    [[1, 3, 5], 2, 3],
    // Mean 3.5, squares 0.25 · 4 = 1 over 3.
    [[3, 3, 4, 4], Math.sqrt(1 / 3), 3.5],
    [[1, 5], Math.sqrt(8), 3],
    [[4, 4, 4], 0, 4],
    [[1, 1, 2, 5, 5, 5], Math.sqrt((6 * 81 - 19 * 19) / 30), 3.5],
    [[4], null, 4],
    [["tooNew"], null, null],
  ])("of %j are %d and %d", (answers, sd, median) => {
    const item = itemOf(FIVE, answers);
    expect([item.sd, item.median]).toEqual([sd, median]);
  });

  it("are on the item's own scale", () => {
    // 0.1, 0.3, 0.5: squares 0.04 + 0 + 0.04 = 0.08 over 2, the root 0.2.
    expect(itemOf(TENTHS, [0.1, 0.3, 0.5]).sd).toBeCloseTo(0.2, 15);
    expect(itemOf(TENTHS, [0.1, 0.2]).median).toBe(0.15);
  });
});

describe("an item's counts", () => {
  it("are one for each scale point and each kind of non-answer", () => {
    const item = itemOf(FIVE, [1, 4, 4, null, "skipped", "tooNew", "unableToRate", "tooNew"]);
    expect(item.distribution).toEqual([1, 0, 0, 2, 0]);
    expect(item.nonAnswers).toEqual({ skipped: 2, notApplicable: 0, unableToRate: 1, tooNew: 2 });
  });

  it("of a group that nobody is in are 0, and its mean unknown", () => {
    const { groups } = summaryOf(surveyOf(), { peer: [[3]] });
    expect(groups[3]).toEqual({
      relationship: "report",
      identified: false,
      responses: 0,
      items: [
        {
          competencyId: "c",
          itemId: "a",
          n: 0,
          mean: null,
          sd: null,
          median: null,
          distribution: [0, 0, 0, 0, 0],
          nonAnswers: { skipped: 0, notApplicable: 0, unableToRate: 0, tooNew: 0 },
        },
      ],
      competencies: [
        { competencyId: "c", score: null, n: 0, standardError: null, coverage: 0, patterns: [] },
      ],
    });
  });
});
