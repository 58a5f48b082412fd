import type { SurveyIndex } from "./index-survey.js";
import type { Tally } from "./types.js";

/** Responses that passed every check, as columns. */
export interface CheckedRows {
  /** The subjects' identifiers, each once, in any order. */
  readonly subjectIds: readonly string[];
  /** Index of the subject of every row; −1 leaves the row out. */
  readonly subjects: Int32Array;
  /** Index of the relationship of every row. */
  readonly relationships: ArrayLike<number>;
  /** Rows × items of answer codes. */
  readonly codes: Uint8Array | Uint16Array;
}

/** An array of answer codes, as wide as the survey's scales ask for. */
export function makeCodes(index: SurveyIndex, length: number): Uint8Array | Uint16Array {
  return index.wide ? new Uint16Array(length) : new Uint8Array(length);
}

/** Puts rows together by subject, in the order of their identifiers, and relationship. */
export function assembleTally(index: SurveyIndex, rows: CheckedRows): Tally {
  const { subjectIds, subjects, relationships, codes } = rows;
  const relationshipCount = index.relationships.length;
  const itemCount = index.items.length;
  const used = new Uint8Array(subjectIds.length);
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    if (subject >= 0) used[subject] = 1;
  }
  const order = sortedOrder(subjectIds).filter((subject) => used[subject] === 1);
  const rank = new Int32Array(subjectIds.length);
  for (let position = 0; position < order.length; position++)
    rank[order[position] as number] = position;

  const starts = new Int32Array(order.length * relationshipCount + 1);
  const groups = new Int32Array(subjects.length);
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
  const next = starts.slice();
  const sorted = makeCodes(index, (starts[starts.length - 1] as number) * itemCount);
  for (let row = 0; row < subjects.length; row++) {
    if ((subjects[row] as number) < 0) continue;
    const group = groups[row] as number;
    const place = next[group] as number;
    next[group] = place + 1;
    const from = row * itemCount;
    const to = place * itemCount;
    for (let item = 0; item < itemCount; item++) sorted[to + item] = codes[from + item] as number;
  }
  return {
    survey: index.survey,
    itemCount,
    relationshipCount,
    subjectIds: order.map((subject) => subjectIds[subject] as string),
    starts,
    codes: sorted,
  };
}

/** Indices in the order of their identifiers, by code unit; a list in order is not sorted again. */
function sortedOrder(ids: readonly string[]): number[] {
  const order = ids.map((_, position) => position);
  const inOrder = ids.every((id, position) => position === 0 || (ids[position - 1] as string) < id);
  if (inOrder) return order;
  return order.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
}
