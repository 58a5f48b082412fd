import type { ScaleEnds } from "../kernel/arithmetic.js";
import { scaleEnds } from "../values/scale-ends.js";
import type { RatingScale } from "../values/types.js";

/** A scale as integers: value `k` is `(minUnits + k · stepUnits) / unit`, or plain doubles where `unit` is 0. */
export interface ScaleGrid {
  /** The scale. */
  readonly scale: RatingScale;
  /** Its ends, as the kernel's arithmetic takes them. */
  readonly ends: ScaleEnds;
  /** Number of values. */
  readonly points: number;
  /** A power of ten that makes `min` and `step` whole; 0 where there is none small enough. */
  readonly unit: number;
  /** `min · unit`. */
  readonly minUnits: number;
  /** `step · unit`. */
  readonly stepUnits: number;
  /** Whether it is the reporting scale in all that matters. */
  readonly isReporting: boolean;
}

/** Number of values of a scale. */
export function countPoints({ min, max, step }: RatingScale): number {
  return Math.round((max - min) / step) + 1;
}

/** Turns a scale into integers. */
export function makeGrid(scale: RatingScale, reporting: ScaleEnds): ScaleGrid {
  const ends = scaleEnds(scale);
  const decimals = Math.max(decimalsOf(scale.min), decimalsOf(scale.step));
  const unit =
    decimals <= 6 && Math.abs(scale.max) + Math.abs(scale.min) < 1e6 ? 10 ** decimals : 0;
  return {
    scale,
    ends,
    points: countPoints(scale),
    unit,
    minUnits: Math.round(scale.min * unit),
    stepUnits: Math.round(scale.step * unit),
    isReporting:
      ends.min === reporting.min &&
      ends.max === reporting.max &&
      ends.reversed === reporting.reversed,
  };
}

function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** The value of scale point `k`, the double nearest to its decimal. */
export function pointValue({ scale, unit, minUnits, stepUnits }: ScaleGrid, k: number): number {
  return unit === 0 ? scale.min + k * scale.step : (minUnits + k * stepUnits) / unit;
}
