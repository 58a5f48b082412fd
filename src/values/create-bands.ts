import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { bandsEnd, checkBandList } from "./check-band-list.js";
import { OUT_OF_RANGE } from "./issues.js";
import type { Band, Bands, Direction } from "./types.js";

/** What holds for all bands of a list. */
export interface CreateBandsOptions {
  /** Which end of the score is the good one; a boundary belongs to the better band. */
  readonly direction: Direction;
  /** Upper end of the highest band; absence means that the band's own `to` holds, or none. */
  readonly to?: number | undefined;
}

/**
 * Makes bands over a score from their lower bounds, so that no score falls between two of them.
 *
 * @remarks A band reaches from its `from` to the next one's. Where a band states a `to`, it must
 * meet the next bound; whatever is wrong shows here and never when a score arrives.
 * @param bands - the bands from the lowest to the highest.
 * @param options - the direction and the upper end.
 * @returns the bands; or an issue for an empty list (`values/empty-list`), a label
 *   (`values/empty-label`, `values/duplicate-label`), a bound that is not finite
 *   (`values/not-finite`), missing (`values/band-open`) or out of order (`values/band-order`), a gap
 *   (`values/band-gap`), an overlap (`values/band-overlap`) or an upper end below the highest band
 *   (`values/band-end`).
 * @example
 * ```ts
 * import { bandOf, createBands } from "truescore/values";
 *
 * const result = createBands(
 *   [
 *     { label: "below", from: 0 },
 *     { label: "at", from: 31 },
 *     { label: "above", from: 80 },
 *   ],
 *   { direction: "higherIsBetter", to: 100 },
 * );
 * result.ok && bandOf(result.value, 30.5)?.label; // => "below"
 * result.ok && bandOf(result.value, 31)?.label; // => "at"
 * ```
 */
export function createBands(
  bands: readonly Band[],
  { direction, to }: CreateBandsOptions,
): Result<Bands> {
  const list = { bands, to: to ?? null };
  const issues = checkBandList(list);
  if (direction !== "higherIsBetter" && direction !== "lowerIsBetter") {
    const expected = "higherIsBetter or lowerIsBetter";
    const params = { what: "The direction", expected, received: String(direction) };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["direction"], params }));
  }
  if (issues.length > 0) return fail(issues);
  return ok({ bands: bands.map((band) => ({ ...band })), direction, to: bandsEnd(list) });
}
