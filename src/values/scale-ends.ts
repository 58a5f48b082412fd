import type { ScaleEnds } from "../kernel/arithmetic.js";
import type { RatingScale } from "./types.js";

/**
 * Reduces a rating scale to what rescaling needs: its ends and its direction.
 *
 * @param scale - a rating scale.
 * @returns the ends; `reversed` where a lower value is better.
 * @example
 * ```ts
 * import { likertScale, scaleEnds } from "truescore/values";
 *
 * scaleEnds(likertScale(5)); // => { min: 1, max: 5, reversed: false }
 * ```
 */
export function scaleEnds(scale: RatingScale): ScaleEnds {
  return { min: scale.min, max: scale.max, reversed: scale.direction === "lowerIsBetter" };
}
