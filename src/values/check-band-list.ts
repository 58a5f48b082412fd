import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { compareScores } from "./compare-scores.js";
import { isUsable } from "./is-usable.js";
import {
  BAND_END,
  BAND_GAP,
  BAND_OPEN,
  BAND_ORDER,
  BAND_OVERLAP,
  DUPLICATE_LABEL,
  EMPTY_LABEL,
  EMPTY_LIST,
  NOT_FINITE,
} from "./issues.js";
import type { Band, Bands } from "./types.js";

/** The bands and the upper end of the highest one, whatever their direction. */
type BandList = Pick<Bands, "bands" | "to">;

/** The upper end of the highest band; `null` where neither the list nor that band states one. */
export function bandsEnd({ bands, to }: BandList): number | null {
  return to ?? bands.at(-1)?.to ?? null;
}

/** Width of what the bounds enclose, or the size of a single bound: what the comparator measures by. */
export function bandSpan(list: BandList): number {
  const bounds = [...list.bands.map(({ from }) => from), bandsEnd(list)].filter(
    (bound) => bound !== null,
  );
  const [first = 0, last = first] = [bounds[0], bounds.at(-1)];
  return last > first ? last - first : Math.abs(first);
}

/** Everything that is wrong with a list of bands: the one check of the schema and the operations. */
export function checkBandList(list: BandList): Issue[] {
  const { bands } = list;
  if (bands.length === 0) {
    return [createIssue(EMPTY_LIST, { path: ["bands"], params: { what: "The list of bands" } })];
  }
  const issues = [...labelIssues(bands), ...numberIssues(list)];
  return issues.length > 0 ? issues : [...orderIssues(bands), ...endIssues(list)];
}

function labelIssues(bands: readonly Band[]): Issue[] {
  const seen = new Set<string>();
  return bands.flatMap(({ label }, index) => {
    const path = ["bands", index, "label"];
    const repeated = seen.has(label);
    seen.add(label);
    if (label === "") {
      return [createIssue(EMPTY_LABEL, { path, params: { label } })];
    }
    return repeated ? [createIssue(DUPLICATE_LABEL, { path, params: { label } })] : [];
  });
}

function numberIssues({ bands, to }: BandList): Issue[] {
  const check = (bound: number | null | undefined, path: (string | number)[]): Issue[] => {
    if (bound === null || bound === undefined || isUsable(bound)) return [];
    const params = { what: "The bound of a band", received: String(bound) };
    return [createIssue(NOT_FINITE, { path, params })];
  };
  const found = bands.flatMap((band, index) => [
    ...check(band.from, ["bands", index, "from"]),
    ...check(band.to, ["bands", index, "to"]),
    ...(band.from === null && index > 0
      ? [
          createIssue(BAND_OPEN, {
            path: ["bands", index, "from"],
            params: { label: band.label },
          }),
        ]
      : []),
  ]);
  return [...found, ...check(to, ["to"])];
}

function orderIssues(bands: readonly Band[]): Issue[] {
  return bands.flatMap(({ label, from }, index) => {
    const before = bands[index - 1]?.from ?? null;
    if (before === null || from === null || from > before) return [];
    const path = ["bands", index, "from"];
    return [createIssue(BAND_ORDER, { path, params: { label, from } })];
  });
}

function endIssues(list: BandList): Issue[] {
  const { bands } = list;
  const end = bandsEnd(list);
  const highest = bands.at(-1)?.from ?? null;
  const issues = bands.flatMap(({ label, to }, index) => {
    const next = bands[index + 1]?.from ?? end;
    if (to === undefined || next === null) return [];
    const order = compareScores(to, next, bandSpan(list));
    if (order === 0) return [];
    const definition = order < 0 ? BAND_GAP : BAND_OVERLAP;
    const path = ["bands", index, "to"];
    return [createIssue(definition, { path, params: { label, to, next } })];
  });
  if (end === null || highest === null || end > highest) return issues;
  return [...issues, createIssue(BAND_END, { path: ["to"], params: { to: end, from: highest } })];
}
