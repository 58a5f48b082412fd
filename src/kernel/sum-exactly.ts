/**
 * The double nearest to the exact sum of finite numbers of at most 1e300 in magnitude, by partial
 * sums that do not overlap (Shewchuk 1997). What is not finite is not looked at here; `exactSum` is
 * the same for input that nobody has checked.
 */
export function sumExactly(terms: readonly number[]): number {
  let sum = 0;
  let errors = 0;
  let size = 0;
  for (const term of terms) {
    // What an addition loses is a double itself (Knuth 1998, section 4.2.2, theorem B).
    const next = sum + term;
    const share = next - sum;
    const error = sum - (next - share) + (term - share);
    sum = next;
    errors += error;
    size += Math.abs(error);
  }
  // The exact sum lies between these two; where both round to one double, that is the nearest.
  const slack = size * terms.length * SLACK;
  const low = sum + (errors - slack);
  return low === sum + (errors + slack) ? low + 0 : sumPartials(terms);
}

/** Four rounding units: more than adding up the errors and their bound may lose per term. */
const SLACK = 2 ** -51;

/** The exact sum as doubles that do not overlap, rounded at the end: right in every case, and slower. */
function sumPartials(terms: readonly number[]): number {
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
  }
  return roundPartials(partials);
}

function roundPartials(partials: readonly number[]): number {
  let index = partials.length - 1;
  let high = partials[index] ?? 0;
  let low = 0;
  while (index > 0 && low === 0) {
    const y = partials[--index] as number;
    const sum = high + y;
    low = y - (sum - high);
    high = sum;
  }
  // Halfway between two doubles: the next partial decides the direction.
  if (Math.sign(low) * (partials[index - 1] ?? 0) > 0) {
    const rounded = high + low * 2;
    if (rounded - high === low * 2) high = rounded;
  }
  return high + 0;
}
