import { createIssue } from "../kernel/issue.js";
import { fail, orThrow } from "../kernel/result.js";
import { OUT_OF_RANGE } from "./issues.js";
import type { RatingScale } from "./types.js";

/**
 * Makes the rating scale 1, 2, … up to a number of points, where higher is better.
 *
 * @param points - how many values the scale has, a whole number from 2 to 1000.
 * @returns the scale, with the id `likert-` and the number of points.
 * @throws `DomainError` with code `values/out-of-range` for any other number of points.
 * @example
 * ```ts
 * import { likertScale } from "truescore/values";
 *
 * likertScale(5);
 * // => { id: "likert-5", min: 1, max: 5, step: 1, direction: "higherIsBetter" }
 * ```
 */
export function likertScale(points: number): RatingScale {
  if (!(Number.isInteger(points) && points >= 2 && points <= 1000)) {
    const params = {
      what: "The number of points",
      expected: "a whole number from 2 to 1000",
      received: String(points),
    };
    return orThrow(fail([createIssue(OUT_OF_RANGE, { params })]));
  }
  return { id: `likert-${points}`, min: 1, max: points, step: 1, direction: "higherIsBetter" };
}
