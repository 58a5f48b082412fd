import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { apportion } from "./apportion.js";
import { OUT_OF_RANGE } from "./issues.js";

/** Most decimals at which 100 % is still a safe integer of units. */
const MOST_DECIMALS = 13;

/** How fine the percentages are. */
export interface PercentSharesOptions {
  /** Number of decimals, a whole number from 0 to 13. */
  readonly decimals: number;
}

/**
 * Turns weights into percentages that add up to exactly 100 as they are displayed.
 *
 * @remarks Largest remainder over 100 · 10^decimals units, see `apportion`. Each percentage is the
 * double nearest to its decimal; add them as decimals, not as doubles.
 * @param weights - the proportions, each 0 or more, not all 0.
 * @param options - the number of decimals.
 * @returns one percentage for each weight; or the issues of `apportion`, or `values/out-of-range`
 *   for the decimals.
 * @example
 * ```ts
 * import { percentShares } from "truescore/values";
 *
 * const shares = percentShares([1, 1, 1], { decimals: 1 });
 * shares.ok && shares.value; // => [33.4, 33.3, 33.3]
 * ```
 */
export function percentShares(
  weights: readonly number[],
  { decimals }: PercentSharesOptions,
): Result<number[]> {
  const fits = Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS;
  const units = apportion(Number(`1e${fits ? decimals + 2 : 2}`), weights);
  if (!fits) {
    const expected = `a whole number from 0 to ${MOST_DECIMALS}`;
    const params = { what: "The number of decimals", expected, received: String(decimals) };
    const issue = createIssue(OUT_OF_RANGE, { path: ["decimals"], params });
    return fail([...(units.ok ? [] : units.issues), issue]);
  }
  return units.ok ? ok(units.value.map((unit) => Number(`${unit}e-${decimals}`))) : units;
}
