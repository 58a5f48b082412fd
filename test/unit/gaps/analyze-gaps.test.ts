import { describe, expect, it } from "vitest";
import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import type {
  AnalyzeGapsOptions,
  Gap,
  GapDifference,
  GapQuadrant,
} from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import type { FeedbackView } from "../../../src/multirater/view-types.js";
import type { RatingScale } from "../../../src/values/types.js";
import { FIVE, type GroupRows, refusals, surveyOf, times, viewOf } from "../multirater/support.js";

const FINE: RatingScale = { ...FIVE, id: "fine", step: 0.01 };
const STRAIN: RatingScale = { ...FIVE, id: "strain", direction: "lowerIsBetter" };

/** A view in which one manager stands for others, so that no interval plays a part. */
const pairView = (self: number, others: number, scale = FINE): FeedbackView =>
  viewOf(surveyOf({ scales: [scale] }), { self: [[self]], manager: [[others]] });

/** The gap of a view's first competency. */
function gapOf(view: FeedbackView, options: AnalyzeGapsOptions = {}): Gap {
  return orThrow(analyzeGaps(view, options)).competencies[0] as Gap;
}

const NORM = { competencyId: "c", mean: 3.5, sd: 0.5 };
const points = (value: number) => ({ kind: "points", value }) as const;

describe("a difference by the threshold", () => {
  it.each<[self: number, others: number, options: AnalyzeGapsOptions, difference: GapDifference]>([
    // A quarter of the span of 4 is 1 point, strictly.
    [4, 3, {}, "none"],
    [4, 2.99, {}, "blindSpot"],
    [3, 4, {}, "none"],
    [2.99, 4, {}, "hiddenStrength"],
    [4, 4, {}, "none"],
    // 4.4 − 3.4 is 1.0000000000000004 as a double.
    [4.4, 3.4, {}, "none"],
    [4, 3, { threshold: points(0.5) }, "blindSpot"],
    [3.5, 3, { threshold: points(0.5) }, "none"],
    [3, 3, { threshold: points(0) }, "none"],
    [3.01, 3, { threshold: points(0) }, "blindSpot"],
    [4, 3, { threshold: { kind: "percentOfSpan", value: 24 } }, "blindSpot"],
    [4, 3, { threshold: { kind: "percentOfSpan", value: 25 } }, "none"],
    // Two standard deviations of 0.5.
    [4, 3, { threshold: { kind: "standardDeviations", value: 2 }, norms: [NORM] }, "none"],
    [4.01, 3, { threshold: { kind: "standardDeviations", value: 2 }, norms: [NORM] }, "blindSpot"],
    [5, 1, { threshold: { kind: "standardDeviations", value: 2 } }, "insufficient"],
  ])("of %d against %d by %j is %s", (self, others, options, difference) => {
    expect(gapOf(pairView(self, others), options).difference).toBe(difference);
  });

  it.each<[self: number, others: number, value: number, difference: GapDifference]>([
    // Twenty per cent of five points is 1 point, forty is 2.
    [4, 3, 20, "none"],
    [5, 3, 20, "blindSpot"],
    [5, 3, 40, "none"],
    [5, 2, 40, "blindSpot"],
  ])("of %d against %d by %d per cent of five points is %s", (self, others, value, difference) => {
    const threshold = { kind: "percentOfPoints", value } as const;
    expect(gapOf(pairView(self, others, FIVE), { threshold }).difference).toBe(difference);
  });

  it.each<[self: number, others: number, delta: number, difference: GapDifference]>([
    [1, 3, -2, "blindSpot"],
    [2, 3, -1, "none"],
    [5, 2, 3, "hiddenStrength"],
  ])("of %d against %d where lower is better: %d is %s", (self, others, delta, difference) => {
    expect(gapOf(pairView(self, others, STRAIN))).toMatchObject({ delta, difference });
  });
});

describe("a quadrant by the cut", () => {
  it.each<[self: number, others: number, options: AnalyzeGapsOptions, quadrant: GapQuadrant]>([
    [4, 2, {}, "blindSpot"],
    [2, 4, {}, "hiddenStrength"],
    [4, 4, {}, "confirmedStrength"],
    [2, 2, {}, "confirmedNeed"],
    // The cut itself is high.
    [3, 3, {}, "confirmedStrength"],
    [3, 2.99, {}, "blindSpot"],
    [2.99, 3, {}, "hiddenStrength"],
    [4, 3, { cut: { score: 3.5 } }, "blindSpot"],
    [3.5, 3.49, { cut: { score: 3.5 } }, "blindSpot"],
    [4, 3.5, { cut: "norm", norms: [NORM] }, "confirmedStrength"],
    [4, 3.4, { cut: "norm", norms: [NORM] }, "blindSpot"],
    [4, 3.4, { cut: "norm" }, "insufficient"],
    [4, 3.4, { cut: "norm", norms: [{ ...NORM, itemId: "a" }] }, "insufficient"],
  ])("of %d against %d by %j is %s", (self, others, options, quadrant) => {
    expect(gapOf(pairView(self, others), options).quadrant).toBe(quadrant);
  });

  it.each<[self: number, others: number, quadrant: GapQuadrant]>([
    [1, 5, "blindSpot"],
    [5, 1, "hiddenStrength"],
    [3, 3, "confirmedStrength"],
    [4, 4, "confirmedNeed"],
  ])("of %d against %d where lower is better is %s", (self, others, quadrant) => {
    expect(gapOf(pairView(self, others, STRAIN)).quadrant).toBe(quadrant);
  });

  it("does not look at the threshold, nor the threshold at the cut", () => {
    expect(gapOf(pairView(3.1, 2.9))).toMatchObject({ difference: "none", quadrant: "blindSpot" });
    expect(gapOf(pairView(5, 3.5))).toMatchObject({
      difference: "blindSpot",
      quadrant: "confirmedStrength",
    });
  });
});

