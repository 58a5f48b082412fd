import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { apportion } from "./apportion.js";
import { checkMoney } from "./check-money.js";
import type { Money } from "./types.js";

/**
 * Splits an amount of money in proportion to shares, so that no minor unit is lost.
 *
 * @remarks Largest remainder over minor units, see `apportion`. A debt is split by magnitude.
 * @param money - the amount to split.
 * @param shares - the proportions, each 0 or more, at least one.
 * @returns one amount for each share; or the issues of the money (`values/money-amount`,
 *   `values/money-currency`, `values/out-of-range`) and of `apportion`.
 * @example
 * ```ts
 * import { splitMoney } from "truescore/values";
 *
 * const parts = splitMoney({ amount: 10000, currency: "EUR", scale: 2 }, [1, 1, 1]);
 * parts.ok && parts.value.map(({ amount }) => amount); // => [3334, 3333, 3333]
 * ```
 */
export function splitMoney(money: Money, shares: readonly number[]): Result<Money[]> {
  const { amount, currency, scale } = money;
  const found = checkMoney(money).map((issue) => ({ ...issue, path: ["money", ...issue.path] }));
  const parts = apportion(Number.isSafeInteger(amount) ? amount : 0, shares);
  if (!parts.ok || found.length > 0) return fail([...found, ...(parts.ok ? [] : parts.issues)]);
  return ok(parts.value.map((part) => ({ amount: part, currency, scale })));
}
