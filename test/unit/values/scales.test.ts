import { describe, expect, it } from "vitest";
import { checkScale } from "../../../src/values/check-scale.js";
import { compareScores } from "../../../src/values/compare-scores.js";
import { isOnScale } from "../../../src/values/is-on-scale.js";
import { likertScale } from "../../../src/values/likert-scale.js";
import { rescale } from "../../../src/values/rescale.js";
import { scaleEnds } from "../../../src/values/scale-ends.js";
import type { RatingScale } from "../../../src/values/types.js";
import { type Refusal, thrownCode } from "./helpers.js";

const FIVE = likertScale(5);
const TENTHS: RatingScale = { ...FIVE, id: "tenths", step: 0.1 };
const codes = (scale: RatingScale): Refusal[] =>
  checkScale(scale).map(({ code, path }) => [code, path.join(".")]);

describe("checkScale", () => {
  it.each<[string, RatingScale, Refusal[]]>([
    ["a sound scale", FIVE, []],
    ["tenths, which no double holds", TENTHS, []],
    ["no id", { ...FIVE, id: "" }, [["values/empty-label", "id"]]],
    ["bounds the wrong way round", { ...FIVE, max: 0 }, [["values/scale-bounds", "max"]]],
    ["equal bounds", { ...FIVE, max: 1 }, [["values/scale-bounds", "max"]]],
    ["no step", { ...FIVE, step: 0 }, [["values/scale-step", "step"]]],
    ["a negative step", { ...FIVE, step: -1 }, [["values/scale-step", "step"]]],
    ["an uneven step", { ...FIVE, step: 3 }, [["values/scale-uneven", "max"]]],
    ["NaN", { ...FIVE, min: Number.NaN }, [["values/not-finite", "min"]]],
    ["infinity", { ...FIVE, max: Number.POSITIVE_INFINITY }, [["values/not-finite", "max"]]],
    [
      "several faults at once",
      { ...FIVE, id: "", max: 0, step: 0 },
      [
        ["values/empty-label", "id"],
        ["values/scale-bounds", "max"],
        ["values/scale-step", "step"],
      ],
    ],
    [
      "a point off the scale",
      { ...FIVE, points: [{ value: 1.5, label: "a" }] },
      [["values/scale-point-off", "points.0.value"]],
    ],
    [
      "a value and a label twice, and an empty label",
      {
        ...FIVE,
        points: [
          { value: 1, label: "low" },
          { value: 1, label: "low" },
          { value: 2, label: "" },
        ],
      },
      [
        ["values/scale-point-duplicate", "points.1.value"],
        ["values/duplicate-label", "points.1.label"],
        ["values/empty-label", "points.2.label"],
      ],
    ],
  ])("%s", (_, scale, expected) => {
    expect(codes(scale)).toEqual(expected);
  });
});

describe("isOnScale", () => {
  const sixPoints = likertScale(6);
  it.each([
    [sixPoints, 1, true],
    [sixPoints, 6, true],
    [sixPoints, -6, false],
    [sixPoints, 0, false],
    [sixPoints, 7, false],
    [sixPoints, 6.1, false],
    [sixPoints, 1 + 1e-10, true],
    [sixPoints, 1 + 1e-8, false],
    [sixPoints, 6 + 1e-10, true],
    [sixPoints, 6 + 1e-8, false],
    [sixPoints, 1 - 1e-10, true],
    [TENTHS, 1.1 + 2.2, true],
    [TENTHS, 3.35, false],
    [{ ...FIVE, min: 0, max: 1_000_000, step: 0.01 }, 999_999.99, true],
    [{ ...FIVE, min: 1_000_000, max: 1_000_001, step: 0.01 }, 1_000_000.07, true],
    [FIVE, Number.NaN, false],
    [FIVE, Number.POSITIVE_INFINITY, false],
    [{ ...FIVE, step: 0 }, 1, false],
    [{ ...FIVE, max: 1 }, 1, false],
    [{ ...FIVE, min: Number.NaN }, 1, false],
  ])("%o with %d is %s", (scale, value, expected) => {
    expect(isOnScale(scale, value)).toBe(expected);
  });

  it("refuses an integer part that fits where the number does not", () => {
    const ten = { ...likertScale(10), min: 0 };
    expect([10, 10.9, -0.5].map((value) => isOnScale(ten, value))).toEqual([true, false, false]);
  });
});

describe("likertScale", () => {
  it.each([1, 0, 2.5, 1001, Number.NaN])("refuses %d points", (points) => {
    expect(thrownCode(() => likertScale(points))).toBe("values/out-of-range");
  });

  it("makes a sound scale", () => {
    expect(codes(likertScale(2))).toEqual([]);
    expect(likertScale(1000).max).toBe(1000);
  });
});

describe("rescale", () => {
  const strain: RatingScale = { ...FIVE, direction: "lowerIsBetter" };
  it.each([
    [1, FIVE, likertScale(7), 1],
    [5, FIVE, likertScale(7), 7],
    [3, FIVE, likertScale(7), 4],
    [1, strain, FIVE, 5],
    [1, FIVE, strain, 5],
    [4, strain, strain, 4],
    [0, FIVE, likertScale(9), -1],
  ])("moves %d", (value, from, to, expected) => {
    expect(rescale(value, from, to)).toBe(expected);
  });

  it("never gives a negative zero", () => {
    const signed: RatingScale = { ...FIVE, min: -4, max: 0 };
    expect(Object.is(rescale(5, FIVE, signed), 0)).toBe(true);
  });

  it.each([
    ["values/not-finite", Number.NaN, FIVE, FIVE],
    ["values/scale-bounds", 1, { ...FIVE, max: 1 }, FIVE],
    ["values/scale-step", 1, FIVE, { ...FIVE, step: 0 }],
  ] as const)("throws %s", (code, value, from, to) => {
    expect(thrownCode(() => rescale(value, from, to))).toBe(code);
  });

  it("states the ends and the direction for the verifier", () => {
    expect(scaleEnds(strain)).toEqual({ min: 1, max: 5, reversed: true });
  });
});

describe("compareScores", () => {
  it.each([
    [4.4 - 3.4, 1, 4, 0],
    [(0.4 - 0.3) * 100, 10, 100, 0],
    [1 + 5e-9, 1, 4, 1],
    [1 + 3e-9, 1, 4, 0],
    [1 - 5e-9, 1, 4, -1],
    [0.1 + 0.2, 0.3, 0, 1],
    [3, 3, 0, 0],
    [1, 2, 0, -1],
  ])("compares %d with %d over %d", (a, b, span, expected) => {
    expect(compareScores(a, b, span)).toBe(expected);
  });

  it.each([
    [Number.NaN, 1, 1],
    [1, Number.POSITIVE_INFINITY, 1],
    [1, 1, Number.NaN],
    [1, 1, -1],
  ])("refuses %d, %d, %d", (a, b, span) => {
    expect(thrownCode(() => compareScores(a, b, span))).toBe("kernel/invariant");
  });
});
