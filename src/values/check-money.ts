import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { MAX_DECIMALS } from "./defaults.js";
import { MONEY_AMOUNT, MONEY_CURRENCY, OUT_OF_RANGE } from "./issues.js";
import type { Money } from "./types.js";

/** Everything that is wrong with an amount of money: the one check of the schema and the operations. */
export function checkMoney({ amount, currency, scale }: Money): Issue[] {
  const issues: Issue[] = [];
  if (!Number.isSafeInteger(amount)) {
    const params = { received: String(amount) };
    issues.push(createIssue(MONEY_AMOUNT, { path: ["amount"], params }));
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    const params = { received: String(currency) };
    issues.push(createIssue(MONEY_CURRENCY, { path: ["currency"], params }));
  }
  if (!(Number.isInteger(scale) && scale >= 0 && scale <= MAX_DECIMALS)) {
    const expected = `a whole number from 0 to ${MAX_DECIMALS}`;
    const params = { what: "The scale", expected, received: String(scale) };
    issues.push(createIssue(OUT_OF_RANGE, { path: ["scale"], params }));
  }
  return issues;
}
