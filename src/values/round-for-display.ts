import { createIssue } from "../kernel/issue.js";
import { fail, orThrow } from "../kernel/result.js";
import { toDecimal } from "./decimal.js";
import { MAX_DECIMALS } from "./defaults.js";
import { OUT_OF_RANGE } from "./issues.js";

/**
 * Which way a number goes that lies between two displayed ones: to the nearer one, and from the
 * middle away from zero, to the even digit or towards the positive; `truncate` always goes
 * towards zero.
 */
export type RoundingMode = "halfAwayFromZero" | "halfEven" | "halfTowardPositive" | "truncate";

/** How `roundForDisplay` rounds. */
export interface RoundForDisplayOptions {
  /** Number of decimals, a whole number from 0 to 20. */
  readonly decimals: number;
  /** The rounding mode; `halfAwayFromZero` by default. */
  readonly mode?: RoundingMode | undefined;
}

/**
 * Rounds a number for display, on the decimal that it prints as.
 *
 * @remarks 1.005 is 1.00499999999999989… as a double, but a reader sees 1.005 and expects 1.01.
 * Round once, at the very end: thresholds, bands and totals use the unrounded number. The result is
 * never −0.
 * @param value - the number to round, finite.
 * @param options - the decimals and the mode.
 * @returns the double nearest to the rounded decimal.
 * @throws `DomainError` with code `values/out-of-range` when the value is not finite, the
 *   decimals are not a whole number from 0 to 20, or the mode is not known.
 * @example
 * ```ts
 * import { roundForDisplay } from "truescore/values";
 *
 * roundForDisplay(1.005, { decimals: 2 }); // => 1.01
 * roundForDisplay(2.5, { decimals: 0, mode: "halfEven" }); // => 2
 * roundForDisplay(-0.04, { decimals: 1 }); // => 0
 * ```
 */
export function roundForDisplay(value: number, options: RoundForDisplayOptions): number {
  const { decimals, mode = "halfAwayFromZero" } = options;
  refuseUnless(Number.isFinite(value), ["The number", "finite", value]);
  const fits = Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_DECIMALS;
  refuseUnless(fits, [
    "The number of decimals",
    `a whole number from 0 to ${MAX_DECIMALS}`,
    decimals,
  ]);
  const goesUp = Object.hasOwn(GOES_UP, mode) ? GOES_UP[mode] : null;
  if (goesUp === null) return refuse(["The rounding mode", Object.keys(GOES_UP).join(", "), mode]);
  const { digits, exponent } = toDecimal(value);
  const surplus = -exponent - decimals;
  if (surplus <= 0) return value + 0;
  const unit = 10n ** BigInt(surplus);
  const negative = digits < 0n;
  const size = negative ? -digits : digits;
  const [kept, cut] = [size / unit, size % unit];
  const half = 2n * cut === unit ? 0 : 2n * cut < unit ? -1 : 1;
  const rounded = goesUp({ half, negative, odd: kept % 2n === 1n }) ? kept + 1n : kept;
  return Number(`${negative ? "-" : ""}${rounded}e-${decimals}`) + 0;
}

/** What decides whether the magnitude goes up: the cut part against a half, the sign, the last digit. */
interface Cut {
  readonly half: -1 | 0 | 1;
  readonly negative: boolean;
  readonly odd: boolean;
}

const GOES_UP: Readonly<Record<RoundingMode, (cut: Cut) => boolean>> = {
  halfAwayFromZero: ({ half }) => half >= 0,
  halfEven: ({ half, odd }) => half > 0 || (half === 0 && odd),
  halfTowardPositive: ({ half, negative }) => half > 0 || (half === 0 && !negative),
  truncate: () => false,
};

type Refusal = readonly [what: string, expected: string, received: unknown];

function refuseUnless(holds: boolean, refusal: Refusal): void {
  if (!holds) refuse(refusal);
}

function refuse([what, expected, received]: Refusal): never {
  const params = { what, expected, received: String(received) };
  return orThrow<never>(fail([createIssue(OUT_OF_RANGE, { params })]));
}
