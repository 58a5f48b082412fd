import chiSquareCdfOf from "@stdlib/stats-base-dists-chisquare-cdf";
import chiSquareQuantileOf from "@stdlib/stats-base-dists-chisquare-quantile";
import fisherFCdfOf from "@stdlib/stats-base-dists-f-cdf";
import fisherFQuantileOf from "@stdlib/stats-base-dists-f-quantile";
import normalCdfOf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantileOf from "@stdlib/stats-base-dists-normal-quantile";
import studentTCdfOf from "@stdlib/stats-base-dists-t-cdf";
import studentTQuantileOf from "@stdlib/stats-base-dists-t-quantile";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquare, fisherF, normal, studentT } from "../../../src/stats/distributions.js";

const DFS = [0.5, 0.75, 1, 1.5, 2, 3, 4.5, 7.3, 10, 30, 100, 1e3, 1e4, 1e5, 1e6];
const PROBABILITIES = [
  1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.025, 0.1, 0.25, 0.4, 0.49, 0.51, 0.6, 0.75, 0.9,
  0.975, 0.99, 0.999, 0.9999,
];
const POINTS = [-40, -10, -7, -3, -1.5, -1, -0.5, -0.1, -0.01, 0.01, 0.3, 1, 2, 5, 12];
const SHARES = [0.01, 0.1, 0.5, 0.9, 1, 1.1, 2, 5, 20];

/** Fails where two numbers differ by more than 1e-12 of the second; skips where that is 0. */
function expectSame(actual: number | null, expected: number, what: string): void {
  if (expected === 0) return;
  const error = actual === null ? Number.NaN : Math.abs(actual / expected - 1);
  expect(error, `${what}: ${actual} against ${expected}`).toBeLessThan(1e-12);
}

/** Any number in an interval, each order of magnitude as often. */
function magnitude(from: number, to: number): fc.Arbitrary<number> {
  return fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map(Math.exp);
}

const df = magnitude(0.5, 1e6);
const tail = magnitude(1e-12, 0.5);

// Where @stdlib itself loses digits (see the decision record) the references of mpmath stand in.
describe("@stdlib on a grid", () => {
  it.each(DFS)("studentT with %f degrees of freedom", (shape) => {
    for (const p of PROBABILITIES) {
      expectSame(studentT.quantile(p, shape), studentTQuantileOf(p, shape), `quantile of ${p}`);
    }
    for (const t of POINTS) {
      expectSame(studentT.cdf(t, shape), studentTCdfOf(t, shape), `cdf at ${t}`);
      expectSame(studentT.survival(-t, shape), studentTCdfOf(t, shape), `survival at ${-t}`);
    }
  });

  it("normal", () => {
    for (const p of PROBABILITIES.filter((p) => p >= 1e-5)) {
      expectSame(normal.quantile(p), normalQuantileOf(p, 0, 1), `quantile of ${p}`);
    }
    for (const z of POINTS) expectSame(normal.cdf(z), normalCdfOf(z, 0, 1), `cdf at ${z}`);
  });

  it.each(DFS)("quantiles of fisherF with %f degrees of freedom above", (df1) => {
    for (const p of PROBABILITIES) {
      for (const df2 of DFS) {
        const expected = fisherFQuantileOf(p, df1, df2);
        if (!Number.isFinite(expected)) continue;
        expectSame(fisherF.quantile(p, df1, df2), expected, `quantile of ${p}, df2 ${df2}`);
      }
    }
  });

  it.each(DFS.filter((df1) => df1 <= 30))(
    "tails of fisherF with %f degrees of freedom above",
    (df1) => {
      for (const f of SHARES.filter((f) => f >= 0.5)) {
        for (const df2 of DFS.filter((other) => other <= 30)) {
          expectSame(
            fisherF.cdf(f, df1, df2),
            fisherFCdfOf(f, df1, df2),
            `cdf at ${f}, df2 ${df2}`,
          );
          expectSame(
            fisherF.survival(1 / f, df2, df1),
            fisherFCdfOf(f, df1, df2),
            `survival at ${1 / f}, df1 ${df2}`,
          );
        }
      }
    },
  );

  it.each(DFS.filter((shape) => shape <= 100))("chiSquare with %f degrees of freedom", (shape) => {
    for (const p of PROBABILITIES) {
      expectSame(chiSquare.quantile(p, shape), chiSquareQuantileOf(p, shape), `quantile of ${p}`);
    }
    for (const x of SHARES.map((part) => part * shape)) {
      expectSame(chiSquare.cdf(x, shape), chiSquareCdfOf(x, shape), `cdf at ${x}`);
    }
  });
});