describe("a gap", () => {
  it("states both numbers, their difference and the cells they came from", () => {
    expect(gapOf(pairView(4, 3))).toEqual({
      competencyId: "c",
      itemId: null,
      name: "c",
      first: 4,
      second: 3,
      delta: 1,
      interval: null,
      difference: "none",
      quadrant: "confirmedStrength",
      size: null,
      reasons: ["fewer-than-two-raters"],
      cells: [
        { group: "self", competencyId: "c", itemId: null },
        { group: "others", competencyId: "c", itemId: null },
      ],
    });
  });

  it("of equal numbers is 0, never −0", () => {
    expect(Object.is(gapOf(pairView(3, 3)).delta, 0)).toBe(true);
  });

  it("has its size in standard deviations of the norm", () => {
    expect(gapOf(pairView(4, 3), { norms: [NORM] }).size).toBe(2);
    expect(gapOf(pairView(2, 3), { norms: [NORM] }).size).toBe(-2);
  });

  it("says that a norm is missing only where one is asked for", () => {
    const threshold = { kind: "standardDeviations", value: 1 } as const;
    const view = pairView(4, 3);
    expect(gapOf(view, { threshold, confidence: null }).reasons).toEqual(["not-asked", "no-norm"]);
    expect(gapOf(view, { cut: "norm", confidence: null }).reasons).toEqual([
      "not-asked",
      "no-norm",
    ]);
    expect(gapOf(view, { threshold, norms: [NORM] }).reasons).toEqual(["fewer-than-two-raters"]);
  });

  it.each<[what: string, groups: GroupRows, first: number | null, second: number | null]>([
    ["others", { self: [[4]], peer: times(2, [3]) }, 4, null],
    ["self", { manager: [[4]] }, null, 4],
    ["either", { peer: times(2, [3]) }, null, null],
  ])("is insufficient where %s cannot be seen", (_, groups, first, second) => {
    expect(gapOf(viewOf(surveyOf(), groups))).toMatchObject({
      first,
      second,
      delta: null,
      interval: null,
      difference: "insufficient",
      quadrant: "insufficient",
      size: null,
      reasons: ["withheld"],
    });
  });

  it("of an item is on the reporting scale", () => {
    const percent: RatingScale = { ...FIVE, id: "percent", min: 0, max: 100 };
    const survey = surveyOf({ scales: [FIVE, percent], reportingScaleId: "percent" });
    const report = orThrow(analyzeGaps(viewOf(survey, { self: [[4]], manager: [[2]] })));
    expect(report.items[0]).toMatchObject({ itemId: "a", first: 75, second: 25, delta: 50 });
    expect(report.competencies[0]).toMatchObject({ first: 75, second: 25, delta: 50 });
  });

  it("of an item on a reversed scale is turned round", () => {
    const survey = surveyOf({ scales: [STRAIN, FIVE], reportingScaleId: "five" });
    const report = orThrow(analyzeGaps(viewOf(survey, { self: [[1]], manager: [[4]] })));
    // 1 and 4 where 1 is best are 5 and 2 where 5 is best.
    expect(report.items[0]).toMatchObject({ first: 5, second: 2, difference: "blindSpot" });
  });

  it("may compare any pair of groups", () => {
    const view = viewOf(surveyOf(), {
      self: [[5]],
      manager: [[4]],
      peer: times(3, [2]),
    });
    const report = orThrow(analyzeGaps(view, { compare: ["peer", "manager"] }));
    expect(report.policy.compare).toEqual(["peer", "manager"]);
    expect(report.competencies[0]).toMatchObject({ first: 2, second: 4, delta: -2 });
    expect(gapOf(view, { compare: ["others", "self"] })).toMatchObject({ first: 3, delta: -2 });
  });

  it("uses only what the view shows: without items there are no gaps of items", () => {
    const view = pairView(4, 3);
    const competencies = view.competencies.map((one) => ({ ...one, items: [] }));
    expect(orThrow(analyzeGaps({ ...view, competencies })).items).toEqual([]);
  });
});

