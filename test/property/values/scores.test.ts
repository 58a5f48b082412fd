import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "../../../src/values/band-of.js";
import { compareScores } from "../../../src/values/compare-scores.js";
import { createBands } from "../../../src/values/create-bands.js";
import { isOnScale } from "../../../src/values/is-on-scale.js";
import { rescale } from "../../../src/values/rescale.js";
import { type RoundingMode, roundForDisplay } from "../../../src/values/round-for-display.js";
import type { Direction, RatingScale } from "../../../src/values/types.js";
import { deepFreeze, unwrap } from "../../unit/values/helpers.js";

const MODES: RoundingMode[] = ["halfAwayFromZero", "halfEven", "halfTowardPositive", "truncate"];
const direction = fc.constantFrom<Direction>("higherIsBetter", "lowerIsBetter");

/** Rounds digits · 10^-places to fewer places in whole numbers, as the modes are defined. */
function roundDigits(digits: bigint, cut: number, mode: RoundingMode): bigint {
  const unit = 10n ** BigInt(cut);
  const floor = (digits - (((digits % unit) + unit) % unit)) / unit;
  const twice = 2n * (digits - floor * unit);
  if (twice === 0n) return floor;
  if (mode === "truncate") return digits < 0n ? floor + 1n : floor;
  if (twice !== unit) return twice > unit ? floor + 1n : floor;
  if (mode === "halfTowardPositive") return floor + 1n;
  if (mode === "halfAwayFromZero") return digits < 0n ? floor : floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

describe("roundForDisplay", () => {
  it("agrees with whole-number arithmetic on the decimal", () => {
    const digits = fc.oneof(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      // Ends in 5, so that ties are common.
      fc.integer({ min: -100_000, max: 100_000 }).map((each) => each * 10 + 5),
    );
    fc.assert(
      fc.property(
        digits,
        fc.nat(6),
        fc.nat(6),
        fc.constantFrom(...MODES),
        (whole, decimals, cut, mode) => {
          const value = Number(`${whole}e-${decimals + cut}`);
          const expected = Number(`${roundDigits(BigInt(whole), cut, mode)}e-${decimals}`);
          expect(roundForDisplay(value, { decimals, mode })).toBe(expected === 0 ? 0 : expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is idempotent, never far off, and never a negative zero, for any finite double", () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(value, fc.nat(20), fc.constantFrom(...MODES), (given, decimals, mode) => {
        const once = roundForDisplay(given, { decimals, mode });
        expect(roundForDisplay(once, { decimals, mode })).toBe(once);
        expect(Math.abs(once - given)).toBeLessThanOrEqual(
          10 ** -decimals * 1.0000001 + Math.abs(given) * 1e-15,
        );
        expect(Object.is(once, -0)).toBe(false);
      }),
    );
  });
});

describe("bandOf", () => {
  const bounds = fc
    .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 8 })
    .map((list) => list.toSorted((a, b) => a - b).map((each) => each / 10));

  it("finds one band for every score between the ends, and none beyond", () => {
    fc.assert(
      fc.property(
        bounds,
        direction,
        fc.integer({ min: -12_000, max: 12_000 }),
        (list, way, tenths) => {
          const score = tenths / 100;
          const [to = 0, ...froms] = list.toReversed();
          const bands = froms.toReversed().map((from, index) => ({ label: `b${index}`, from }));
          const made = unwrap(createBands(deepFreeze(bands), { direction: way, to }));
          const found = bandOf(deepFreeze(made), score);
          const lowest = bands[0]?.from as number;
          if (score < lowest || score > to) {
            expect(found).toBeNull();
            return;
          }
          const wanted =
            way === "higherIsBetter"
              ? bands.findLast(({ from }) => score >= from)
              : (bands.findLast(({ from }) => score > from) ?? bands[0]);
          expect(found).toEqual(wanted);
        },
      ),
    );
  });

  it("is total where the lowest band is open below and the highest above", () => {
    const score = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(bounds, direction, score, (list, way, given) => {
        const bands = [null, ...list].map((from, index) => ({ label: `b${index}`, from }));
        expect(bandOf(unwrap(createBands(bands, { direction: way })), given)).not.toBeNull();
      }),
    );
  });
});

describe("scales", () => {
  const scale: fc.Arbitrary<RatingScale> = fc
    .record({
      min: fc.integer({ min: -100, max: 100 }),
      steps: fc.integer({ min: 1, max: 100 }),
      parts: fc.constantFrom(1, 2, 3, 7, 10, 100),
      direction,
    })
    .map(({ min, steps, parts, direction: way }) => ({
      id: "s",
      min,
      max: min + steps / parts,
      step: 1 / parts,
      direction: way,
    }));

  it("hold every one of their values and nothing between", () => {
    fc.assert(
      fc.property(scale, fc.nat(100), (each, k) => {
        const value = each.min + k * each.step;
        const inside = k <= Math.round((each.max - each.min) / each.step);
        expect(isOnScale(deepFreeze(each), value)).toBe(inside);
        expect(isOnScale(each, value + each.step / 2)).toBe(false);
      }),
    );
  });

  it("keep their ends and turn round when rescaled there and back", () => {
    fc.assert(
      fc.property(scale, scale, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const value = from.min + share * (from.max - from.min);
        const moved = rescale(value, from, to);
        const span = to.max - to.min;
        expect(compareScores(Math.max(to.min, Math.min(to.max, moved)), moved, span)).toBe(0);
        expect(
          compareScores(rescale(moved, to, from), value, Math.max(1, from.max - from.min)),
        ).toBe(0);
      }),
    );
  });
});

describe("compareScores", () => {
  it("is antisymmetric, and equal to itself", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0, max: 1e9, noNaN: true }), (a, b, span) => {
        expect(compareScores(a, b, span) + compareScores(b, a, span)).toBe(0);
        expect(compareScores(a, a, span)).toBe(0);
      }),
    );
  });
});
