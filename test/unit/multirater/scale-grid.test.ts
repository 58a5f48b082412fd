import { describe, expect, it } from "vitest";
import { answerOf } from "../../../src/multirater/answer-code.js";
import { codeOf, NO_CODE } from "../../../src/multirater/check-response.js";
import { makeGrid, pointValue } from "../../../src/multirater/scale-grid.js";
import { scaleEnds } from "../../../src/values/scale-ends.js";
import type { RatingScale } from "../../../src/values/types.js";
import { FIVE } from "./support.js";

const HALVES: RatingScale = { ...FIVE, id: "halves", step: 0.5 };
const TENTHS: RatingScale = { ...FIVE, id: "tenths", min: 0, max: 1, step: 0.1 };
const ACROSS: RatingScale = { ...FIVE, id: "across", min: -0.3, max: 0.3, step: 0.1 };
const FINE: RatingScale = { ...FIVE, id: "fine", min: 0, max: 3e-7, step: 1e-7 };
const gridOf = (scale: RatingScale) => makeGrid(scale, scaleEnds(FIVE));

describe("a scale as integers", () => {
  it.each<[scale: RatingScale, points: number, unit: number, minUnits: number, stepUnits: number]>([
    [FIVE, 5, 1, 1, 1],
    [HALVES, 9, 10, 10, 5],
    [TENTHS, 11, 10, 0, 1],
    [ACROSS, 7, 10, -3, 1],
    // A step of seven decimals is too fine for whole units, so doubles are used as they are.
    [FINE, 4, 0, 0, 0],
  ])("$id has its points and units", (scale, points, unit, minUnits, stepUnits) => {
    const grid = gridOf(scale);
    expect([grid.points, grid.unit, grid.minUnits + 0, grid.stepUnits]).toEqual([
      points,
      unit,
      minUnits,
      stepUnits,
    ]);
  });

  it.each<[RatingScale, number[]]>([
    [FIVE, [1, 2, 3, 4, 5]],
    [HALVES, [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]],
    // 3 · 0.1 is 0.30000000000000004; the point is the double nearest to 0.3.
    [TENTHS, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    [ACROSS, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
  ])("$id has the decimals of its points", (scale, values) => {
    const grid = gridOf(scale);
    const found = values.map((_, k) => pointValue(grid, k));
    expect(found).toEqual(values);
  });

  it("knows whether it is the reporting scale in all that matters", () => {
    expect(gridOf({ ...HALVES }).isReporting).toBe(true);
    expect(gridOf({ ...FIVE, max: 7 }).isReporting).toBe(false);
    expect(gridOf({ ...FIVE, min: 0 }).isReporting).toBe(false);
    expect(gridOf({ ...FIVE, direction: "lowerIsBetter" }).isReporting).toBe(false);
  });
});

describe("the code of an answer", () => {
  it.each<[scale: RatingScale, value: unknown, code: number]>([
    [FIVE, "skipped", 0],
    [FIVE, "notApplicable", 1],
    [FIVE, "unableToRate", 2],
    [FIVE, "tooNew", 3],
    [FIVE, 1, 4],
    [FIVE, 5, 8],
    [HALVES, 1.5, 5],
    [TENTHS, 0.1 + 0.2, 7],
    [ACROSS, -0, 7],
    [FIVE, 0, NO_CODE],
    [FIVE, 6, NO_CODE],
    [FIVE, 3.5, NO_CODE],
    [FIVE, 3.0001, NO_CODE],
    [FIVE, Number.NaN, NO_CODE],
    [FIVE, Number.POSITIVE_INFINITY, NO_CODE],
    [FIVE, "3", NO_CODE],
    [FIVE, "__proto__", NO_CODE],
    [FIVE, null, NO_CODE],
  ])("%j, %j is %d", (scale, value, code) => {
    expect(codeOf(value, gridOf(scale))).toBe(code);
  });

  it("leads back to the answer", () => {
    const grid = gridOf(TENTHS);
    const answers = ["skipped", "notApplicable", "unableToRate", "tooNew", 0, 0.3, 1];
    expect(answers.map((answer) => answerOf(codeOf(answer, grid), grid))).toEqual(answers);
  });
});
