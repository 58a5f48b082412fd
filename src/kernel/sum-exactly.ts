/**
 * The double nearest to the exact sum of finite numbers of at most 1e300 in magnitude, by partial
 * sums that do not overlap (Shewchuk 1997). What is not finite is not looked at here; `exactSum` is
 * the same for input that nobody has checked.
 */
export function sumExactly(terms: readonly number[]): number {
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
