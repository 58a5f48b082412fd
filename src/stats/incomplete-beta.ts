import { stirlingError } from "./log-gamma.js";

/** Both tails of a distribution at one point. They add up to 1; the smaller one has all its digits. */
export interface Tails {
  /** Probability at or below the point, 0 to 1. */
  readonly lower: number;
  /** Probability above the point, 0 to 1. */
  readonly upper: number;
}

/** The tails at a point, and the density there. */
interface Evaluation extends Tails {
  /** Density of the logarithm: `v` times the density at `v`. */
  readonly density: number;
}

/**
 * Stands for an infinite shape. A power of two, so that scaling by it rounds nothing; so large that
 * the limit is reached to the last digit, so small that no product overflows.
 */
export const INFINITE_SHAPE: number = 2 ** 200;

/** Halves degrees of freedom to a shape; infinite ones become a shape that is as good as infinite. */
export function shapeOf(df: number): number {
  return Math.min(df / 2, INFINITE_SHAPE);
}

const MAX_STEPS = 100;
/** Enough where the smaller shape is 1e9. */
const MAX_TERMS = 1e5;

/**
 * Computes the tails of the beta prime distribution, the ratio of two independent gamma variables.
 *
 * @remarks With `x = v / (1 + v)` the lower tail is the regularised incomplete beta function
 * `I_x(a, b)`. The t, F, chi-square and normal distributions are all this one, the
 * last two in the limit of a large shape.
 * @param a - first shape, above 0.
 * @param b - second shape, above 0.
 * @param v - the point, 0 or more.
 * @returns both tails; not a number where the shapes are out of reach.
 * @internal
 */
export function betaPrimeTails(a: number, b: number, v: number): Tails {
  return evaluator(a, b)(v);
}

/**
 * Finds the point with given tails.
 *
 * @remarks Newton's method on the logarithm of the cumulative hazard, `ln(−ln S)`, against `ln v`.
 * It runs nearly straight in light tails, in heavy tails and towards 0 alike, so about five steps
 * are enough from anywhere. The smaller tail is the one that is solved for.
 * @param a - first shape, above 0.
 * @param b - second shape, above 0.
 * @param tails - both tails, above 0, each as exact as the caller can state it.
 * @returns the point; infinite or not a number where it leaves the range of doubles.
 * @internal
 */
export function betaPrimeQuantile(a: number, b: number, tails: Tails): number {
  const { lower, upper } = tails;
  if (lower < upper) return 1 / betaPrimeQuantile(b, a, { lower: upper, upper: lower });
  const evaluate = evaluator(a, b);
  const target = Math.log(upper);
  let v = a / b;
  let step = 0;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { upper: tail, density } = evaluate(v);
    if (tail < 1e-305) {
      // Too far out for the tail to be a number: half the way back.
      step /= 2;
      v /= Math.exp(step);
    } else {
      const logTail = Math.log(tail);
      step = (Math.log(logTail / target) * logTail * tail) / density;
      v *= Math.exp(step);
      if (!(Math.abs(step) > 1e-9)) return v;
    }
  }
  return Number.NaN;
}

function evaluator(a: number, b: number): (v: number) => Evaluation {
  const n = a + b;
  const scale = Math.sqrt((a / n) * (b / 2 / Math.PI));
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return (v) => {
    const x = 1 / (1 + 1 / v);
    const y = 1 / (1 + v);
    // How far below its mean the point is, a·y − b·x, in the form that cannot overflow.
    const distance = v < 1 ? (a - b * v) * y : (a / v - b) * x;
    const deviation =
      a * logDeviation((n * x) / a, -distance / a) + b * logDeviation((n * y) / b, distance / b);
    const density = scale * Math.exp(correction + deviation);
    if (distance < 0) {
      const upper = density * fraction(b, a, 1 / v);
      return { lower: 1 - upper, upper, density };
    }
    const lower = density * fraction(a, b, v);
    return { lower, upper: 1 - lower, density };
  };
}

/** `ln(ratio) − difference`, with `difference = ratio − 1` given apart for its digits near 0. */
function logDeviation(ratio: number, difference: number): number {
  if (Math.abs(difference) > 0.4) return Math.log(ratio) - difference;
  const r = difference / (2 + difference);
  let sum = 0;
  for (let k = 29; k > 1; k -= 2) sum = (sum + 2 / k) * r * r;
  return r * (sum - difference);
}

/**
 * The lower tail over the density, for a point below the mean: the continued fraction of Didonato
 * and Morris (1992, algorithm 708), which stays accurate where a shape tends to infinity.
 */
function fraction(a: number, b: number, v: number): number {
  const x = 1 / (1 + 1 / v);
  const y = 1 / (1 + v);
  const c = 1 + (a - b * v) * y;
  const c1 = 1 + 1 / a;
  // Two successive convergents, scaled so that the later denominator is 1.
  let value = c1 / c;
  let numerator = 0;
  let denominator = value;
  let p = 1;
  for (let n = 1; n < MAX_TERMS; n++) {
    const s = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const alpha = p * (p + b / a) * (a / s) * (a / s) * w * x;
    p = 1 + n / a;
    const beta = n + w / s + (p / (c1 + (2 * n) / a)) * (c + n * (1 + y));
    const scale = 1 / (alpha * denominator + beta);
    const next = (alpha * numerator + beta * value) * scale;
    numerator = value * scale;
    denominator = scale;
    if (Math.abs(next - value) <= 1e-16 * next) return next;
    value = next;
  }
  return Number.NaN;
}
