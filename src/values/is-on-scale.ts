import { isUsable } from "./is-usable.js";
import type { RatingScale } from "./types.js";

/** Share of a step by which a value may miss a point of its scale. */
const STEP_TOLERANCE = 1e-9;

/**
 * Tells whether a number is a value of a rating scale.
 *
 * @remarks A value is `min + k · step` for a whole `k`, up to `max`. It may miss its point by 1e-9
 * of a step, and by the rounding of the numbers themselves. Nothing is on a scale whose own bounds
 * make no sense.
 * @param scale - the rating scale.
 * @param value - the number to look at.
 * @returns `true` where the number is a value of the scale; `false` for anything else, such as NaN.
 * @example
 * ```ts
 * import { isOnScale, likertScale } from "truescore/values";
 *
 * isOnScale(likertScale(5), 4); // => true
 * isOnScale(likertScale(5), 4.5); // => false
 * isOnScale(likertScale(5), 6); // => false
 * isOnScale({ ...likertScale(5), step: 0.1 }, 1.1 + 2.2); // => true
 * ```
 */
export function isOnScale(scale: RatingScale, value: number): boolean {
  const { min, max, step } = scale;
  if (!(isUsable(min) && isUsable(max) && isUsable(value) && step > 0 && max > min)) return false;
  const rounding = (4 * Number.EPSILON * Math.max(Math.abs(min), Math.abs(max))) / step;
  const tolerance = STEP_TOLERANCE + rounding;
  const steps = (value - min) / step;
  return (
    steps >= -tolerance &&
    steps <= (max - min) / step + tolerance &&
    Math.abs(steps - Math.round(steps)) <= tolerance
  );
}
