import { describe, expect, it } from "vitest";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { Survey } from "../../../src/multirater/types.js";
import { FIVE, RELATIONSHIPS, refusals, type SurveyParts, surveyOf } from "./support.js";

const check = (survey: Survey): string[] => refusals(tallyResponses(survey, []));
const competency = (id: string, items: readonly string[], weight?: number) => ({
  id,
  ...(weight !== undefined && { weight }),
  items: items.map((item) => ({ id: item, scaleId: "five" })),
});
const rating = (id: string, weight: number) => ({ id, identified: false, weight });

describe("a survey is refused", () => {
  it.each<[code: string, path: string, survey: Survey]>([
    ["multirater/empty-id", "id", { ...surveyOf(), id: "" }],
    ["multirater/invalid-version", "version", { ...surveyOf(), version: 0 }],
    ["multirater/invalid-version", "version", { ...surveyOf(), version: 1.5 }],
    ["multirater/empty-id", "disclosure.id", surveyOf({ disclosure: { id: "" } })],
    ["values/scale-step", "scales.0.step", surveyOf({ scales: [{ ...FIVE, step: 0 }] })],
    ["values/not-finite", "scales.0.max", surveyOf({ scales: [{ ...FIVE, max: Number.NaN }] })],
  ])("%s at %s", (code, path, survey) => {
    expect(check(survey)).toEqual([`${code}@${path}`]);
  });

  it.each<[code: string, path: string, parts: SurveyParts]>([
    ["multirater/duplicate-id", "scales.1.id", { scales: [FIVE, FIVE] }],
    ["multirater/unknown-scale", "reportingScaleId", { reportingScaleId: "stars" }],
    [
      "multirater/unknown-scale",
      "competencies.0.items.1.scaleId",
      { items: [{}, { scaleId: "x" }] },
    ],
    // 0 to 65,000 in whole steps has 65,001 points.
    ["multirater/scale-too-fine", "scales.0.step", { scales: [{ ...FIVE, min: 0, max: 65_000 }] }],
    ["multirater/empty-list", "competencies", { competencies: [] }],
    ["multirater/empty-list", "competencies.0.items", { competencies: [competency("c", [])] }],
    ["multirater/empty-list", "relationships", { relationships: [] }],
    [
      "multirater/duplicate-id",
      "competencies.1.id",
      { competencies: [competency("c", ["a"]), competency("c", ["b"])] },
    ],
    [
      "multirater/duplicate-id",
      "competencies.1.items.0.id",
      { competencies: [competency("c", ["a"]), competency("d", ["a"])] },
    ],
    ["multirater/empty-id", "competencies.0.items.0.id", { items: [{ id: "" }] }],
    ["multirater/empty-id", "competencies.0.id", { competencies: [competency("", ["a"])] }],
    ["multirater/invalid-weights", "competencies", { competencies: [competency("c", ["a"], -1)] }],
    ["multirater/invalid-weights", "competencies", { competencies: [competency("c", ["a"], 0)] }],
    ["multirater/invalid-weights", "competencies.0.items", { items: [{ weight: Number.NaN }] }],
    [
      "multirater/invalid-weights",
      "competencies.0.items",
      { items: [{ weight: 0 }, { weight: 0 }] },
    ],
    [
      "multirater/invalid-weights",
      "relationships",
      { relationships: [rating("peer", Number.POSITIVE_INFINITY)] },
    ],
    [
      "multirater/invalid-weights",
      "relationships",
      { relationships: [{ id: "self", identified: true, weight: 5 }, rating("peer", 0)] },
    ],
    [
      "multirater/duplicate-id",
      "relationships.1.id",
      { relationships: [rating("peer", 1), rating("peer", 1)] },
    ],
    ["multirater/empty-id", "relationships.0.id", { relationships: [rating("", 1)] }],
    ["multirater/reserved-id", "relationships.0.id", { relationships: [rating("others", 1)] }],
    ["multirater/reserved-id", "relationships.0.id", { relationships: [rating("otherRaters", 1)] }],
    [
      "multirater/self-not-identified",
      "relationships.0.identified",
      { relationships: [rating("self", 1)] },
    ],
  ])("%s at %s", (code, path, parts) => {
    expect(check(surveyOf(parts))).toEqual([`${code}@${path}`]);
  });

  it.each<[code: string, path: string, disclosure: SurveyParts["disclosure"]]>([
    ["multirater/invalid-policy", "disclosure.minimumRaters", { minimumRaters: 1 }],
    ["multirater/invalid-policy", "disclosure.minimumRaters", { minimumRaters: 2.5 }],
    [
      "multirater/invalid-policy",
      "disclosure.minimumForSpread",
      { minimumRaters: 2, minimumForSpread: 2 },
    ],
    [
      "multirater/invalid-policy",
      "disclosure.minimumForSpread",
      { minimumRaters: 6, minimumForSpread: 5 },
    ],
    [
      "multirater/invalid-policy",
      "disclosure.topCode.belowRaters",
      { topCode: { belowRaters: 1, margin: 0.1 } },
    ],
    [
      "multirater/invalid-policy",
      "disclosure.topCode.margin",
      { topCode: { belowRaters: 5, margin: 0 } },
    ],
    [
      "multirater/invalid-policy",
      "disclosure.topCode.margin",
      { topCode: { belowRaters: 5, margin: 0.26 } },
    ],
    [
      "disclosure/unknown-fold-group",
      "disclosure.folds.0.into",
      { folds: [{ from: "peer", into: "x" }] },
    ],
    [
      "disclosure/fold-identified",
      "disclosure.folds.0.into",
      { folds: [{ from: "peer", into: "manager" }] },
    ],
    [
      "disclosure/fold-twice",
      "disclosure.folds.1.from",
      {
        folds: [
          { from: "peer", into: "report" },
          { from: "peer", into: "report" },
        ],
      },
    ],
    [
      "disclosure/fold-cycle",
      "disclosure.folds",
      {
        folds: [
          { from: "peer", into: "report" },
          { from: "report", into: "peer" },
        ],
      },
    ],
  ])("%s at %s", (code, path, disclosure) => {
    expect(check(surveyOf({ disclosure }))).toEqual([`${code}@${path}`]);
  });

  it("with all its faults at once", () => {
    const survey = { ...surveyOf({ relationships: [], reportingScaleId: "x" }), id: "" };
    expect(check(survey)).toEqual([
      "multirater/empty-id@id",
      "multirater/unknown-scale@reportingScaleId",
      "multirater/empty-list@relationships",
    ]);
  });
});

describe("a survey is accepted", () => {
  it.each<[what: string, parts: SurveyParts]>([
    ["without self", { relationships: RELATIONSHIPS.slice(2) }],
    ["with self alone", { relationships: RELATIONSHIPS.slice(0, 1) }],
    ["with a weight of 0 beside another", { items: [{ weight: 0 }, { weight: 2 }] }],
    ["with the finest scale that can be coded", { scales: [{ ...FIVE, min: 1, max: 65_000 }] }],
    ["with a minimum of 6 and the spread following it", { disclosure: { minimumRaters: 6 } }],
    [
      "with any text as an identifier",
      { relationships: [rating("__proto__", 1), rating("constructor", 1), rating("a,b", 1)] },
    ],
  ])("%s", (_, parts) => {
    expect(check(surveyOf(parts))).toEqual([]);
  });
});
