/** More counts, or greater ones, do not fit into one whole number below 2^48. */
const MOST_COUNTS = 8;
const COUNT_LIMIT = 64;

/**
 * Remembers what was made of lists of counts. Where many subjects are parted by the same rule, few
 * lists differ: what is decided from counts alone need be decided once.
 */
export function memoizeByCounts<T>(
  make: (counts: readonly number[]) => T,
): (counts: readonly number[]) => T {
  const known = new Map<number | string, T>();
  return (counts) => {
    const key = keyOf(counts);
    let found = known.get(key);
    if (found === undefined) {
      found = make(counts);
      known.set(key, found);
    }
    return found;
  };
}

function keyOf(counts: readonly number[]): number | string {
  if (counts.length > MOST_COUNTS) return counts.join();
  let key = 0;
  for (const count of counts) {
    if (!(count < COUNT_LIMIT)) return counts.join();
    key = key * COUNT_LIMIT + count;
  }
  return key;
}
