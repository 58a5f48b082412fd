import { rescaleValue } from "../kernel/arithmetic.js";
import { createIssue } from "../kernel/issue.js";
import { fail, orThrow } from "../kernel/result.js";
import type { Issue } from "../kernel/types.js";
import { checkScale } from "./check-scale.js";
import { isUsable } from "./is-usable.js";
import { NOT_FINITE } from "./issues.js";
import { scaleEnds } from "./scale-ends.js";
import type { RatingScale } from "./types.js";

/**
 * Moves a score from one rating scale to another, turning it round where their directions differ.
 *
 * @remarks Linear: min′ + (x − min) · (max′ − min′) / (max − min), with max − x in place of
 * x − min where the directions differ. The score may lie between two values, as a mean does, and
 * need not be a value of the new scale. A score outside the first scale, such as one with missing
 * parts counted as 0, goes as far outside the second.
 * @param value - the score on the first scale.
 * @param from - the scale the score is on.
 * @param to - the scale it goes to.
 * @returns the score on the second scale, unrounded.
 * @throws `DomainError` with code `values/not-finite` for a score that is not finite, and with
 *   the codes of the scale's own check (`values/scale-bounds` and others) for a broken scale.
 * @example
 * ```ts
 * import { likertScale, rescale } from "truescore/values";
 *
 * rescale(3.5, likertScale(5), likertScale(7)); // => 4.75
 * const strain = { ...likertScale(5), direction: "lowerIsBetter" } as const;
 * rescale(2, strain, likertScale(5)); // => 4
 * ```
 */
export function rescale(value: number, from: RatingScale, to: RatingScale): number {
  const issues: Issue[] = [
    ...checkScale(from).map((issue) => ({ ...issue, path: ["from", ...issue.path] })),
    ...checkScale(to).map((issue) => ({ ...issue, path: ["to", ...issue.path] })),
  ];
  if (!isUsable(value)) {
    const params = { what: "The score", received: String(value) };
    issues.unshift(createIssue(NOT_FINITE, { path: ["value"], params }));
  }
  if (issues.length > 0) return orThrow(fail(issues));
  return rescaleValue(value, scaleEnds(from), scaleEnds(to));
}
