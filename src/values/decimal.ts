/** A number as its shortest decimal: `digits · 10^exponent`, with the sign in the digits. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Reads a finite double as the shortest decimal that stands for it: 1.005 is 1005 · 10⁻³. */
export function toDecimal(value: number): Decimal {
  const [mantissa = "0", power = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** Rewrites decimals as whole numbers of one common unit, so that they compare and add exactly. */
export function toCommonUnits(values: readonly number[]): bigint[] {
  const decimals = values.map(toDecimal);
  const least = decimals.reduce((low, { exponent }) => Math.min(low, exponent), 0);
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - least));
}
