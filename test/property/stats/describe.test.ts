import fc from "fast-check";
import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { describeSample } from "../../../src/stats/describe-sample.js";
import { describeWeighted } from "../../../src/stats/describe-weighted.js";
import { quantile } from "../../../src/stats/quantile.js";

const number = fc.oneof(
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  fc.double({ min: 1, max: 5, noNaN: true }),
  fc.integer({ min: 1, max: 5 }),
);
const entry = fc.option(number, { freq: 8 });
const weight = fc.option(
  fc.oneof(fc.double({ min: 0, max: 1e100, noNaN: true }), fc.integer({ min: 0, max: 9 })),
  { freq: 8 },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A list and the same list in another order. */
function shuffled<T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly [T[], T[]]> {
  return fc
    .array(item, { maxLength: 40 })
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
}

/** Every number in a result, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

function isClean(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

it("describes a sample to the same bits in any order", () => {
  fc.assert(
    fc.property(shuffled(entry), ([list, other]) => {
      expect(describeSample(other)).toStrictEqual(describeSample(list));
    }),
  );
});

it("describes a weighted sample to the same bits in any order", () => {
  fc.assert(
    fc.property(shuffled(fc.tuple(entry, weight)), (lists) => {
      const [one, other] = lists.map((pairs) =>
        describeWeighted(
          pairs.map(([x]) => x),
          pairs.map(([, w]) => w),
        ),
      );
      expect(other).toStrictEqual(one);
    }),
  );
});

it("answers finite numbers or null, and survives JSON", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, weight), { maxLength: 30 }), (pairs) => {
      const values = pairs.map(([x]) => x);
      const weights = pairs.map(([, w]) => w);
      for (const result of [describeSample(values), describeWeighted(values, weights)]) {
        expect(result.ok).toBe(true);
        expect(numbersIn(result).every(isClean)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      }
    }),
  );
});

it("keeps location within the values, in its order, and spread at 0 or above", () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 30 }), (values) => {
      const sample = orThrow(describeSample(values));
      const { lowerQuartile, upperQuartile, min, max, median } = sample;
      const order = [min, lowerQuartile, median, upperQuartile, max].map(Number);
      expect(order).toStrictEqual([...order].sort((a, b) => a - b));
      // + 0: a description has no -0.
      expect([min, max]).toStrictEqual([Math.min(...values) + 0, Math.max(...values) + 0]);
      for (const mean of [sample.mean, sample.trimmedMean, sample.winsorizedMean].map(Number)) {
        expect(mean >= Number(min) && mean <= Number(max)).toBe(true);
      }
      for (const spread of [sample.sdPopulation, sample.madRaw, sample.iqr, sample.sdSample]) {
        expect(spread ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

it("moves with the values: a shift moves the location and leaves the spread", () => {
  const grid = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(grid, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const here = orThrow(describeSample(values));
      const there = orThrow(describeSample(values.map((value) => value + shift)));
      expect(there.mean).toBeCloseTo((here.mean ?? 0) + shift, 9);
      expect(there.median).toBe((here.median ?? 0) + shift);
      expect(there.sdSample).toBeCloseTo(here.sdSample ?? 0, 9);
      expect(there.madRaw).toBe(here.madRaw);
    }),
  );
});

it("counts whole weights like repeated values", () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 12 }), (pairs) => {
      const weighted = orThrow(
        describeWeighted(
          pairs.map(([x]) => x),
          pairs.map(([, w]) => w),
        ),
      );
      const repeated = orThrow(describeSample(pairs.flatMap(([x, w]) => Array(w).fill(x))));
      expect(weighted.sumWeights).toBe(repeated.n);
      expect(weighted.mean).toBeCloseTo(repeated.mean ?? Number.NaN, 12);
      expect(weighted.median).toBe(repeated.median);
      expect(weighted.varFrequency).toBeCloseTo(repeated.varSample ?? Number.NaN, 10);
    }),
  );
});

it("has quantiles that rise with the probability and stay within the values", () => {
  const values = fc.array(number, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, share, share, (list, p, q) => {
      const [low, high] = [Math.min(p, q), Math.max(p, q)].map((at) => orThrow(quantile(list, at)));
      expect(Number(low)).toBeLessThanOrEqual(Number(high));
      expect(Number(low)).toBeGreaterThanOrEqual(Math.min(...list));
      expect(Number(high)).toBeLessThanOrEqual(Math.max(...list));
    }),
  );
});
