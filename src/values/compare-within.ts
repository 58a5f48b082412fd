import { SCORE_TOLERANCE } from "./defaults.js";

/** The one comparator, for finite numbers that were checked before; `compareScores` checks them. */
export function compareWithin(a: number, b: number, span: number): -1 | 0 | 1 {
  if (Math.abs(a - b) <= SCORE_TOLERANCE * span) return 0;
  return a < b ? -1 : 1;
}
