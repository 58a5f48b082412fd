import { DomainError } from "./domain-error.js";
import { sumExactly } from "./sum-exactly.js";

/**
 * Adds numbers exactly and rounds once, so that the order of the terms never matters.
 *
 * @remarks The partial sums do not overlap (Shewchuk 1997, "Adaptive precision floating-point
 * arithmetic and fast robust geometric predicates"); the last step rounds half to even as IEEE 754
 * would. Terms may be as large as 1e300 in magnitude. The sum of nothing is 0, and never −0.
 * @param terms - finite numbers, in any order.
 * @returns the double nearest to the exact sum.
 * @throws {@link DomainError} with code `kernel/invariant` when a term is not finite or a sum on the
 *   way leaves the range of doubles.
 * @example
 * ```ts
 * import { exactSum } from "truescore/kernel";
 *
 * exactSum([0.1, 0.2, 0.3, -0.6]); // => 2.7755575615628914e-17
 * exactSum([1e16, 1, -1e16]); // => 1
 * ```
 */
export function exactSum(terms: readonly number[]): number {
  const sum = sumExactly(terms);
  if (!Number.isFinite(sum)) throw DomainError.invariant("A sum needs finite numbers in range.");
  return sum;
}
