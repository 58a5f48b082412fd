import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import type { CompositeSummary, SummaryPolicy } from "../../../src/multirater/summary-types.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { SurveyRelationship } from "../../../src/multirater/types.js";
import {
  answersOf,
  FIVE,
  type GroupRows,
  RELATIONSHIPS,
  refusals,
  summaryOf,
  surveyOf,
} from "./support.js";

/** The relationships with weights in their order: self, manager, peer, report. */
function weighted(...weights: number[]): SurveyRelationship[] {
  return RELATIONSHIPS.map((one, at) => ({ ...one, weight: weights[at] }));
}

/** One item's answers as groups; the answers are written as digits. */
function groupsOf(groups: Readonly<Record<string, string>>): GroupRows {
  return Object.fromEntries(
    Object.entries(groups).map(([id, digits]) => [id, [...digits].map((digit) => [Number(digit)])]),
  );
}

function othersOf(
  groups: Readonly<Record<string, string>>,
  policy: SummaryPolicy = {},
  relationships: readonly SurveyRelationship[] = RELATIONSHIPS,
): CompositeSummary {
  const survey = surveyOf({ relationships });
  return summaryOf(survey, groupsOf(groups), policy).others[0] as CompositeSummary;
}

const GROUPS = { self: "5", manager: "4", peer: "234", report: "335" };

describe("others", () => {
  it("weigh groups alike by default, without self", () => {
    // (4 + 3 + 11/3) / 3
    const { score, n, coverage } = othersOf(GROUPS);
    expect(score).toBeCloseTo(32 / 9, 14);
    expect([n, coverage]).toEqual([7, 1]);
  });

  it("weigh groups by their weights, and self by none", () => {
    // (40·4 + 40·3 + 20·11/3) / 100
    const { score } = othersOf(GROUPS, {}, weighted(1000, 40, 40, 20));
    expect(score).toBeCloseTo(53 / 15, 14);
  });

  it("weigh raters alike where that is asked for", () => {
    // (4 + 9 + 11) / 7
    expect(othersOf(GROUPS, { composition: "byRater" }).score).toBeCloseTo(24 / 7, 14);
  });

  it.each(["byGroup", "byRater"] as const)("leave a group of weight 0 out, %s", (composition) => {
    // Peers 3 and reports 11/3, three each.
    const cell = othersOf(GROUPS, { composition }, weighted(1, 0, 1, 1));
    expect(cell.score).toBeCloseTo(10 / 3, 14);
    expect([cell.n, cell.coverage]).toEqual([6, 1]);
  });

  it("renormalise over the groups that answered, and say how much they cover", () => {
    // Without reports (40·4 + 40·3) / 80, and 80 of 100.
    const cell = othersOf({ manager: "4", peer: "234" }, {}, weighted(0, 40, 40, 20));
    expect(cell).toMatchObject({ score: 3.5, n: 4, coverage: 0.8 });
  });

  it("cover groups by the items they answered", () => {
    // Manager all of 40, peers half of 40, reports nothing of 20.
    const survey = surveyOf({ items: [{}, {}], relationships: weighted(0, 40, 40, 20) });
    const { others } = summaryOf(survey, { manager: [[4, 4]], peer: [[3, null]] });
    expect(others[0]?.coverage).toBeCloseTo(0.6, 14);
  });

  it("are unknown where nobody but self answered", () => {
    expect(othersOf({ self: "5" })).toEqual({
      competencyId: "c",
      score: null,
      n: 0,
      standardError: null,
      degreesOfFreedom: null,
      coverage: 0,
    });
  });

  it.each<[minimumCoverage: number, score: number | null]>([
    [0.8, 3.5],
    [0.81, null],
  ])("with 0.8 covered against a minimum of %d are %d", (minimumCoverage, score) => {
    const groups = { manager: "4", peer: "234" };
    const cell = othersOf(groups, { minimumCoverage }, weighted(0, 40, 40, 20));
    expect([cell.score, cell.coverage]).toEqual([score, 0.8]);
    expect(cell.standardError === null).toBe(score === null);
  });
});

describe("the standard error of others", () => {
  it("adds up the confidential groups' by their shares, after Satterthwaite", () => {
    // SE² 1/3 for 2, 3, 4 and 4/9 for 3, 3, 5; half each: (1/3 + 4/9)/4 = 7/36.
    // Degrees: (7/36)² / ((1/12)²/2 + (1/9)²/2) = 49 · 2/25.
    const cell = othersOf({ peer: "234", report: "335" });
    expect(cell.standardError).toBeCloseTo(Math.sqrt(7) / 6, 14);
    expect(cell.degreesOfFreedom).toBeCloseTo(3.92, 13);
  });

  it("takes identified groups as given", () => {
    // The manager has a third: (1/3 + 4/9)/9, and the same degrees.
    const cell = othersOf(GROUPS);
    expect(cell.standardError).toBeCloseTo(Math.sqrt(7) / 9, 14);
    expect(cell.degreesOfFreedom).toBeCloseTo(3.92, 13);
  });

  it("takes identified groups as given even where they differ among themselves", () => {
    // Two managers with 2 and 5 have an error of their own, which is not the others' to doubt.
    const cell = othersOf({ ...GROUPS, manager: "25" });
    expect(cell.standardError).toBeCloseTo(Math.sqrt(7) / 9, 14);
    expect(othersOf({ manager: "25" }).standardError).toBeNull();
  });

  it("weighs by raters where scores do", () => {
    // Peers 3 of 5 and reports 2 of 5; 3, 5 has SE² 1. Variances 9/25·1/3 and 4/25·1.
    const cell = othersOf({ peer: "234", report: "35" }, { composition: "byRater" });
    expect(cell.standardError).toBeCloseTo(Math.sqrt(0.12 + 0.16), 14);
    expect(cell.degreesOfFreedom).toBeCloseTo(0.28 ** 2 / (0.12 ** 2 / 2 + 0.16 ** 2 / 1), 12);
  });

  it("is unknown where a confidential group has none, or no group is confidential", () => {
    for (const groups of [{ peer: "234", report: "3" }, { manager: "4" }])
      expect(othersOf(groups)).toMatchObject({ standardError: null, degreesOfFreedom: null });
  });

  it("of unanimous groups is 0, with the smallest group's degrees of freedom", () => {
    const cell = othersOf({ peer: "333", report: "4444" });
    expect([cell.standardError, cell.degreesOfFreedom]).toEqual([0, 2]);
  });
});

