import type { GapThreshold } from "./types.js";

/** A quarter of the scale's span: one point on a five-point scale, a common reporting rule of 360 systems. */
export const DEFAULT_GAP_THRESHOLD: GapThreshold = { kind: "percentOfSpan", value: 25 };

/** Confidence of intervals. */
export const DEFAULT_GAP_CONFIDENCE = 0.95;

/** Fewest raters behind a stand-in spread. */
export const STAND_IN_RATERS = 30;

/** Fewest subjects behind a stand-in spread. */
export const STAND_IN_SUBJECTS = 10;
