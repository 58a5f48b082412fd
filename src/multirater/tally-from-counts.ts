import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { codeOf, NO_CODE } from "./check-response.js";
import { SELF } from "./defaults.js";
import { type IndexedItem, indexSurvey, type SurveyIndex } from "./index-survey.js";
import {
  COUNTS_DISAGREE,
  DUPLICATE_ROW,
  EMPTY_ID,
  INVALID_COUNT,
  OFF_SCALE,
  SELF_TWICE,
  UNKNOWN_ITEM,
  UNKNOWN_RELATIONSHIP,
} from "./issues.js";
import { matchSurvey, nameOf } from "./match-survey.js";
import { assembleTally, makeCodes } from "./tally-rows.js";
import type { PatternCount, ResponseCount, Survey, Tally, TallyCounts } from "./types.js";

type Path = readonly (string | number)[];

/**
 * Reads a tally from tables of counts, as a database's grouped queries or `toCounts` give them.
 *
 * @remarks A pattern that a database cannot see, because a rater answered nothing of a competency,
 * need not be there: raters without a pattern skipped every item. The table of answers must follow
 * from the patterns, but for skipped answers, which a database does not hold.
 * @param survey - what was asked.
 * @param counts - the three tables.
 * @returns the tally; or an issue for every row that names what the survey does not have, every
 *   count below 1, every row that is there twice, and every contradiction between the tables.
 * @example
 * ```ts
 * import { SAMPLE_SURVEY, tallyFromCounts, toCounts } from "truescore/multirater";
 *
 * const owner = { subjectId: "ada", relationship: "peer" };
 * const tally = tallyFromCounts(SAMPLE_SURVEY, {
 *   surveyId: "sample",
 *   surveyVersion: 1,
 *   responses: [{ ...owner, count: 2 }],
 *   answers: [{ ...owner, itemId: "listens", value: 4, count: 2 }],
 *   patterns: [{ ...owner, competencyId: "communication", values: [4, "skipped"], count: 2 }],
 * });
 * tally.ok ? toCounts(tally.value).answers.length : tally.issues; // => 4
 * ```
 */
export function tallyFromCounts(survey: Survey, counts: TallyCounts): Result<Tally> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const issues = matchSurvey(counts, nameOf(survey), "surveyId");
  const groups = readResponses(index, counts.responses, issues);
  readPatterns(index, counts.patterns, { groups, issues });
  if (issues.length > 0) return fail(issues);
  const answered = countAnswers(index, groups);
  checkAnswers(index, counts, { answered, issues });
  return issues.length > 0 ? fail(issues) : ok(assemble(index, groups));
}

interface Group {
  readonly subjectId: string;
  readonly relationship: number;
  readonly responses: number;
  /** Per competency: one list of codes per rater who has a pattern. */
  readonly patterns: number[][][];
  readonly seen: Set<string>;
}

/** A key that no two different lists of texts share. */
function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function readResponses(
  index: SurveyIndex,
  rows: readonly ResponseCount[],
  issues: Issue[],
): Map<string, Group> {
  const groups = new Map<string, Group>();
  rows.forEach(({ subjectId, relationship, count }, row) => {
    const path = ["responses", row];
    const key = keyOf(subjectId, relationship);
    const place = index.relationshipIndex.get(relationship);
    if (subjectId === "")
      issues.push(createIssue(EMPTY_ID, { path: [...path, "subjectId"], params: {} }));
    if (place === undefined) issues.push(unknownRelationship(relationship, path));
    if (groups.has(key)) issues.push(createIssue(DUPLICATE_ROW, { path, params: {} }));
    if (!isCount(count)) issues.push(invalidCount(count, path));
    if (relationship === SELF && count > 1) {
      issues.push(createIssue(SELF_TWICE, { path, params: { subject: subjectId } }));
    }
    const patterns = index.competencies.map(() => []);
    const responses = isCount(count) ? count : 0;
    groups.set(key, { subjectId, relationship: place ?? 0, responses, patterns, seen: new Set() });
  });
  return groups;
}

function readPatterns(
  index: SurveyIndex,
  rows: readonly PatternCount[],
  { groups, issues }: { groups: Map<string, Group>; issues: Issue[] },
): void {
  const competencyIndex = new Map(index.competencies.map(({ id }, place) => [id, place]));
  rows.forEach((row, position) => {
    const path = ["patterns", position];
    const group = groups.get(keyOf(row.subjectId, row.relationship));
    const competency = competencyIndex.get(row.competencyId);
    const codes =
      competency === undefined ? null : readPattern(index, row, { competency, path, issues });
    if (competency === undefined)
      issues.push(disagree(`There is no competency "${row.competencyId}".`, path));
    if (group === undefined) issues.push(disagree("There are no responses of this group.", path));
    if (!isCount(row.count)) issues.push(invalidCount(row.count, path));
    else if (group !== undefined && competency !== undefined && codes !== null) {
      addPattern(group, { competency, codes, count: row.count, path, issues });
    }
  });
}

