import { describe, expect, it } from "vitest";
import type {
  AveragingOrder,
  CompetencySummary,
  SummaryPolicy,
} from "../../../src/multirater/summary-types.js";
import type { Survey } from "../../../src/multirater/types.js";
import type { RatingScale } from "../../../src/values/types.js";
import { type AnswerRow, FIVE, summaryOf, surveyOf } from "./support.js";

const ORDERS: readonly AveragingOrder[] = ["itemFirst", "pooled", "raterFirst"];

/** What peers' answers come to in the survey's first competency. */
function scoreOf(
  survey: Survey,
  rows: readonly AnswerRow[],
  policy: SummaryPolicy = {},
): CompetencySummary {
  return summaryOf(survey, { peer: rows }, policy).groups[2]?.competencies[0] as CompetencySummary;
}

/** One value for each averaging order. */
function byOrder<T>(pick: (averaging: AveragingOrder) => T): T[] {
  return ORDERS.map(pick);
}

describe("a competency's score by the order of averaging", () => {
  it("is the same three times where all answered all", () => {
    // (4 + 2 + 5 + 3) / 4 = 3.5
    const survey = surveyOf({ items: [{}, {}] });
    const rows = [
      [4, 2],
      [5, 3],
    ];
    expect(byOrder((averaging) => scoreOf(survey, rows, { averaging }).score)).toEqual([
      3.5, 3.5, 3.5,
    ]);
  });

  it("differs where answers are missing", () => {
    // Items: (2 + 4) / 2 = 3 and 5, together 4. Answers: (2 + 4 + 5) / 3. Raters: 3.5 and 4.
    const survey = surveyOf({ items: [{}, {}] });
    const rows = [
      [2, 5],
      [4, null],
    ];
    expect(byOrder((averaging) => scoreOf(survey, rows, { averaging }).score)).toEqual([
      4,
      expect.closeTo(11 / 3, 14),
      3.75,
    ]);
  });

  it("weighs the items", () => {
    // Weights 3 and 1. Items: 0.75 · 3 + 0.25 · 5. Answers: (3 · 2 + 3 · 4 + 5) / 7.
    // Raters: (3 · 2 + 5) / 4 = 2.75 and 4, together 3.375.
    const survey = surveyOf({ items: [{ weight: 3 }, {}] });
    const rows = [
      [2, 5],
      [4, null],
    ];
    expect(byOrder((averaging) => scoreOf(survey, rows, { averaging }).score)).toEqual([
      3.5,
      expect.closeTo(23 / 7, 14),
      3.375,
    ]);
  });

  it("leaves out an item of weight 0, which is still summarised", () => {
    const survey = surveyOf({ items: [{}, { weight: 0 }] });
    expect(
      byOrder(
        (averaging) =>
          scoreOf(
            survey,
            [
              [2, 5],
              [3, 5],
            ],
            { averaging },
          ).score,
      ),
    ).toEqual([2.5, 2.5, 2.5]);
    expect(scoreOf(survey, [[2, 5]]).coverage).toBe(1);
    expect(summaryOf(survey, { peer: [[2, 5]] }).groups[2]?.items[1]?.mean).toBe(5);
  });
});

describe("a competency's score over several scales", () => {
  const percent: RatingScale = { ...FIVE, id: "percent", min: 0, max: 100 };
  const strain: RatingScale = { ...FIVE, id: "strain", direction: "lowerIsBetter" };
  const mixed = (scaleId: string, reportingScaleId: string) =>
    surveyOf({
      scales: [FIVE, percent, strain],
      items: [{ scaleId }, { scaleId: "five" }],
      reportingScaleId,
    });

  it.each<[what: string, survey: Survey, rows: AnswerRow[], score: number]>([
    // 75 of 0 to 100 is 4 of 1 to 5; with 2 that is 3.
    ["rescales to the reporting scale", mixed("percent", "five"), [[75, 2]], 3],
    // 75, and 2 of 1 to 5 is 25.
    ["rescales to another reporting scale", mixed("percent", "percent"), [[75, 2]], 50],
    // 2 where 1 is best is 4 where 5 is best.
    ["turns a reversed item round", mixed("strain", "five"), [[2, 3]], 3.5],
    // 2, and 3 turned round is 3.
    [
      "turns the others round for a reversed reporting scale",
      mixed("strain", "strain"),
      [[2, 4]],
      2,
    ],
  ])("%s", (_, survey, rows, score) => {
    expect(byOrder((averaging) => scoreOf(survey, rows, { averaging }).score)).toEqual([
      score,
      score,
      score,
    ]);
  });

  it("has its standard error on the reporting scale", () => {
    // 2, 3, 4 on 1 to 5 have s/√n = 1/√3; on 0 to 100 that is 25 times as much.
    const survey = surveyOf({ scales: [FIVE, percent], reportingScaleId: "percent" });
    const { standardError } = scoreOf(survey, [[2], [3], [4]]);
    expect(standardError).toBeCloseTo(25 / Math.sqrt(3), 12);
  });
});

