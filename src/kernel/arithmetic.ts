import { sumExactly } from "./sum-exactly.js";

/** The ends of a scale, and whether a lower number is better on it. */
export interface ScaleEnds {
  /** Lowest number of the scale. */
  readonly min: number;
  /** Highest number of the scale. */
  readonly max: number;
  /** `true` where a lower number is better; `false` otherwise. */
  readonly reversed: boolean;
}

/** Divides each weight by the exact sum of all weights; the weights must not all be 0. */
export function effectiveWeights(weights: readonly number[]): number[] {
  const total = sumExactly(weights);
  return weights.map((weight) => weight / total);
}

/** The exact sum of `weights[i] × values[i]`, each product rounded once. */
export function sumOfProducts(weights: readonly number[], values: readonly number[]): number {
  return sumExactly(weights.map((weight, index) => weight * (values[index] as number)));
}

/** Moves a value from one scale to another, turning it round where their directions differ. */
export function rescaleValue(value: number, from: ScaleEnds, to: ScaleEnds): number {
  const distance = from.reversed === to.reversed ? value - from.min : from.max - value;
  return to.min + (distance * (to.max - to.min)) / (from.max - from.min);
}

/** Holds a value within two bounds. */
export function clampValue(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}
