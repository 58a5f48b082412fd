import { FIRST_POINT_CODE, NON_ANSWERS } from "./defaults.js";
import type { ScaleGrid } from "./scale-grid.js";
import { pointValue } from "./scale-grid.js";
import type { NonAnswer } from "./types.js";

/** The answer that a code stands for on an item's grid. */
export function answerOf(code: number, grid: ScaleGrid): number | NonAnswer {
  if (code < FIRST_POINT_CODE) return NON_ANSWERS[code] as NonAnswer;
  return pointValue(grid, code - FIRST_POINT_CODE);
}
