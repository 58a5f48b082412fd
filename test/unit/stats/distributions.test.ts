import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareSurvival,
} from "../../../src/stats/chi-square.js";
import { chiSquare, fisherF, normal, studentT } from "../../../src/stats/distributions.js";
import { fisherFCdf, fisherFQuantile, fisherFSurvival } from "../../../src/stats/fisher-f.js";
import { normalCdf, normalQuantile, normalSurvival } from "../../../src/stats/normal.js";
import { studentTCdf, studentTQuantile, studentTSurvival } from "../../../src/stats/student-t.js";

type Row = readonly (number | string)[];

const file = new URL("./distribution-references.json", import.meta.url);
const references: Readonly<Record<"studentT" | "fisherF" | "chiSquare", readonly Row[]>> =
  JSON.parse(readFileSync(file, "utf8"));

const TOLERANCE = 1e-12;

type Kernel = (x: number, ...shape: number[]) => number | null;

/** Distance from the expected number, relative to it. */
function relativeError(actual: number | null, expected: number): number {
  if (actual === null) return Number.POSITIVE_INFINITY;
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}

function testTails(
  rows: readonly Row[],
  { cdf, survival, quantile }: { cdf: Kernel; survival: Kernel; quantile: Kernel },
): void {
  it.each(rows.map((row) => row.map(Number)))("%f, %f, %f, %f, %f", (...row) => {
    const [x, ...shape] = row.slice(0, -2) as [number, ...number[]];
    const [lower, upper] = row.slice(-2) as [number, number];
    expect(relativeError(cdf(x, ...shape), lower)).toBeLessThan(TOLERANCE);
    expect(relativeError(survival(x, ...shape), upper)).toBeLessThan(TOLERANCE);
    // The lower tail as a double determines the point where it is the smaller one.
    if (lower > 1e-290 && lower < 0.5) {
      expect(relativeError(quantile(lower, ...shape), x)).toBeLessThan(TOLERANCE);
    }
  });
}

describe("references of mpmath", () => {
  describe("studentT", () => {
    testTails(references.studentT, studentT as { [Name in keyof typeof studentT]: Kernel });
    it.each(references.studentT.filter(([t]) => Number(t) > 0.1).map((row) => row.map(Number)))(
      "the lower quantile mirrors %f with %f degrees of freedom",
      (t = 0, df = 0, _lower = 0, upper = 0) => {
        expect(relativeError(studentTQuantile(upper, df), -t)).toBeLessThan(TOLERANCE);
      },
    );
  });
  describe("fisherF", () => {
    testTails(references.fisherF, fisherF as { [Name in keyof typeof fisherF]: Kernel });
  });
  describe("chiSquare", () => {
    testTails(references.chiSquare, chiSquare as { [Name in keyof typeof chiSquare]: Kernel });
  });
  describe("quantiles that tables print", () => {
    it.each([
      [studentTQuantile(0.975, 0.5), 164.55767348048826],
      [studentTQuantile(0.975, 1), 12.706204736174705],
      [studentTQuantile(0.975, 4.5), 2.658912347204404],
      [studentTQuantile(0.995, 30), 2.7499956535672254],
      [studentTQuantile(1e-12, 0.5), -1.02849115631634e23],
      [studentTQuantile(1e-12, 3), -10331.108244292485],
      [studentTQuantile(1e-12, 1000), -7.1242289253144095],
      [normalQuantile(0.975), 1.9599639845400543],
      [normalQuantile(1e-12), -7.034483825301132],
    ])("%f is %f", (actual, expected) => {
      expect(relativeError(actual, expected)).toBeLessThan(TOLERANCE);
    });
  });
});

