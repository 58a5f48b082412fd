/** A double as a whole number of 2^-1074, the smallest step that doubles have. */
function toSteps(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const steps = exponent === 0 ? fraction : (fraction | 0x10000000000000n) << BigInt(exponent - 1);
  return value < 0 ? -steps : steps;
}

/** The double nearest to a whole number of 2^-1074, halves to the even neighbour. */
function fromSteps(steps: bigint): number {
  if (steps < 0n) return -fromSteps(-steps);
  const shift = BigInt(Math.max(0, steps.toString(2).length - 53));
  const kept = steps >> shift;
  const twice = (steps - (kept << shift)) * 2n;
  const half = 1n << shift;
  const up = shift > 0n && (twice > half || (twice === half && kept % 2n === 1n));
  return Number(up ? kept + 1n : kept) * 2 ** (Number(shift) - 1074);
}

/** The correctly rounded exact sum, in whole numbers of any size. */
export function referenceSum(terms: readonly number[]): number {
  return fromSteps(terms.reduce((sum, term) => sum + toSteps(term), 0n));
}

/** The next double up. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
