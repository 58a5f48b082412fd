import fc from "fast-check";
import { expect, it } from "vitest";
import { exactSum } from "../../../src/kernel/exact-sum.js";
import { referenceSum } from "../../unit/kernel/exact-sum-reference.js";

/** Numbers of the whole range, and numbers close together, where sums fall halfway. */
const anyTerm = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
const closeTerm = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -110, max: 2 }))
  .map(([factor, power]) => factor * 2 ** power);
const terms = fc.oneof(
  fc.array(anyTerm, { maxLength: 40 }),
  fc.array(closeTerm, { maxLength: 12 }),
  fc.array(fc.oneof(anyTerm, closeTerm), { maxLength: 20 }),
);

it("is the exact sum, rounded once, to the last bit", () => {
  fc.assert(
    fc.property(terms, (numbers) => {
      // Adding zero turns the reference's negative zero into the zero that a sum of nothing is.
      expect(exactSum(numbers)).toBe(referenceSum(numbers) + 0);
    }),
    { numRuns: 3000 },
  );
});

it("does not depend on the order of its terms", () => {
  const shuffled = terms.chain((numbers) =>
    fc.tuple(
      fc.constant(numbers),
      fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([numbers, others]) => {
      expect(exactSum(others)).toBe(exactSum(numbers));
    }),
    { numRuns: 1000 },
  );
});

it("leaves its terms as they were, also frozen ones", () => {
  fc.assert(
    fc.property(terms, (numbers) => {
      const before = [...numbers];
      exactSum(Object.freeze(numbers));
      expect(numbers).toEqual(before);
    }),
  );
});