describe("the order of gaps", () => {
  const survey = surveyOf({
    competencies: ["c", "d", "e", "f"].map((id) => ({
      id,
      items: [{ id: `${id}1`, scaleId: "five" }],
    })),
  });
  const orderOf = (view: FeedbackView): string[] =>
    orThrow(analyzeGaps(view)).competencies.map(({ competencyId }) => competencyId);

  it("is by size where there is no interval, then the survey's", () => {
    expect(orderOf(viewOf(survey, { self: [[3, 5, 1, 4]], manager: [[3, 3, 5, 2]] }))).toEqual([
      "e",
      "d",
      "f",
      "c",
    ]);
  });

  it("has those beyond their noise first, and those that cannot be seen last", () => {
    // All of 3 in `d` leave no noise; 1, 1, 3, 5, 5 in `c` leave 2.48, more than the difference of 2.
    const peer = [
      [1, 3, null, 3],
      [1, 3, null, 3],
      [3, 3, null, 3],
      [5, 3, null, 3],
      [5, 3, null, 3],
    ];
    const view = viewOf(survey, { self: [[5, 4, 5, 3]], peer });
    expect(orderOf(view)).toEqual(["d", "c", "f", "e"]);
  });

  it("is so for items too", () => {
    const view = viewOf(survey, { self: [[3, 5, 1, 4]], manager: [[3, 3, 5, 2]] });
    expect(orThrow(analyzeGaps(view)).items.map(({ itemId }) => itemId)).toEqual([
      "e1",
      "d1",
      "f1",
      "c1",
    ]);
  });
});

describe("a gap report", () => {
  it("echoes its rules with all defaults filled in", () => {
    const { competencies, items, ...rest } = orThrow(analyzeGaps(pairView(4, 3)));
    expect([competencies.length, items.length]).toEqual([1, 1]);
    expect(rest).toEqual({
      surveyId: "survey",
      subjectId: "ada",
      viewer: "subject",
      policy: {
        compare: ["self", "others"],
        threshold: { kind: "percentOfSpan", value: 25 },
        cut: "midpoint",
        confidence: 0.95,
        standIn: null,
        norms: [],
      },
    });
  });

  it("survives JSON", () => {
    const view = viewOf(surveyOf(), { self: [[5]], peer: [[1], [2], [3], [4], [5]] });
    const report = orThrow(analyzeGaps(view));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe("analyzeGaps refuses", () => {
  const view = pairView(4, 3);
  const spread = (sd: number, degreesOfFreedom?: number) => ({
    source: "a manual",
    competency: { sd, degreesOfFreedom },
    item: null,
  });
  it.each<[path: string, options: object]>([
    ["compare.1", { compare: ["self", "friends"] }],
    ["compare.0", { compare: ["constructor", "self"] }],
    ["compare.1", { compare: ["self", "self"] }],
    ["compare.1", { compare: ["others", "others"] }],
    ["threshold.value", { threshold: points(-1) }],
    ["threshold.value", { threshold: points(Number.NaN) }],
    ["threshold.value", { threshold: points(Number.POSITIVE_INFINITY) }],
    ["threshold.kind", { threshold: { kind: "stars", value: 1 } }],
    ["threshold.kind", { threshold: { kind: "constructor", value: 1 } }],
    ["cut", { cut: "median" }],
    ["cut", { cut: { score: 0.9 } }],
    ["cut", { cut: { score: 5.1 } }],
    ["cut", { cut: { score: Number.NaN } }],
    ["confidence", { confidence: 0 }],
    ["confidence", { confidence: 1 }],
    ["confidence", { confidence: Number.NaN }],
    ["standIn.competency", { standIn: spread(0) }],
    ["standIn.competency", { standIn: spread(Number.NaN) }],
    ["standIn.competency", { standIn: spread(1, 0) }],
    ["standIn.item", { standIn: { ...spread(1), item: { sd: -1 } } }],
    ["norms.0", { norms: [{ ...NORM, competencyId: "z" }] }],
    ["norms.0", { norms: [{ ...NORM, itemId: "z" }] }],
    ["norms.1", { norms: [NORM, { ...NORM, sd: 0 }] }],
    ["norms.0", { norms: [{ ...NORM, mean: Number.NaN }] }],
  ])("%s of %j", (path, options) => {
    expect(refusals(analyzeGaps(view, options))).toEqual([`${INVALID}@${path}`]);
  });

  it("everything at once", () => {
    const options = { compare: ["x", "self"], threshold: points(-1), confidence: 2 } as const;
    expect(refusals(analyzeGaps(view, options))).toEqual([
      `${INVALID}@compare.0`,
      `${INVALID}@threshold.value`,
      `${INVALID}@confidence`,
    ]);
  });
});

const INVALID = "gaps/invalid-option";