describe("a competency's standard error", () => {
  const two = surveyOf({ items: [{}, {}] });
  const errors = (survey: Survey, rows: readonly AnswerRow[]): (number | null)[] =>
    byOrder((averaging) => scoreOf(survey, rows, { averaging }).standardError);

  it("is s/√n of the raters' own means where all answered all", () => {
    // Raters' means 3, 4, 3.5: s = 0.5, and 0.5/√3.
    const expected = 0.5 / Math.sqrt(3);
    for (const error of errors(two, [
      [4, 2],
      [5, 3],
      [3, 4],
    ]))
      expect(error).toBeCloseTo(expected, 14);
  });

  it("is so with weights too", () => {
    // Weights 3 and 1 make the means 3.5, 4.5, 3.25: mean 3.75, squares 0.0625 + 0.5625 + 0.25.
    const weighted = surveyOf({ items: [{ weight: 3 }, {}] });
    const expected = Math.sqrt(0.875 / 2 / 3);
    for (const error of errors(weighted, [
      [4, 2],
      [5, 3],
      [3, 4],
    ]))
      expect(error).toBeCloseTo(expected, 14);
  });

  it("of one item is s/√n of its answers", () => {
    // 2, 3, 4, 5: squares 2.25 + 0.25 + 0.25 + 2.25 = 5, over 3, over 4.
    for (const error of errors(surveyOf(), [[2], [3], [4], [5]]))
      expect(error).toBeCloseTo(Math.sqrt(5 / 12), 14);
  });

  it("follows each rater's influence where answers are missing", () => {
    // Weights 3 and 1; item means (2 + 4)/2 = 3 and (5 + 1 + 3)/3 = 3.
    const survey = surveyOf({ items: [{ weight: 3 }, {}] });
    const rows = [
      [2, 5],
      [4, null],
      [null, 1],
      [null, 3],
    ];
    const [itemFirst, pooled, raterFirst] = errors(survey, rows);
    // u = 0.75·(2−3)/2 + 0.25·(5−3)/3, 0.75·(4−3)/2, 0.25·(1−3)/3, 0 = −5/24, 9/24, −4/24, 0.
    expect(itemFirst).toBeCloseTo(Math.sqrt(((4 / 3) * (25 + 81 + 16)) / 576), 14);
    // Σ w·n = 3·2 + 1·3 = 9, θ = (3·6 + 9)/9 = 3; u = (−3 + 2)/9, 3/9, −2/9, 0.
    expect(pooled).toBeCloseTo(Math.sqrt(((4 / 3) * (1 + 9 + 4)) / 81), 14);
    // Raters' means 11/4, 4, 1, 3: mean 43/16, squares (1 + 441 + 729 + 25)/256 = 4.671875.
    expect(raterFirst).toBeCloseTo(Math.sqrt(4.671875 / 3 / 4), 14);
  });

  it("counts raters with an answer in it, and no others", () => {
    const some = scoreOf(two, [
      [2, 3],
      [4, 5],
      ["tooNew", null],
    ]);
    const all = scoreOf(two, [
      [2, 3],
      [4, 5],
    ]);
    expect([some.n, some.standardError]).toEqual([2, all.standardError]);
  });

  it("treats one rater's answers as one: four equal answers are worth no more than one", () => {
    const four = surveyOf({ items: [{}, {}, {}, {}] });
    const rows = [2, 3, 5].map((answer) => [answer, answer, answer, answer]);
    const one = scoreOf(surveyOf(), [[2], [3], [5]]).standardError;
    expect(scoreOf(four, rows).standardError).toBeCloseTo(one ?? Number.NaN, 14);
  });

  it("is 0 without any spread and unknown for fewer than two raters", () => {
    expect(
      errors(two, [
        [3, 4],
        [3, 4],
      ]),
    ).toEqual([0, 0, 0]);
    expect(errors(two, [[3, 4]])).toEqual([null, null, null]);
    expect(errors(two, [["tooNew", null]])).toEqual([null, null, null]);
  });
});

describe("a competency's coverage", () => {
  const survey = surveyOf({ items: [{ weight: 3 }, {}] });
  it.each<[rows: AnswerRow[], coverage: number, n: number]>([
    [[[3, 4]], 1, 1],
    [
      [
        [3, null],
        [null, 4],
      ],
      1,
      2,
    ],
    [
      [
        [3, null],
        [2, "tooNew"],
      ],
      0.75,
      2,
    ],
    [[[null, 4]], 0.25, 1],
    [[[null, "skipped"]], 0, 0],
  ])("of %j is %d", (rows, coverage, n) => {
    const cell = scoreOf(survey, rows);
    expect([cell.coverage, cell.n]).toEqual([coverage, n]);
  });

  it.each<[minimumCoverage: number, score: number | null]>([
    [0.75, 3],
    // 0.7500000001 is within 1e-9 of the coverage.
    [0.7500000001, 3],
    [0.76, null],
    [1, null],
  ])("of 0.75 against a minimum of %d gives %d", (minimumCoverage, score) => {
    const cell = scoreOf(
      survey,
      [
        [3, null],
        [3, null],
      ],
      { minimumCoverage },
    );
    expect([cell.score, cell.standardError]).toEqual([score, score === null ? null : 0]);
    expect([cell.coverage, cell.n]).toEqual([0.75, 2]);
  });
});