describe("@stdlib anywhere", () => {
  it("agrees on the quantiles of t", () => {
    fc.assert(
      fc.property(tail, df, (p, shape) => {
        expectSame(studentT.quantile(p, shape), studentTQuantileOf(p, shape), `${p}, ${shape}`);
      }),
    );
  });

  it("agrees on the lower tail of t", () => {
    fc.assert(
      fc.property(magnitude(0.01, 30), df, (t, shape) => {
        expectSame(studentT.survival(t, shape), studentTCdfOf(-t, shape), `${t}, ${shape}`);
      }),
    );
  });

  it("agrees on the quantiles of F", () => {
    fc.assert(
      fc.property(tail, df, df, (p, df1, df2) => {
        const expected = fisherFQuantileOf(p, df1, df2);
        fc.pre(Number.isFinite(expected));
        expectSame(fisherF.quantile(p, df1, df2), expected, `${p}, ${df1}, ${df2}`);
      }),
    );
  });
});

describe("laws", () => {
  it("a quantile undoes a lower tail, and a quantile's tail is the probability", () => {
    fc.assert(
      fc.property(tail, df, magnitude(0.5, 1e4), (p, df1, df2) => {
        // A last digit of the quantile moves the tail by as much as the density is steep there.
        const close = (value: number | null): void =>
          expect(Math.abs((value ?? Number.NaN) / p - 1)).toBeLessThan(1e-11);
        close(studentT.cdf(studentT.quantile(p, df1) ?? Number.NaN, df1));
        close(fisherF.cdf(fisherF.quantile(p, df1, df2) ?? Number.NaN, df1, df2));
        close(chiSquare.cdf(chiSquare.quantile(p, df1) ?? Number.NaN, df1));
        close(normal.cdf(normal.quantile(p) ?? Number.NaN));
      }),
    );
  });

  it("tails add up to 1 and stay within 0 and 1", () => {
    fc.assert(
      fc.property(magnitude(1e-6, 1e6), df, df, (x, df1, df2) => {
        for (const [lower, upper] of [
          [studentT.cdf(x, df1), studentT.survival(x, df1)],
          [fisherF.cdf(x, df1, df2), fisherF.survival(x, df1, df2)],
          [chiSquare.cdf(x, df1), chiSquare.survival(x, df1)],
        ] as [number, number][]) {
          expect(Math.abs(lower + upper - 1)).toBeLessThan(1e-14);
          expect(Math.min(lower, upper)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("t is symmetrical and grows", () => {
    fc.assert(
      fc.property(magnitude(1e-3, 1e3), magnitude(1.01, 2), df, (t, factor, shape) => {
        expect(studentT.cdf(-t, shape)).toBe(studentT.survival(t, shape));
        const [near, far] = [studentT.survival(t, shape), studentT.survival(t * factor, shape)];
        expect(Number(far)).toBeLessThanOrEqual(Number(near));
      }),
    );
  });

  it("answers a number or null for anything at all", () => {
    const any = fc.double();
    fc.assert(
      fc.property(any, any, any, (x, df1, df2) => {
        for (const { cdf, survival, quantile } of [studentT, normal, fisherF, chiSquare]) {
          for (const kernel of [cdf, survival, quantile]) {
            const value = (kernel as (...numbers: number[]) => number | null)(x, df1, df2);
            expect(value === null || Number.isFinite(value)).toBe(true);
            expect(Object.is(value, -0)).toBe(false);
          }
        }
      }),
    );
  });
});
