import { MAX_MAGNITUDE } from "./defaults.js";

/** Tells whether a number may enter arithmetic: finite, and no larger than any score or weight is. */
export function isUsable(value: number): boolean {
  return typeof value === "number" && Math.abs(value) <= MAX_MAGNITUDE;
}
