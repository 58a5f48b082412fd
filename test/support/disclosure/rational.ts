/** A fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction `n / d` in lowest terms. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError("A fraction needs a denominator other than 0.");
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n, d * sign) * sign;
  return { n: n / common, d: d / common };
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

export function whole(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

/** What a number says in decimals: 0.1 is one tenth, not the binary fraction nearest to it. */
export function decimal(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`${value} is no decimal number.`);
  const [, sign, integer = "", digits = "", exponent = "0"] = match;
  const power = Number(exponent) - digits.length;
  const scaled = BigInt(`${sign}${integer}${digits}`);
  return power >= 0
    ? { n: scaled * 10n ** BigInt(power), d: 1n }
    : fraction(scaled, 10n ** BigInt(-power));
}

/** What the bits of a double say, exactly. */
export function binary(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number.`);
  let mantissa = value;
  let power = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power += 1;
  }
  return fraction(BigInt(mantissa), 1n << BigInt(power));
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n);
}

export function sum(terms: readonly Rational[]): Rational {
  return terms.reduce(add, ZERO);
}

export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero({ n }: Rational): boolean {
  return n === 0n;
}

/** The double nearest to a fraction, ties to even: one correct rounding. */
export function nearest({ n, d }: Rational): number {
  if (n === 0n) return 0;
  const magnitude = n < 0n ? -n : n;
  let shift = 55 - (magnitude.toString(2).length - d.toString(2).length);
  let [top, bottom] = scaled(magnitude, d, shift);
  // Between 53 and 56 bits come out: drop all but 53, remembering what is lost.
  const extra = (top / bottom).toString(2).length - 53;
  shift -= extra;
  [top, bottom] = scaled(magnitude, d, shift);
  let quotient = top / bottom;
  const twice = 2n * (top - quotient * bottom);
  if (twice > bottom || (twice === bottom && quotient % 2n === 1n)) quotient += 1n;
  return (n < 0n ? -1 : 1) * Number(quotient) * 2 ** -shift;
}

function scaled(n: bigint, d: bigint, shift: number): [bigint, bigint] {
  return shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
}

/** The simplest fraction within `tolerance` of a number (continued fractions); `null` beyond `limit`. */
export function simplest(value: number, tolerance: number, limit: bigint): Rational | null {
  const exact = binary(value);
  let [n, d] = [exact.n, exact.d];
  let [p0, p1, q0, q1] = [0n, 1n, 1n, 0n];
  while (d !== 0n) {
    const whole = n / d - (n % d < 0n ? 1n : 0n);
    [p0, p1] = [p1, whole * p1 + p0];
    [q0, q1] = [q1, whole * q1 + q0];
    if (q1 > limit) return null;
    if (Math.abs(Number(p1) / Number(q1) - value) <= tolerance) return fraction(p1, q1);
    [n, d] = [d, n - whole * d];
  }
  return exact;
}
