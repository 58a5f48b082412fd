import { expect, it } from "vitest";
import { apportion } from "../../../src/values/apportion.js";
import { percentShares } from "../../../src/values/percent-shares.js";
import { type RoundingMode, roundForDisplay } from "../../../src/values/round-for-display.js";
import type { OracleFile, OracleRunner } from "./close.js";

/** A weight of a file: a number, or an exact decimal as text. */
type Weight = number | string;

interface Cases<Input, Expected> {
  readonly input: { readonly cases: readonly Input[] };
  readonly expected: { readonly cases: readonly Expected[] };
}

interface Named {
  readonly name: string;
}

function pairs<Input, Expected>(file: OracleFile): (readonly [Input, Expected])[] {
  const { input, expected } = file as unknown as Cases<Input, Expected>;
  expect(input.cases.length, "as many answers as questions").toBe(expected.cases.length);
  expect(input.cases.length, "at least one case").toBeGreaterThan(0);
  return input.cases.map((question, index) => [question, expected.cases[index] as Expected]);
}

type ApportionInput = Named & { readonly total: number; readonly weights: readonly Weight[] };
type ApportionExpected = Named & { readonly allocation: readonly number[] };

function largestRemainder(file: OracleFile): void {
  for (const [input, expected] of pairs<ApportionInput, ApportionExpected>(file)) {
    it(input.name, () => {
      expect(expected.name).toBe(input.name);
      const parts = apportion(input.total, input.weights.map(Number));
      expect(parts).toEqual({ ok: true, value: expected.allocation, warnings: [] });
    });
  }
}

type PercentInput = Named & { readonly decimals: number; readonly weights: readonly Weight[] };
type PercentExpected = Named & { readonly percentages: readonly string[] };

function percentRounding(file: OracleFile): void {
  for (const [input, expected] of pairs<PercentInput, PercentExpected>(file)) {
    it(input.name, () => {
      expect(expected.name).toBe(input.name);
      const { decimals } = input;
      const shares = percentShares(input.weights.map(Number), { decimals });
      const printed = shares.ok ? shares.value.map((share) => share.toFixed(decimals)) : shares;
      expect(printed).toEqual(expected.percentages);
    });
  }
}

type RoundingInput = { readonly value: string; readonly decimals: number };
type RoundingExpected = Readonly<Record<RoundingMode, string>>;

function decimalRounding(file: OracleFile): void {
  for (const [{ value, decimals }, expected] of pairs<RoundingInput, RoundingExpected>(file)) {
    for (const [mode, rounded] of Object.entries(expected) as [RoundingMode, string][]) {
      it(`${value} to ${decimals} decimals, ${mode}`, () => {
        expect(roundForDisplay(Number(value), { decimals, mode })).toBe(Number(rounded));
      });
    }
  }
}

/** The runners of the kinds that the values room answers. */
export const runners: Readonly<Record<string, OracleRunner>> = {
  "largest-remainder": largestRemainder,
  "percent-rounding": percentRounding,
  "decimal-rounding": decimalRounding,
};
