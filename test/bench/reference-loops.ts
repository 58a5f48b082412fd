import type { ResponseColumns } from "truescore/multirater";
import {
  type AnswerRow,
  CODES,
  COMPETENCIES,
  FIRST_POINT,
  ITEMS,
  ITEMS_EACH,
  type LongColumns,
  RELATIONSHIPS,
} from "./data.js";

const GROUPS = RELATIONSHIPS.length;

/** Number and sum of ratings, as every way of the tally comes to. */
export interface Totals {
  readonly n: number;
  readonly sum: number;
}

/** Number, sum and sum of squares per subject × competency × relationship. */
export interface Sums {
  readonly n: Int32Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** The limit: one pass of sums over long columns of integers. It keeps neither items nor patterns. */
export function sumLongColumns(long: LongColumns, subjectCount: number): Sums {
  const cells = subjectCount * COMPETENCIES * GROUPS;
  const n = new Int32Array(cells);
  const sum = new Float64Array(cells);
  const squares = new Float64Array(cells);
  const { subjects, competencies, relationships, values } = long;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value === 0) continue;
    const cell =
      ((subjects[at] as number) * COMPETENCIES + (competencies[at] as number)) * GROUPS +
      (relationships[at] as number);
    n[cell] = (n[cell] as number) + 1;
    sum[cell] = (sum[cell] as number) + value;
    squares[cell] = (squares[cell] as number) + value * value;
  }
  return { n, sum, squares };
}

/** Rows of codes by subject and relationship, as a tally holds them. */
export interface GroupedRows {
  readonly starts: Int32Array;
  readonly codes: Uint8Array;
}

/**
 * The reference of `tallyColumns`: the same tables from the same columns, without any check.
 *
 * It counts responses per subject × relationship, then copies every row of codes to the place of
 * its group. It is a fair reference because the result is all that a tally holds: `starts` are the
 * counts of responses, a group's columns are its answers per item and scale point, and the slices
 * of its rows are the answer patterns per competency. It is also the tightest loop for them:
 * writing the three tables out as counters, as `countTables` does, costs several times as much.
 */
export function groupRows(columns: ResponseColumns): GroupedRows {
  const { subjects, relationships, codes } = columns;
  const starts = groupStarts(columns);
  const next = starts.slice();
  const grouped = new Uint8Array(codes.length);
  for (let row = 0; row < subjects.length; row++) {
    const group = (subjects[row] as number) * GROUPS + (relationships[row] as number);
    const place = next[group] as number;
    next[group] = place + 1;
    const from = row * ITEMS;
    const to = place * ITEMS;
    for (let item = 0; item < ITEMS; item++) grouped[to + item] = codes[from + item] as number;
  }
  return { starts, codes: grouped };
}

/** The three tables of counts written out. */
export interface CountTables {
  readonly responses: Int32Array;
  /** Subject × item × relationship × code. */
  readonly answers: Uint16Array;
  /** Answer patterns, one number each in base 9, per subject × relationship × competency. */
  readonly patterns: Int32Array;
}

/**
 * The three tables as explicit counters: responses, answers per scale point, and the patterns of
 * every group listed together. A pattern is packed into one number, which only short competencies
 * on short scales allow.
 */
export function countTables(columns: ResponseColumns): CountTables {
  const { subjectIds, subjects, relationships, codes } = columns;
  const starts = groupStarts(columns);
  const responses = starts.slice();
  const answers = new Uint16Array(subjectIds.length * ITEMS * GROUPS * CODES);
  const patterns = new Int32Array(subjects.length * COMPETENCIES);
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    const relationship = relationships[row] as number;
    const group = subject * GROUPS + relationship;
    const place = starts[group] as number;
    starts[group] = place + 1;
    let item = 0;
    for (let competency = 0; competency < COMPETENCIES; competency++) {
      let pattern = 0;
      for (const end = item + ITEMS_EACH; item < end; item++) {
        const code = codes[row * ITEMS + item] as number;
        const cell = ((subject * ITEMS + item) * GROUPS + relationship) * CODES + code;
        answers[cell] = (answers[cell] as number) + 1;
        pattern = pattern * CODES + code;
      }
      patterns[place * COMPETENCIES + competency] = pattern;
    }
  }
  return { responses, answers, patterns };
}

/** Where the rows of every subject × relationship start. */
function groupStarts({ subjectIds, subjects, relationships }: ResponseColumns): Int32Array {
  const starts = new Int32Array(subjectIds.length * GROUPS + 1);
  for (let row = 0; row < subjects.length; row++) {
    const group = (subjects[row] as number) * GROUPS + (relationships[row] as number);
    starts[group + 1] = (starts[group + 1] as number) + 1;
  }
  for (let group = 1; group < starts.length; group++) {
    starts[group] = (starts[group] as number) + (starts[group - 1] as number);
  }
  return starts;
}

/** Number, sum and sum of squares of one cell. */
export interface CellSums {
  n: number;
  sum: number;
  squares: number;
}

/** Maps in maps, by subject, competency and relationship: what one writes by hand. */
export function nestMaps(
  rows: readonly AnswerRow[],
): Map<string, Map<string, Map<string, CellSums>>> {
  const subjects = new Map<string, Map<string, Map<string, CellSums>>>();
  for (const { subjectId, competencyId, relationship, value } of rows) {
    if (value === null) continue;
    let competencies = subjects.get(subjectId);
    if (competencies === undefined) {
      competencies = new Map();
      subjects.set(subjectId, competencies);
    }
    let groups = competencies.get(competencyId);
    if (groups === undefined) {
      groups = new Map();
      competencies.set(competencyId, groups);
    }
    const cell = groups.get(relationship);
    if (cell === undefined) groups.set(relationship, { n: 1, sum: value, squares: value * value });
    else {
      cell.n += 1;
      cell.sum += value;
      cell.squares += value * value;
    }
  }
  return subjects;
}

/** Number and sum of all ratings of rows of codes. */
export function totalsOfCodes(codes: ArrayLike<number>): Totals {
  let n = 0;
  let sum = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    if (code < FIRST_POINT) continue;
    n++;
    sum += code - FIRST_POINT + 1;
  }
  return { n, sum };
}