describe("limits and closed forms", () => {
  it.each([
    ["t at its centre", studentTCdf(0, 7), 0.5],
    ["t quantile at its centre", studentTQuantile(0.5, 7), 0],
    ["t at minus infinity", studentTCdf(Number.NEGATIVE_INFINITY, 3), 0],
    ["t at infinity", studentTCdf(Number.POSITIVE_INFINITY, 3), 1],
    ["t beyond the largest square", studentTSurvival(1e200, 3), 0],
    ["normal at infinity", normalSurvival(Number.POSITIVE_INFINITY), 0],
    ["normal far out", normalCdf(-1e10), 0],
    ["F below 0", fisherFCdf(-1, 2, 3), 0],
    ["F above everything below 0", fisherFSurvival(-1, 2, 3), 1],
    ["F at 0", fisherFCdf(0, 2, 3), 0],
    ["F at infinity", fisherFSurvival(Number.POSITIVE_INFINITY, 2, 3), 0],
    ["F quantile of 0", fisherFQuantile(0, 2, 3), 0],
    ["chi-square below 0", chiSquareCdf(-1, 2), 0],
    ["chi-square at infinity", chiSquareCdf(Number.POSITIVE_INFINITY, 2), 1],
    ["chi-square quantile of 0", chiSquareQuantile(0, 2), 0],
  ])("%s", (_name, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it.each([0.1, 1, 5, 40, 700])(
    "chi-square with two degrees of freedom is exponential: %f",
    (x) => {
      expect(relativeError(chiSquareSurvival(x, 2), Math.exp(-x / 2))).toBeLessThan(TOLERANCE);
    },
  );

  it.each([0.05, 1, 3, 20])("t² with df is F with 1 and df: %f", (f) => {
    const two = 2 * (studentTSurvival(Math.sqrt(f), 7.5) ?? Number.NaN);
    expect(relativeError(fisherFSurvival(f, 1, 7.5), two)).toBeLessThan(TOLERANCE);
  });

  it.each([0.2, 1, 1.7])("F with infinite df below is chi-square over df: %f", (f) => {
    const expected = chiSquareSurvival(12 * f, 12) ?? Number.NaN;
    const actual = fisherFSurvival(f, 12, Number.POSITIVE_INFINITY);
    expect(relativeError(actual, expected)).toBeLessThan(TOLERANCE);
    expect(relativeError(fisherFCdf(1 / f, Number.POSITIVE_INFINITY, 12), expected)).toBeLessThan(
      TOLERANCE,
    );
  });

  it("infinite degrees of freedom of t are the normal distribution", () => {
    expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  });

  it("answers at the largest degrees of freedom", () => {
    expect(chiSquareCdf(1e9, 1e9)).toBeCloseTo(0.5, 4);
    expect(fisherFCdf(1, 1e9, 1e9)).toBeCloseTo(0.5, 10);
  });
});

describe("arguments out of the domain give null", () => {
  const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
  it.each([
    ["t is not a number", studentTCdf(nan, 3)],
    ["t without degrees of freedom", studentTCdf(1, 0)],
    ["t with negative degrees of freedom", studentTSurvival(1, -2)],
    ["t whose degrees of freedom are not a number", studentTQuantile(0.9, nan)],
    ["t quantile without degrees of freedom", studentTQuantile(0.9, 0)],
    ["t quantile of 0", studentTQuantile(0, 3)],
    ["t quantile of 1", studentTQuantile(1, 3)],
    ["t quantile below 0", studentTQuantile(-0.1, 3)],
    ["t quantile above 1", studentTQuantile(1.1, 3)],
    ["t quantile of no number", studentTQuantile(nan, 3)],
    ["t quantile beyond all doubles", studentTQuantile(1e-300, 0.5)],
    ["normal of no number", normalCdf(nan)],
    ["normal survival of no number", normalSurvival(nan)],
    ["normal quantile of 0", normalQuantile(0)],
    ["normal quantile of 1", normalQuantile(1)],
    ["F of no number", fisherFCdf(nan, 2, 3)],
    ["F survival of no number", fisherFSurvival(nan, 2, 3)],
    ["F without df1", fisherFCdf(1, 0, 3)],
    ["F without df2", fisherFSurvival(1, 2, 0)],
    ["F with df that are no number", fisherFCdf(1, nan, 3)],
    ["F with both df infinite", fisherFCdf(1, infinity, infinity)],
    ["F with both df above the largest", fisherFQuantile(0.5, 2e9, 2e9)],
    ["F quantile of 1", fisherFQuantile(1, 2, 3)],
    ["F quantile below 0", fisherFQuantile(-0.1, 2, 3)],
    ["F quantile of no number", fisherFQuantile(nan, 2, 3)],
    ["F quantile without df", fisherFQuantile(0.5, 2, -3)],
    ["chi-square of no number", chiSquareCdf(nan, 2)],
    ["chi-square without df", chiSquareSurvival(1, 0)],
    ["chi-square with df above the largest", chiSquareCdf(2e9, 2e9)],
    ["chi-square with infinite df", chiSquareCdf(1, infinity)],
    ["chi-square quantile of 1", chiSquareQuantile(1, 2)],
    ["chi-square quantile below 0", chiSquareQuantile(-1, 2)],
    ["chi-square quantile without df", chiSquareQuantile(0.5, nan)],
  ])("%s", (_name, actual) => {
    expect(actual).toBeNull();
  });
});

describe("the named distributions", () => {
  it.each([
    [studentT, { cdf: studentTCdf, survival: studentTSurvival, quantile: studentTQuantile }],
    [normal, { cdf: normalCdf, survival: normalSurvival, quantile: normalQuantile }],
    [fisherF, { cdf: fisherFCdf, survival: fisherFSurvival, quantile: fisherFQuantile }],
    [chiSquare, { cdf: chiSquareCdf, survival: chiSquareSurvival, quantile: chiSquareQuantile }],
  ])("hold the functions and are frozen", (actual, expected) => {
    expect(actual).toEqual(expected);
    expect(Object.isFrozen(actual)).toBe(true);
  });
});
