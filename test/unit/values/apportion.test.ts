import { describe, expect, it } from "vitest";
import { addMoney } from "../../../src/values/add-money.js";
import { apportion } from "../../../src/values/apportion.js";
import { percentShares } from "../../../src/values/percent-shares.js";
import { splitMoney } from "../../../src/values/split-money.js";
import type { Money } from "../../../src/values/types.js";
import { type Refusal, refusals, unwrap } from "./helpers.js";

const euro = (amount: number): Money => ({ amount, currency: "EUR", scale: 2 });

describe("apportion", () => {
  it.each([
    [7, [10, 20, 60, 8, 2], [1, 1, 4, 1, 0]],
    [4, [33.3, 33.4, 33.3], [1, 2, 1]],
    [3, [1, 1], [2, 1]],
    [-3, [1, 1], [-2, -1]],
    [0, [0, 0], [0, 0]],
    [5, [1e-300, 1e-300], [3, 2]],
    [10, [0.1, 0.2, 0.7], [1, 2, 7]],
    [1, [1e-7, 1e21], [0, 1]],
  ])("splits %d by %j", (total, shares, parts) => {
    expect(unwrap(apportion(total, shares))).toEqual(parts);
  });

  it("never gives a negative zero", () => {
    const parts = [...unwrap(apportion(-1, [1, 0])), ...unwrap(apportion(-0, [1, 2]))];
    expect(parts.some((part) => Object.is(part, -0))).toBe(false);
  });

  it.each<[string, number, number[], Refusal[]]>([
    ["a fraction", 1.5, [1], [["values/total-unsafe", "total"]]],
    ["a total past the safe integers", 2 ** 53, [1], [["values/total-unsafe", "total"]]],
    ["NaN", Number.NaN, [1], [["values/total-unsafe", "total"]]],
    ["no shares", 1, [], [["values/empty-list", "shares"]]],
    ["no shares of nothing", 0, [], [["values/empty-list", "shares"]]],
    ["shares of 0 only", 1, [0, 0], [["values/shares-all-zero", ""]]],
    [
      "all bad shares at once",
      0.5,
      [1, -1, Number.NaN, Number.POSITIVE_INFINITY],
      [
        ["values/total-unsafe", "total"],
        ["values/out-of-range", "shares.1"],
        ["values/out-of-range", "shares.2"],
        ["values/out-of-range", "shares.3"],
      ],
    ],
  ])("refuses %s", (_, total, shares, expected) => {
    expect(refusals(apportion(total, shares))).toEqual(expected);
  });
});

describe("percentShares", () => {
  it("makes 71 + 24 + 6 out of 101 impossible", () => {
    expect(unwrap(percentShares([12, 4, 1], { decimals: 0 }))).toEqual([71, 23, 6]);
  });

  it("splits fourteen equal weights", () => {
    const shares = unwrap(percentShares(Array<number>(14).fill(1), { decimals: 1 }));
    expect(shares).toEqual([...Array<number>(6).fill(7.2), ...Array<number>(8).fill(7.1)]);
  });

  it.each<[string, number[], number, Refusal[]]>([
    ["14 decimals", [1], 14, [["values/out-of-range", "decimals"]]],
    ["half a decimal", [1], 0.5, [["values/out-of-range", "decimals"]]],
    ["negative decimals", [1], -1, [["values/out-of-range", "decimals"]]],
    ["weights of 0 only", [0], 0, [["values/shares-all-zero", ""]]],
    [
      "both",
      [-1],
      99,
      [
        ["values/out-of-range", "shares.0"],
        ["values/out-of-range", "decimals"],
      ],
    ],
  ])("refuses %s", (_, weights, decimals, expected) => {
    expect(refusals(percentShares(weights, { decimals }))).toEqual(expected);
  });

  it("works at thirteen decimals", () => {
    expect(unwrap(percentShares([1, 2], { decimals: 13 }))).toEqual([
      33.3333333333333, 66.6666666666667,
    ]);
  });
});

describe("splitMoney", () => {
  it("keeps currency and scale", () => {
    expect(unwrap(splitMoney(euro(-100), [1, 1, 1]))).toEqual([euro(-34), euro(-33), euro(-33)]);
  });

  it.each<[string, Money, number[], Refusal[]]>([
    ["a fraction of a cent", euro(0.5), [1], [["values/money-amount", "money.amount"]]],
    [
      "a lower-case currency",
      { ...euro(1), currency: "eur" },
      [1],
      [["values/money-currency", "money.currency"]],
    ],
    ["a negative scale", { ...euro(1), scale: -1 }, [1], [["values/out-of-range", "money.scale"]]],
    [
      "money and shares",
      euro(Number.NaN),
      [],
      [
        ["values/money-amount", "money.amount"],
        ["values/empty-list", "shares"],
      ],
    ],
    ["shares of 0 only", euro(5), [0], [["values/shares-all-zero", ""]]],
  ])("refuses %s", (_, money, shares, expected) => {
    expect(refusals(splitMoney(money, shares))).toEqual(expected);
  });
});

describe("addMoney", () => {
  it("adds exactly where a partial sum leaves the safe integers", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    expect(unwrap(addMoney([euro(largest), euro(largest), euro(-largest)]))).toEqual(euro(largest));
    expect(unwrap(addMoney([euro(largest), euro(2), euro(-2)]))).toEqual(euro(largest));
    expect(Object.is(unwrap(addMoney([euro(-0)])).amount, 0)).toBe(true);
  });

  it.each<[string, Money[], Refusal[]]>([
    ["nothing", [], [["values/empty-list", ""]]],
    ["two currencies", [euro(1), { ...euro(1), currency: "JPY" }], [["values/money-mixed", "1"]]],
    ["two scales", [euro(1), { ...euro(1), scale: 0 }], [["values/money-mixed", "1"]]],
    ["an overflow", [euro(Number.MAX_SAFE_INTEGER), euro(1)], [["values/money-overflow", ""]]],
    [
      "an overflow by two",
      [euro(Number.MAX_SAFE_INTEGER), euro(2)],
      [["values/money-overflow", ""]],
    ],
    [
      "each bad amount",
      [euro(0.1), euro(0.2)],
      [
        ["values/money-amount", "0.amount"],
        ["values/money-amount", "1.amount"],
      ],
    ],
  ])("refuses %s", (_, amounts, expected) => {
    expect(refusals(addMoney(amounts))).toEqual(expected);
  });
});
