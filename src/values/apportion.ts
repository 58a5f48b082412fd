import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { toCommonUnits } from "./decimal.js";
import { isUsable } from "./is-usable.js";
import { EMPTY_LIST, OUT_OF_RANGE, SHARES_ALL_ZERO, TOTAL_UNSAFE } from "./issues.js";

/**
 * Splits a whole number into whole parts in proportion to shares, so that the parts add up exactly.
 *
 * @remarks Largest remainder (Hamilton): each part is first ⌊total · sᵢ / Σs⌋; the units left over
 * go to the largest remainders, and among equal ones to the earlier share. Each share is read as the
 * decimal it prints as, and all arithmetic is exact. A negative total is split by magnitude.
 * @param total - the whole number to split, a safe integer.
 * @param shares - the proportions, each 0 or more, at least one.
 * @returns one part for each share; or `values/total-unsafe`, `values/empty-list`,
 *   `values/out-of-range` for each share that is negative or not finite, or `values/shares-all-zero`
 *   where nothing can take a total other than 0.
 * @example
 * ```ts
 * import { apportion } from "truescore/values";
 *
 * const parts = apportion(100, [1, 1, 1]);
 * parts.ok && parts.value; // => [34, 33, 33]
 * ```
 */
export function apportion(total: number, shares: readonly number[]): Result<number[]> {
  const issues = shareIssues(shares);
  if (!Number.isSafeInteger(total)) {
    const params = { received: String(total) };
    issues.unshift(createIssue(TOTAL_UNSAFE, { path: ["total"], params }));
  }
  if (issues.length > 0) return fail(issues);
  const units = toCommonUnits(shares);
  const whole = units.reduce((sum, unit) => sum + unit, 0n);
  if (whole === 0n) {
    if (total !== 0) return fail([createIssue(SHARES_ALL_ZERO, { params: { total } })]);
    return ok(shares.map(() => 0));
  }
  const parts = largestRemainder(BigInt(Math.abs(total)), units, whole);
  const sign = total < 0 ? -1n : 1n;
  return ok(parts.map((part) => Number(sign * part)));
}

function shareIssues(shares: readonly number[]): Issue[] {
  if (shares.length === 0) {
    return [createIssue(EMPTY_LIST, { path: ["shares"], params: { what: "The list of shares" } })];
  }
  return shares.flatMap((share, index) => {
    if (isUsable(share) && share >= 0) return [];
    const params = {
      what: "A share",
      expected: "a finite number of 0 or more",
      received: String(share),
    };
    return [createIssue(OUT_OF_RANGE, { path: ["shares", index], params })];
  });
}

function largestRemainder(total: bigint, units: readonly bigint[], whole: bigint): bigint[] {
  const parts = units.map((unit) => (total * unit) / whole);
  const left = total - parts.reduce((sum, part) => sum + part, 0n);
  const ranked = units
    .map((unit, index) => ({ index, remainder: (total * unit) % whole }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const lucky = new Set(ranked.slice(0, Number(left)).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1n : part));
}
