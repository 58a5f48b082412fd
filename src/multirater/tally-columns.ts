import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { FIRST_POINT_CODE, SELF } from "./defaults.js";
import { indexSurvey, type SurveyIndex } from "./index-survey.js";
import {
  COLUMN_LENGTH,
  DUPLICATE_ID,
  DUPLICATE_RESPONSE,
  EMPTY_ID,
  INVALID_CODE,
  INVALID_COUNT,
  SELF_TWICE,
} from "./issues.js";
import { rowsBySubject } from "./rows-by-subject.js";
import { groupRows, hasRepeatedRater, isSorted } from "./tally-rows.js";
import type { ResponseColumns, Survey, Tally } from "./types.js";

/**
 * Counts responses that are already columns of codes: the bulk path.
 *
 * @remarks Every code is checked, and every pair of subject and rater counts once. It costs little
 * more than a bare loop that fills the same tables.
 * @param survey - what was asked.
 * @param columns - one row per response; see {@link ResponseColumns} for the codes.
 * @returns the tally; or an issue for every column of the wrong length, a number of raters that is
 *   none, every code that names nothing, with column and index as the path, and every second
 *   response of a rater.
 * @example
 * ```ts
 * import { SAMPLE_SURVEY, tallyColumns, toCounts } from "truescore/multirater";
 *
 * const tally = tallyColumns(SAMPLE_SURVEY, {
 *   subjectIds: ["ada"],
 *   raterCount: 2,
 *   subjects: Int32Array.of(0, 0),
 *   raters: Int32Array.of(0, 1),
 *   relationships: Uint8Array.of(2, 2),
 *   codes: Uint8Array.of(6, 6, 7, 8, 5, 7, 7, 2),
 * });
 * tally.ok ? toCounts(tally.value).responses : [];
 * // => [{ subjectId: "ada", relationship: "peer", count: 2 }]
 * ```
 */
export function tallyColumns(survey: Survey, columns: ResponseColumns): Result<Tally> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const shape = [...checkLengths(index, columns), ...checkSubjectIds(columns.subjectIds)];
  if (shape.length > 0) return fail(shape);
  if (!areIndicesKnown(index, columns)) {
    return fail([...checkIndices(index, columns), ...checkCodes(index, columns.codes)]);
  }
  const grouped = groupRows(index, columns);
  if (grouped === null) return fail(checkCodes(index, columns.codes));
  if (hasRepeatedRater(grouped)) return fail(checkDuplicates(columns));
  const twice = checkSelf(index, grouped.tally);
  return twice.length > 0 ? fail(twice) : ok(grouped.tally);
}

/** Finds subjects who answer about themself more than once. */
function checkSelf({ relationshipIndex }: SurveyIndex, tally: Tally): Issue[] {
  const self = relationshipIndex.get(SELF);
  if (self === undefined) return [];
  const { subjectIds, starts, relationshipCount } = tally;
  return subjectIds.flatMap((subject, place) => {
    const at = place * relationshipCount + self;
    if ((starts[at + 1] as number) - (starts[at] as number) < 2) return [];
    return [createIssue(SELF_TWICE, { path: ["relationships"], params: { subject } })];
  });
}

function checkLengths(index: SurveyIndex, columns: ResponseColumns): Issue[] {
  const rows = columns.subjects.length;
  const lengths = [
    ["raters", columns.raters.length, rows],
    ["relationships", columns.relationships.length, rows],
    ["codes", columns.codes.length, rows * index.items.length],
  ] as const;
  const issues = lengths
    .filter(([, found, expected]) => found !== expected)
    .map(([name, found, expected]) =>
      createIssue(COLUMN_LENGTH, { path: [name], params: { found, expected } }),
    );
  const { raterCount: count } = columns;
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    issues.push(
      createIssue(INVALID_COUNT, {
        path: ["raterCount"],
        params: { count, least: 0, most: Number.MAX_SAFE_INTEGER },
      }),
    );
  }
  return issues;
}

function checkSubjectIds(ids: readonly string[]): Issue[] {
  if (isSorted(ids) && ids[0] !== "") return [];
  const seen = new Set<string>();
  const issues: Issue[] = [];
  ids.forEach((id, position) => {
    const path = ["subjectIds", position];
    if (id === "") issues.push(createIssue(EMPTY_ID, { path, params: {} }));
    if (seen.has(id))
      issues.push(createIssue(DUPLICATE_ID, { path, params: { what: "subject", id } }));
    seen.add(id);
  });
  return issues;
}

/** Whether every row names a subject, a rater and a relationship; what is wrong is found afterwards. */
function areIndicesKnown(index: SurveyIndex, columns: ResponseColumns): boolean {
  const { subjects, raters, relationships, raterCount } = columns;
  const subjectCount = columns.subjectIds.length;
  const relationshipCount = index.relationships.length;
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    const rater = raters[row] as number;
    if (!(subject >= 0 && subject < subjectCount && rater >= 0 && rater < raterCount)) return false;
    const relationship = relationships[row] as number;
    if (!(relationship >= 0 && relationship < relationshipCount)) return false;
  }
  return true;
}

function checkIndices(index: SurveyIndex, columns: ResponseColumns): Issue[] {
  const issues: Issue[] = [];
  const check = (
    what: "subject" | "rater" | "relationship",
    column: ArrayLike<number>,
    count: number,
  ): void => {
    for (let row = 0; row < column.length; row++) {
      const found = column[row] as number;
      if (found >= 0 && found < count) continue;
      issues.push(
        createIssue(INVALID_CODE, { path: [`${what}s`, row], params: { what, found, count } }),
      );
    }
  };
  check("subject", columns.subjects, columns.subjectIds.length);
  check("rater", columns.raters, columns.raterCount);
  check("relationship", columns.relationships, index.relationships.length);
  return issues;
}

function checkCodes(index: SurveyIndex, codes: Uint8Array | Uint16Array): Issue[] {
  const issues: Issue[] = [];
  const counts = index.items.map(({ grid }) => grid.points + FIRST_POINT_CODE);
  const width = counts.length;
  for (let start = 0; start < codes.length; start += width) {
    for (let item = 0; item < width; item++) {
      const found = codes[start + item] as number;
      const count = counts[item] as number;
      if (found < count) continue;
      const path = ["codes", start + item];
      issues.push(createIssue(INVALID_CODE, { path, params: { what: "answer", found, count } }));
    }
  }
  return issues;
}

function checkDuplicates({ subjects, raters, subjectIds }: ResponseColumns): Issue[] {
  const issues: Issue[] = [];
  const highest = raters.reduce((most, rater) => Math.max(most, rater), -1);
  const lastSubject = new Int32Array(highest + 1).fill(-1);
  for (const row of rowsBySubject(subjects, subjectIds.length)) {
    const rater = raters[row] as number;
    if (lastSubject[rater] === subjects[row]) {
      issues.push(createIssue(DUPLICATE_RESPONSE, { path: ["subjects", row], params: {} }));
    }
    lastSubject[rater] = subjects[row] as number;
  }
  return issues;
}
