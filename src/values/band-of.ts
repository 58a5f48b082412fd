import { bandSpan, bandsEnd } from "./check-band-list.js";
import { compareScores } from "./compare-scores.js";
import type { Band, Bands } from "./types.js";

/**
 * Finds the band of a score.
 *
 * @remarks Give the unrounded score. A score on a boundary, within 1e-9 of the bands' span, belongs
 * to the better band: the upper one where higher is better, the lower one where lower is better.
 * @param bands - bands from `createBands`.
 * @param score - the unrounded score, finite.
 * @returns the band; `null` below the lowest bound and above the upper end.
 * @throws `DomainError` with code `kernel/invariant` when the score is not finite.
 * @example
 * ```ts
 * import { bandOf, createBands } from "truescore/values";
 *
 * const bands = createBands(
 *   [
 *     { label: "on time", from: 0 },
 *     { label: "late", from: 10 },
 *   ],
 *   { direction: "lowerIsBetter" },
 * );
 * bands.ok && bandOf(bands.value, 10)?.label; // => "on time"
 * bands.ok && bandOf(bands.value, -1); // => null
 * ```
 */
export function bandOf(bands: Bands, score: number): Band | null {
  const span = bandSpan(bands);
  if (compareScores(score, bandsEnd(bands) ?? score, span) > 0) return null;
  const upperWins = bands.direction === "higherIsBetter";
  const reached = bands.bands.filter(({ from }, index) => {
    if (from === null) return true;
    const order = compareScores(score, from, span);
    return order > 0 || (order === 0 && (upperWins || index === 0));
  });
  return reached.at(-1) ?? null;
}
