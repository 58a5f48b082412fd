import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { echelonOf, reduce } from "../../support/disclosure/elimination.js";
import {
  binary,
  decimal,
  divide,
  fraction,
  nearest,
  simplest,
  subtract,
  whole,
} from "../../support/disclosure/rational.js";

const doubles = fc
  .double({ noNaN: true, min: -1e15, max: 1e15 })
  .filter((value) => value === 0 || Math.abs(value) > 1e-200)
  .map((value) => value + 0);

/** The proofs of disclosure rest on these fractions, so they are proven first. */
describe("fractions", () => {
  it("hold what a double says, and give it back", () => {
    fc.assert(
      fc.property(doubles, (value) => {
        expect(nearest(binary(value))).toBe(value);
        expect(nearest(decimal(value))).toBe(value);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("round a quotient as the machine does", () => {
    const integers = fc.maxSafeInteger().filter((value) => value !== 0);
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        expect(nearest(divide(whole(a), whole(b)))).toBe(a / b);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("round a difference of doubles as the machine does", () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        expect(nearest(subtract(binary(a), binary(b)))).toBe(a - b);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("are found again from their double", () => {
    const parts = [fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 900 })] as const;
    fc.assert(
      fc.property(...parts, (n, d) => {
        expect(simplest(n / d, 1e-12, 1_000_000n)).toEqual(fraction(BigInt(n), BigInt(d)));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe("elimination", () => {
  const row = (...columns: [string, number][]) =>
    new Map(columns.map(([column, value]) => [column, whole(value)]));

  it("finds what two sums that differ by one answer give away, and nothing else", () => {
    const echelon = echelonOf([row(["a", 1], ["b", 1], ["c", 1]), row(["a", 2], ["b", 2])]);
    expect(reduce(echelon, row(["c", 5])).size).toBe(0);
    expect(reduce(echelon, row(["a", 1])).size).toBeGreaterThan(0);
    expect(echelonOf([row(["a", 1]), row(["a", 3])]).rows).toHaveLength(1);
  });
});
