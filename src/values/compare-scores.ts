import { DomainError } from "../kernel/domain-error.js";
import { compareWithin } from "./compare-within.js";

/**
 * Compares two scores as every threshold, band and tie of the library does.
 *
 * @remarks Two scores are equal when they differ by at most 1e-9 of the span, so that the noise of
 * binary fractions decides nothing: 4.4 − 3.4 is 1.0000000000000004 as a double. Equality within
 * a tolerance is not transitive, so this is a test for two scores and no order to sort by.
 * @param a - the first score.
 * @param b - the second score or the threshold.
 * @param span - width of the scale the scores are on, 0 or more; at 0 the comparison is exact.
 * @returns −1 where `a` is lower, 0 where they are equal, 1 where `a` is higher.
 * @throws `DomainError` with code `kernel/invariant` when a number is not finite or the span
 *   is below 0.
 * @example
 * ```ts
 * import { compareScores } from "truescore/values";
 *
 * compareScores(4.4 - 3.4, 1, 4); // => 0
 * compareScores(4.01, 4, 4); // => 1
 * ```
 */
export function compareScores(a: number, b: number, span: number): -1 | 0 | 1 {
  if (!(Math.abs(a - b) + span < Infinity && span >= 0)) {
    throw DomainError.invariant("A comparison needs finite scores and a span from 0.");
  }
  return compareWithin(a, b, span);
}
