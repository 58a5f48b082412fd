import { tzOffset } from "@date-fns/tz/tzOffset";
import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { ZONE_UNKNOWN } from "./issues.js";

const MINUTE_MS = 60_000;

/** Milliseconds by which a zone is ahead of UTC at an instant; the zone must be known. */
export function zoneOffsetMs(zone: string, ms: number): number {
  return Math.round(tzOffset(zone, new Date(ms)) * MINUTE_MS);
}

/** An issue where a name is no IANA time zone. */
export function checkZone(zone: string): Issue[] {
  // tzOffset reads "+02:00" at the end of any name, so such names need the engine's own verdict.
  const named = typeof zone === "string" && /^[A-Za-z]/.test(zone);
  const known = named && (/[+-]\d\d/.test(zone) ? isEngineZone(zone) : isOffset(zone));
  return known
    ? []
    : [createIssue(ZONE_UNKNOWN, { path: ["zone"], params: { zone: String(zone) } })];
}

function isOffset(zone: string): boolean {
  return Number.isFinite(tzOffset(zone, new Date(0)));
}

function isEngineZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
