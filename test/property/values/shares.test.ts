import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../../../src/values/apportion.js";
import { normalizeWeights } from "../../../src/values/normalize-weights.js";
import { percentShares } from "../../../src/values/percent-shares.js";
import { splitMoney } from "../../../src/values/split-money.js";
import { deepFreeze, unwrap } from "../../unit/values/helpers.js";

const total = fc.maxSafeInteger();
const share = fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true }));
const shares = fc
  .array(share, { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((each) => each > 0));

describe("apportion", () => {
  it("adds up to the total, whole and of one sign, on frozen input", () => {
    fc.assert(
      fc.property(total, shares, (whole, list) => {
        const parts = unwrap(apportion(whole, deepFreeze(list)));
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
        expect(parts.every((part) => Number.isSafeInteger(part) && part * whole >= 0)).toBe(true);
        expect(parts.some((part) => Object.is(part, -0))).toBe(false);
      }),
    );
  });

  it("keeps each part within one unit of its quota", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(1000), { minLength: 1 }), (whole, list) => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        unwrap(apportion(whole, list)).forEach((part, index) => {
          const quota = whole * (list[index] as number);
          expect(Math.abs(part * sum - quota)).toBeLessThan(sum);
        });
      }),
    );
  });

  it("gives equal shares what they would get anywhere, the earlier ones first", () => {
    fc.assert(
      fc.property(total, shares, (whole, list) => {
        const ranked = list.map((each, index) => ({ each, index }));
        const sorted = ranked.toSorted((a, b) => a.each - b.each || a.index - b.index);
        const direct = unwrap(apportion(whole, list));
        const permuted = unwrap(
          apportion(
            whole,
            sorted.map(({ each }) => each),
          ),
        );
        // Only a tie between different shares may fall to another place.
        sorted.forEach(({ index }, place) => {
          expect(
            Math.abs((permuted[place] as number) - (direct[index] as number)),
          ).toBeLessThanOrEqual(1);
        });
        const first = new Map<number, number>();
        list.forEach((each, index) => {
          const size = Math.abs(direct[index] as number);
          const before = first.get(each);
          if (before !== undefined) expect([before, before - 1]).toContain(size);
          first.set(each, size);
        });
      }),
    );
  });

  it("permutes with its shares where no remainders tie", () => {
    // Shares that are distinct powers of two under a total of their sum plus one never tie.
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 });
    fc.assert(
      fc.property(distinct, (powers) => {
        const list = powers.map((power) => 2 ** power);
        const sum = list.reduce((a, b) => a + b, 0);
        const parts = unwrap(apportion(sum + 1, list));
        const reversed = unwrap(apportion(sum + 1, list.toReversed()));
        expect(reversed.toReversed()).toEqual(parts);
      }),
    );
  });

  it("gives a larger share no smaller part, and a share of 0 nothing", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), shares, (whole, list) => {
        const parts = unwrap(apportion(whole, list));
        list.forEach((a, i) => {
          if (a === 0) expect(parts[i]).toBe(0);
          list.forEach((b, j) => {
            if (a > b) expect(parts[i]).toBeGreaterThanOrEqual(parts[j] as number);
          });
        });
      }),
    );
  });

  it("splits money the same way", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const parts = unwrap(splitMoney({ amount, currency: "EUR", scale: 2 }, list));
        expect(parts.map((part) => part.amount)).toEqual(unwrap(apportion(amount, list)));
      }),
    );
  });
});

describe("percentShares", () => {
  it("adds up to exactly 100 in its decimals", () => {
    fc.assert(
      fc.property(shares, fc.nat(6), (list, decimals) => {
        const units = unwrap(percentShares(list, { decimals })).map((each) =>
          BigInt(each.toFixed(decimals).replace(".", "")),
        );
        expect(units.reduce((sum, unit) => sum + unit, 0n)).toBe(100n * 10n ** BigInt(decimals));
      }),
    );
  });
});

describe("normalizeWeights", () => {
  const weights = fc
    .array(fc.record({ weight: fc.nat(50), locked: fc.boolean() }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map((each, index) => ({ ...each, label: `w${index}` })));

  it("adds up to the total, keeps what is locked, and changes nothing the second time", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 500 }), (list, sum) => {
        const result = normalizeWeights(deepFreeze(list), { total: sum });
        if (!result.ok) return;
        const after = result.value.map(({ weight }) => weight);
        expect(after.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 9);
        list.forEach(({ weight, locked }, index) => {
          if (locked) expect(after[index]).toBe(weight);
        });
        const again = unwrap(normalizeWeights(result.value, { total: sum }));
        again.forEach(({ weight }, index) => {
          expect(weight).toBeCloseTo(after[index] as number, 9);
        });
      }),
    );
  });
});