describe("the overall score", () => {
  const survey = surveyOf({
    competencies: [
      {
        id: "c",
        weight: 20,
        items: [
          { id: "a", scaleId: "five" },
          { id: "b", scaleId: "five" },
        ],
      },
      { id: "d", weight: 80, items: [{ id: "e", scaleId: "five" }] },
    ],
    relationships: weighted(0, 1, 1, 0),
  });

  it("weighs competencies", () => {
    // 0.2 · 3 + 0.8 · 5
    const { overall } = summaryOf(survey, {
      self: [[1, 1, 1]],
      manager: [[2, 4, 5]],
      peer: [[3, 3, 5]],
    });
    expect(overall).toEqual({
      competencyId: null,
      score: expect.closeTo(4.6, 14),
      n: null,
      standardError: null,
      degreesOfFreedom: null,
      coverage: 1,
    });
  });

  it("renormalises over competencies with a score, and covers what was answered", () => {
    // `d` has no answer; of `c` the manager rated all and peers half: 0.2 · (1 + 0.5)/2.
    const { overall } = summaryOf(survey, { manager: [[2, 4, null]], peer: [[3, null, null]] });
    expect(overall.score).toBe(3);
    expect(overall.coverage).toBeCloseTo(0.15, 14);
  });

  it("is unknown where too little is covered", () => {
    const groups = { manager: [[2, 4, null]], peer: [[3, 3, null]] };
    expect(summaryOf(survey, groups, { minimumCoverage: 0.2 }).overall.score).toBe(3);
    expect(summaryOf(survey, groups, { minimumCoverage: 0.21 }).overall).toMatchObject({
      score: null,
      coverage: 0.2,
    });
  });

  it("is unknown where nobody but self answered", () => {
    expect(summaryOf(survey, { self: [[1, 1, 1]] }).overall).toMatchObject({
      score: null,
      coverage: 0,
    });
  });
});

describe("summarizeFeedback", () => {
  const survey = surveyOf();
  const { tally } = orThrow(
    tallyResponses(survey, [
      ...answersOf(survey, "peer", { rows: [[3]], subjectId: "bea" }),
      ...answersOf(survey, "peer", { rows: [[3]], subjectId: "Ada" }),
    ]),
  );

  it("gives one summary for each subject, sorted, with its policy filled in", () => {
    const summaries = orThrow(summarizeFeedback(survey, tally, { averaging: "pooled" }));
    expect(summaries.map(({ subjectId }) => subjectId)).toEqual(["Ada", "bea"]);
    expect(summaries[0]).toMatchObject({
      surveyId: "survey",
      surveyVersion: 1,
      policy: { id: "default", averaging: "pooled", composition: "byGroup", minimumCoverage: 0 },
    });
  });

  it("survives JSON", () => {
    const summaries = orThrow(summarizeFeedback(survey, tally));
    expect(JSON.parse(JSON.stringify(summaries))).toEqual(summaries);
  });

  it.each<[code: string, path: string, policy: object]>([
    ["multirater/invalid-policy", "policy.id", { id: "" }],
    ["multirater/invalid-policy", "policy.averaging", { averaging: "median" }],
    ["multirater/invalid-policy", "policy.composition", { composition: "byWeight" }],
    ["multirater/invalid-policy", "policy.minimumCoverage", { minimumCoverage: -0.1 }],
    ["multirater/invalid-policy", "policy.minimumCoverage", { minimumCoverage: 1.1 }],
    ["multirater/invalid-policy", "policy.minimumCoverage", { minimumCoverage: Number.NaN }],
  ])("refuses %s at %s", (code, path, policy) => {
    expect(refusals(summarizeFeedback(survey, tally, policy))).toEqual([`${code}@${path}`]);
  });

  it("refuses a tally of another survey, and a survey that makes no sense", () => {
    expect(refusals(summarizeFeedback({ ...survey, version: 2 }, tally))).toEqual([
      "multirater/survey-mismatch@tally",
    ]);
    const broken = surveyOf({ scales: [{ ...FIVE, step: -1 }] });
    expect(refusals(summarizeFeedback(broken, tally))).toEqual(["values/scale-step@scales.0.step"]);
  });
});
