import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Explanation } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import type { MissingPolicy } from "../../../src/values/types.js";
import { type WeightedTerm, weightedMean } from "../../../src/values/weighted-mean.js";
import { deepFreeze, unwrap } from "../../unit/values/helpers.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const policy: fc.Arbitrary<MissingPolicy> = fc.oneof(
  fc.constantFrom("skip" as const, "zero" as const),
  fc.nat(50).map((maxAgeDays) => ({ carryForward: { maxAgeDays } })),
);
const terms: fc.Arbitrary<WeightedTerm[]> = fc
  .uniqueArray(
    fc.record({
      label: fc.string({ minLength: 1 }),
      value: fc.option(number(-1e6, 1e6), { freq: 3 }),
      weight: fc.oneof(fc.constant(0), number(0, 100), number(0, 1e-300)),
      previous: fc.option(fc.record({ value: number(-1e6, 1e6), ageDays: fc.nat(100) }), {
        nil: undefined,
      }),
    }),
    { selector: ({ label }) => label, minLength: 1, maxLength: 12 },
  )
  .filter((list) => list.some(({ weight }) => weight > 0));
const options = fc.record({ missing: policy, minimumCoverage: fc.constantFrom(0, 0.3, 0.8, 1) });

describe("weightedMean", () => {
  it("leaves frozen input alone, verifies, and survives JSON", () => {
    fc.assert(
      fc.property(terms, options, (list, given) => {
        const copy = structuredClone(list);
        const result = unwrap(weightedMean(deepFreeze(list), deepFreeze(given)));
        expect(list).toEqual(copy);
        expect(verifyExplanation(result.explanation).ok).toBe(true);
        const reread = JSON.parse(JSON.stringify(result)) as typeof result;
        expect(reread).toEqual(result);
        expect(verifyExplanation(reread.explanation).ok).toBe(true);
        expect(result.explanation.value).toBe(result.value);
        expect(result.value === null).toBe(result.status === "insufficient");
        expect(result.explanation.terms.length + result.explanation.excluded.length).toBe(
          list.length,
        );
      }),
    );
  });

  it("does not depend on the order of the terms, to the last bit", () => {
    const shuffled = terms.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, options, ([list, other], given) => {
        const [a, b] = [list, other].map((each) => unwrap(weightedMean(each, given)));
        expect({ ...a, explanation: null }).toEqual({ ...b, explanation: null });
      }),
    );
  });

  it("lies between the least and the greatest value that entered", () => {
    fc.assert(
      fc.property(terms, options, (list, given) => {
        const { value, explanation } = unwrap(weightedMean(list, given));
        if (value === null) return;
        const values = explanation.terms.map((term) => term.value);
        const slack = 1e-12 * Math.max(...values.map(Math.abs));
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
      }),
    );
  });

  it("has effective weights that add up to 1, and a coverage from 0 to 1", () => {
    fc.assert(
      fc.property(terms, options, (list, given) => {
        const { coverage, answered, asked, explanation } = unwrap(weightedMean(list, given));
        const weights = explanation.terms.map(({ effectiveWeight }) => effectiveWeight);
        if (weights.length > 0) expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 11);
        expect(coverage >= 0 && coverage <= 1 && answered <= asked).toBe(true);
        if (answered === asked) expect(coverage).toBe(1);
      }),
    );
  });

  it("is moved by no term of weight 0", () => {
    fc.assert(
      fc.property(terms, options, number(-1e6, 1e6), (list, given, value) => {
        const extra = { label: "\u0000extra\u0000".repeat(9), value, weight: 0 };
        const [before, after] = [list, [...list, extra]].map((each) =>
          unwrap(weightedMean(each, given)),
        );
        expect(after?.value).toBe(before?.value);
        expect(after?.coverage).toBe(before?.coverage);
        expect(after?.answered).toBe((before?.answered ?? 0) + 1);
      }),
    );
  });
});

/** The doubles next to a number, above and below. */
function neighbours(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigInt64(0);
  return [bits + 1n, bits - 1n]
    .filter((next) => next >= 0n)
    .map((next) => {
      view.setBigInt64(0, next);
      return value < 0 ? -view.getFloat64(0) : view.getFloat64(0);
    });
}

/** What the terms lead to, computed here from their definition alone. */
function recompute(node: Explanation): { value: number; weights: number[] } {
  const exact = (numbers: number[]): number => {
    const scale = 1n << 1100n;
    const total = numbers.reduce((sum, each) => sum + toScaled(each, scale), 0n);
    return fromScaled(total, scale);
  };
  const all = exact(node.terms.map(({ weight }) => weight));
  const products = node.terms.map((term) => term.effectiveWeight * term.value);
  return { value: exact(products), weights: node.terms.map(({ weight }) => weight / all) };
}

/** A double times a power of two, as a whole number. */
function toScaled(value: number, scale: bigint): bigint {
  let [mantissa, halvings] = [value, 0n];
  while (!Number.isInteger(mantissa)) [mantissa, halvings] = [mantissa * 2, halvings + 1n];
  return (BigInt(mantissa) * scale) >> halvings;
}

/** The double nearest to a scaled whole number, ties to even. */
function fromScaled(total: bigint, scale: bigint): number {
  const size = total < 0n ? -total : total;
  const surplus = BigInt(Math.max(0, size.toString(2).length - 53));
  const [kept, cut, half] = [size >> surplus, size & ((1n << surplus) - 1n), (1n << surplus) >> 1n];
  const up = surplus > 0n && (cut > half || (cut === half && (kept & 1n) === 1n));
  const rounded = Number(up ? kept + 1n : kept);
  const power = Number(surplus) - (scale.toString(2).length - 1);
  return (total < 0n ? -rounded : rounded) * 2 ** power;
}

describe("an explanation whose numbers are changed by one bit", () => {
  const positive = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 999 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((pairs) =>
      pairs.map(([value, weight], index) => ({
        label: `t${index}`,
        value: value / 8,
        weight: weight / 8,
      })),
    );

  it("is refused, unless the change rounds to the same numbers", () => {
    fc.assert(
      fc.property(positive, fc.nat(), (list, pick) => {
        const { explanation } = unwrap(weightedMean(list, { missing: "skip" }));
        const at = pick % explanation.terms.length;
        for (const field of ["value", "weight", "effectiveWeight"] as const) {
          for (const next of neighbours(
            (explanation.terms[at] as Explanation["terms"][number])[field],
          )) {
            const changed = explanation.terms.map((term, index) =>
              index === at ? { ...term, [field]: next } : term,
            );
            const tampered = { ...explanation, terms: changed };
            const again = recompute(tampered);
            const same =
              again.value === tampered.value &&
              again.weights.every((weight, index) => weight === changed[index]?.effectiveWeight);
            expect(verifyExplanation(tampered).ok).toBe(same);
          }
        }
        for (const next of neighbours(explanation.value as number)) {
          expect(verifyExplanation({ ...explanation, value: next }).ok).toBe(false);
        }
      }),
    );
  });
});
