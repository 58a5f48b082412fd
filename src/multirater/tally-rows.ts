import { DomainError } from "../kernel/domain-error.js";
import { type Codes, copyRows } from "./copy-rows.js";
import { FIRST_POINT_CODE } from "./defaults.js";
import type { SurveyIndex } from "./index-survey.js";
import type { Tally } from "./types.js";

/** Responses as columns. */
export interface ResponseRows {
  /** The subjects' identifiers, each once, in any order. */
  readonly subjectIds: readonly string[];
  /** Index of the subject of every row; −1 leaves the row out. */
  readonly subjects: Int32Array;
  /** Index of the relationship of every row. */
  readonly relationships: Uint8Array | Uint16Array | Int32Array;
  /** Rows × items of answer codes. */
  readonly codes: Codes;
}

/** An array of answer codes, as wide as the survey's scales ask for. */
export function makeCodes(index: SurveyIndex, length: number): Codes {
  return index.wide ? new Uint16Array(length) : new Uint8Array(length);
}

/** A tally, and who gave its rows. The raters are for checks only and never leave this room. */
export interface GroupedRows {
  /** The counts. */
  readonly tally: Tally;
  /** Index of the rater of every row of the tally. */
  readonly raters: Int32Array;
}

/** Rows with the index of the rater of each. */
export type RatedRows = ResponseRows & { readonly raters: Int32Array };

/** Makes a tally of rows that passed every check. */
export function assembleTally(index: SurveyIndex, rows: ResponseRows): Tally {
  return groupCheckedRows(index, { ...rows, raters: new Int32Array(rows.subjects.length) }).tally;
}

/** {@link groupRows} of rows whose codes were checked before. */
export function groupCheckedRows(index: SurveyIndex, rows: RatedRows): GroupedRows {
  const grouped = groupRows(index, rows);
  if (grouped === null) throw DomainError.invariant("A code passed its check and names no answer.");
  return grouped;
}

/**
 * Puts rows together by subject, in the order of their identifiers, and relationship (counting
 * sort); `null` where a code names no answer to its item, which is checked while codes are copied.
 */
export function groupRows(index: SurveyIndex, rows: RatedRows): GroupedRows | null {
  const { subjectIds, subjects } = rows;
  const itemCount = index.items.length;
  const relationshipCount = index.relationships.length;
  const order = sortedOrder(subjectIds, subjects);
  const { groups, starts } = countGroups(rows, order, relationshipCount);
  const kept = starts[starts.length - 1] as number;
  const raters = new Int32Array(kept);
  const places = placeRows(groups, starts, { from: rows.raters, to: raters });
  const codes = makeCodes(index, kept * itemCount);
  const highest = index.items.map(({ grid }) => grid.points + FIRST_POINT_CODE - 1);
  if (!copyRows(rows.codes, codes, { places, highest })) return null;
  const ids = order.map((subject) => subjectIds[subject] as string);
  return {
    tally: { survey: index.survey, itemCount, relationshipCount, subjectIds: ids, starts, codes },
    raters,
  };
}

/** Turns the group of every row into its place, in place, and takes the raters along. */
function placeRows(
  groups: Int32Array,
  starts: Int32Array,
  raters: { readonly from: Int32Array; readonly to: Int32Array },
): Int32Array {
  const { from, to } = raters;
  const next = starts.slice();
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number;
    if (group < 0) continue;
    const place = next[group] as number;
    next[group] = place + 1;
    groups[row] = place;
    to[place] = from[row] as number;
  }
  return groups;
}

/** The group of every row, −1 for one that is left out, and where the rows of every group start. */
function countGroups(
  { subjectIds, subjects, relationships }: ResponseRows,
  order: readonly number[],
  relationshipCount: number,
): { groups: Int32Array; starts: Int32Array } {
  const rank = new Int32Array(subjectIds.length);
  for (let place = 0; place < order.length; place++) rank[order[place] as number] = place;
  const groups = new Int32Array(subjects.length).fill(-1);
  const starts = new Int32Array(order.length * relationshipCount + 1);
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    if (subject < 0) continue;
    const group = (rank[subject] as number) * relationshipCount + (relationships[row] as number);
    groups[row] = group;
    starts[group + 1] = (starts[group + 1] as number) + 1;
  }
  for (let group = 1; group < starts.length; group++) {
    starts[group] = (starts[group] as number) + (starts[group - 1] as number);
  }
  return { groups, starts };
}

/** Whether any rater has two rows of one subject. */
export function hasRepeatedRater({ tally, raters }: GroupedRows): boolean {
  const { starts, subjectIds, relationshipCount } = tally;
  let highest = -1;
  for (let row = 0; row < raters.length; row++) highest = Math.max(highest, raters[row] as number);
  const lastSubject = new Int32Array(highest + 1).fill(-1);
  for (let subject = 0; subject < subjectIds.length; subject++) {
    const end = starts[(subject + 1) * relationshipCount] as number;
    for (let row = starts[subject * relationshipCount] as number; row < end; row++) {
      const rater = raters[row] as number;
      if (lastSubject[rater] === subject) return true;
      lastSubject[rater] = subject;
    }
  }
  return false;
}

/** The subjects that have rows, in the order of their identifiers by code unit. */
function sortedOrder(ids: readonly string[], subjects: Int32Array): number[] {
  const used = new Uint8Array(ids.length);
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    if (subject >= 0) used[subject] = 1;
  }
  const order: number[] = [];
  for (let at = 0; at < ids.length; at++) if (used[at] === 1) order.push(at);
  if (isSorted(ids)) return order;
  return order.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
}

/** Whether identifiers stand in order, each once: such a list need not be sorted nor searched for doubles. */
export function isSorted(ids: readonly string[]): boolean {
  for (let at = 1; at < ids.length; at++) {
    if (!((ids[at - 1] as string) < (ids[at] as string))) return false;
  }
  return true;
}
