/** From here on six terms of the series give every digit of a double. */
const SERIES_START = 10;

/**
 * The error of Stirling's formula, `ln Γ(z) − ((z − ½) ln z − z + ½ ln 2π)`.
 *
 * @remarks Asymptotic series (Abramowitz and Stegun 1964, 6.1.41); where `z` is too small for it,
 * the recurrence of Γ. A logarithm of a ratio of large gamma functions loses its digits; a
 * difference of these errors does not (Loader 2000).
 * @param z - above 0.
 * @returns the error, within 1e-15 from 0.1 on.
 * @internal
 */
export function stirlingError(z: number): number {
  if (z < SERIES_START) return (z + 0.5) * Math.log1p(1 / z) - 1 + stirlingError(z + 1);
  const s = 1 / z / z;
  const tail = s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360)));
  return (1 / 12 - s * (1 / 360 - tail)) / z;
}