function readPattern(
  { competencies, items }: SurveyIndex,
  row: PatternCount,
  at: { competency: number; path: Path; issues: Issue[] },
): number[] | null {
  const { start = 0, end = 0 } = competencies[at.competency] ?? {};
  if (row.values.length !== end - start) {
    at.issues.push(
      disagree(`The pattern has ${row.values.length} values for ${end - start} items.`, at.path),
    );
    return null;
  }
  const codes = row.values.map((value, offset) => {
    const { grid } = items[start + offset] as IndexedItem;
    const code = codeOf(value, grid);
    const { min, max, step } = grid.scale;
    if (code === NO_CODE) {
      const path = [...at.path, "values", offset];
      at.issues.push(createIssue(OFF_SCALE, { path, params: { value, min, max, step } }));
    }
    return code;
  });
  return codes.includes(NO_CODE) ? null : codes;
}

function addPattern(
  group: Group,
  row: { competency: number; codes: number[]; count: number; path: Path; issues: Issue[] },
): void {
  const { competency, codes, count, path, issues } = row;
  const key = `${competency}:${codes.join(",")}`;
  if (group.seen.has(key)) issues.push(createIssue(DUPLICATE_ROW, { path, params: {} }));
  group.seen.add(key);
  const patterns = group.patterns[competency] as number[][];
  if (patterns.length + count > group.responses) {
    issues.push(disagree(`There are more patterns than the ${group.responses} responses.`, path));
    return;
  }
  for (let copy = 0; copy < count; copy++) patterns.push(codes);
}

/** Number of answers by group, item and code, as the patterns imply them. */
function countAnswers(index: SurveyIndex, groups: ReadonlyMap<string, Group>): Map<string, number> {
  const answered = new Map<string, number>();
  for (const [key, { patterns }] of groups) {
    index.competencies.forEach(({ start }, competency) => {
      for (const pattern of patterns[competency] as number[][]) {
        pattern.forEach((code, offset) => {
          const cell = keyOf(key, `${start + offset}`, `${code}`);
          if (code !== 0) answered.set(cell, (answered.get(cell) ?? 0) + 1);
        });
      }
    });
  }
  return answered;
}

function checkAnswers(
  index: SurveyIndex,
  counts: TallyCounts,
  { answered, issues }: { answered: Map<string, number>; issues: Issue[] },
): void {
  const missing = new Map(answered);
  counts.answers.forEach(({ subjectId, relationship, itemId, value, count }, row) => {
    const path = ["answers", row];
    const item = index.itemIndex.get(itemId);
    if (item === undefined) {
      issues.push(
        createIssue(UNKNOWN_ITEM, { path: [...path, "itemId"], params: { item: itemId } }),
      );
      return;
    }
    const code = codeOf(value, (index.items[item] as IndexedItem).grid);
    if (code === 0) return;
    const cell = keyOf(keyOf(subjectId, relationship), `${item}`, `${code}`);
    if (missing.get(cell) !== count) {
      const detail = `The patterns have ${answered.get(cell) ?? 0} such answers, the table of answers ${count}.`;
      issues.push(disagree(detail, path));
    }
    missing.delete(cell);
  });
  if (missing.size > 0) {
    issues.push(
      disagree(`The table of answers lacks ${missing.size} rows that the patterns have.`, [
        "answers",
      ]),
    );
  }
}

function assemble(index: SurveyIndex, groups: ReadonlyMap<string, Group>): Tally {
  const list = [...groups.values()];
  const rows = list.reduce((sum, { responses }) => sum + responses, 0);
  const subjectIds = [...new Set(list.map(({ subjectId }) => subjectId))];
  const numbers = new Map(subjectIds.map((id, number) => [id, number]));
  const subjects = new Int32Array(rows);
  const relationships = new Int32Array(rows);
  const codes = makeCodes(index, rows * index.items.length);
  let row = 0;
  for (const { subjectId, relationship, responses, patterns } of list) {
    for (let rater = 0; rater < responses; rater++, row++) {
      subjects[row] = numbers.get(subjectId) as number;
      relationships[row] = relationship;
      index.competencies.forEach(({ start }, competency) => {
        codes.set(patterns[competency]?.[rater] ?? [], row * index.items.length + start);
      });
    }
  }
  return assembleTally(index, { subjectIds, subjects, relationships, codes });
}

/** More responses about one subject than anybody has; a larger count is a mistake. */
const MOST_RESPONSES = 1e6;

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 1 && count <= MOST_RESPONSES;
}

function invalidCount(count: number, path: Path): Issue {
  return createIssue(INVALID_COUNT, {
    path: [...path, "count"],
    params: { count, least: 1, most: MOST_RESPONSES },
  });
}

function unknownRelationship(relationship: string, path: Path): Issue {
  return createIssue(UNKNOWN_RELATIONSHIP, {
    path: [...path, "relationship"],
    params: { relationship },
  });
}

function disagree(detail: string, path: Path): Issue {
  return createIssue(COUNTS_DISAGREE, { path, params: { detail } });
}
