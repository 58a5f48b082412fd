import { DomainError } from "./domain-error.js";

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
  const partials: number[] = [];
  for (const term of terms) {
    let x = term;
    let kept = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
    if (!Number.isFinite(x)) throw DomainError.invariant("A sum needs finite numbers in range.");
  }
  return roundPartials(partials);
}

function roundPartials(partials: readonly number[]): number {
  let index = partials.length - 1;
  let high = partials[index] ?? 0;
  let low = 0;
  while (index > 0) {
    const x = high;
    const y = partials[--index] as number;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Halfway between two doubles: the next partial decides the direction.
  const next = partials[index - 1] ?? 0;
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const doubled = low * 2;
    const rounded = high + doubled;
    if (doubled === rounded - high) high = rounded;
  }
  return high + 0;
}
