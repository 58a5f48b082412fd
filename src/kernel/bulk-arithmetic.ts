import { sumExactly } from "./sum-exactly.js";

/**
 * The bits of `sumExactly`, faster for the short lists of bulk work. It stands apart, so that an
 * operation that adds up once does not carry it.
 *
 * @remarks What an addition of doubles loses is itself a double (Knuth 1998, section 4.2.2, theorem
 * B). Where the losses add up without a loss, the exact sum is that of two doubles, and adding these
 * rounds once. Elsewhere `sumExactly` decides.
 */
export function sumInBulk(terms: readonly number[]): number {
  let sum = 0;
  let errors = 0;
  let lost = 0;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    const next = sum + term;
    const error = errorOf(sum, term, next);
    const nextErrors = errors + error;
    lost += Math.abs(errorOf(errors, error, nextErrors));
    sum = next;
    errors = nextErrors;
  }
  return lost === 0 ? sum + errors + 0 : sumExactly(terms);
}

/**
 * The exact sum of `weights[i] × values[start + i]`, each product rounded once, as `sumOfProducts`
 * gives it.
 */
export function sumProductsInBulk(
  weights: readonly number[],
  values: readonly number[] | Float64Array,
  start = 0,
): number {
  let sum = 0;
  let errors = 0;
  let lost = 0;
  for (let at = 0; at < weights.length; at++) {
    const term = (weights[at] as number) * (values[start + at] as number);
    const next = sum + term;
    const error = errorOf(sum, term, next);
    const nextErrors = errors + error;
    lost += Math.abs(errorOf(errors, error, nextErrors));
    sum = next;
    errors = nextErrors;
  }
  if (lost === 0) return sum + errors + 0;
  return sumExactly(weights.map((weight, at) => weight * (values[start + at] as number)));
}

function errorOf(a: number, b: number, sum: number): number {
  const share = sum - a;
  return a - (sum - share) + (b - share);
}

/** Divides each weight by the exact sum of all, as `effectiveWeights` does. */
export function effectiveWeightsInBulk(weights: readonly number[]): number[] {
  const total = sumInBulk(weights);
  const shares: number[] = [];
  for (let at = 0; at < weights.length; at++) shares.push((weights[at] as number) / total);
  return shares;
}
