import { exactSum } from "../kernel/exact-sum.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { checkMoney } from "./check-money.js";
import { EMPTY_LIST, MONEY_MIXED, MONEY_OVERFLOW } from "./issues.js";
import type { Money } from "./types.js";

/**
 * Adds amounts of money of one currency and scale.
 *
 * @param amounts - the amounts, at least one.
 * @returns the sum; or the issues of each amount (`values/money-amount`, `values/money-currency`,
 *   `values/out-of-range`), `values/money-mixed` for each amount that is unlike the first,
 *   `values/money-overflow`, or `values/empty-list`, because nothing has no currency.
 * @example
 * ```ts
 * import { addMoney } from "truescore/values";
 *
 * const sum = addMoney([
 *   { amount: 1999, currency: "EUR", scale: 2 },
 *   { amount: -499, currency: "EUR", scale: 2 },
 * ]);
 * sum.ok && sum.value.amount; // => 1500
 * ```
 */
export function addMoney(amounts: readonly Money[]): Result<Money> {
  const [first] = amounts;
  if (first === undefined) {
    return fail([createIssue(EMPTY_LIST, { params: { what: "The list of amounts" } })]);
  }
  const { currency, scale } = first;
  const issues = amounts.flatMap((money, index) => {
    const found = checkMoney(money).map((issue) => ({ ...issue, path: [index, ...issue.path] }));
    if (money.currency === currency && money.scale === scale) return found;
    const params = { first: unitOf(first), other: unitOf(money) };
    return [...found, createIssue(MONEY_MIXED, { path: [index], params })];
  });
  if (issues.length > 0) return fail(issues);
  const amount = exactSum(amounts.map((money) => money.amount));
  if (!Number.isSafeInteger(amount)) return fail([createIssue(MONEY_OVERFLOW, { params: {} })]);
  return ok({ amount, currency, scale });
}

function unitOf({ currency, scale }: Money): string {
  return `${currency} with ${scale} decimals`;
}
