import { DAY_MS } from "./day-number.js";
import { zoneOffsetMs } from "./zone-offset.js";

const HOUR_MS = 3_600_000;
/** No zone was ever farther from UTC. */
const FARTHEST_MS = 16 * HOUR_MS;
/** Clocks change at most once in so short a time. */
const STRETCH_MS = 4 * HOUR_MS;

/**
 * The first instant from which a zone's calendar stays past a day, in milliseconds.
 *
 * Within a stretch of constant offset the day ends at the next midnight less the offset, or at the
 * end of the stretch. The last such end is the answer, even where the clocks go back over midnight.
 */
export function endOfDayMs(day: number, zone: string): number {
  const midnight = (day + 1) * DAY_MS;
  let end = midnight - FARTHEST_MS;
  let start = end;
  while (start < midnight + FARTHEST_MS) {
    const offset = zoneOffsetMs(zone, start);
    const stop = stretchEnd(zone, start, offset);
    if (start < midnight - offset) end = Math.min(stop, midnight - offset);
    start = stop;
  }
  return end;
}

/** Where the offset changes within four hours from `start`, or four hours later. */
function stretchEnd(zone: string, start: number, offset: number): number {
  let [same, other] = [start, start + STRETCH_MS];
  if (zoneOffsetMs(zone, other) === offset) return other;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (zoneOffsetMs(zone, middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}
