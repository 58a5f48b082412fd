/**
 * Quantile of type 7 of values that are already in ascending order; `null` where there are none.
 *
 * @internal
 */
export function quantileOfSorted(sorted: readonly number[], p: number): number | null {
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const below = sorted[index];
  if (below === undefined) return null;
  const above = sorted[index + 1] ?? below;
  return below + (position - index) * (above - below);
}
