import { createIssue } from "../kernel/issue.js";
import { fail, ok, orThrow } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { indexSurvey, type SurveyIndex } from "./index-survey.js";
import { NOT_CONTAINED } from "./issues.js";
import { groupCodes, matchTallies } from "./merge-tallies.js";
import { assembleTally, makeCodes } from "./tally-rows.js";
import { sortedPatterns } from "./to-counts.js";
import type { Tally } from "./types.js";

/**
 * Takes one tally away from another, such as the responses of a rater who withdrew.
 *
 * @remarks It undoes `mergeTallies`. What is taken away must have been there.
 * @param a - the tally to take from.
 * @param b - the tally to take away, of the same survey and version.
 * @returns the difference; or `multirater/survey-mismatch`, or `multirater/not-contained` for every
 *   subject and relationship that has fewer such answers.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import {
 *   SAMPLE_RESPONSES,
 *   SAMPLE_SURVEY,
 *   subtractTally,
 *   tallyResponses,
 *   toCounts,
 * } from "truescore/multirater";
 *
 * const all = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES)).tally;
 * const last = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES.slice(7))).tally;
 * toCounts(orThrow(subtractTally(all, last))).responses.map(({ count }) => count); // => [1, 1, 4, 1]
 * subtractTally(last, all).ok; // => false
 * ```
 */
export function subtractTally(a: Tally, b: Tally): Result<Tally> {
  const mismatch = matchTallies(a, b);
  if (mismatch.length > 0) return fail(mismatch);
  const index = orThrow(indexSurvey(a.survey));
  const placeInB = new Map(b.subjectIds.map((id, place) => [id, place]));
  const issues: Issue[] = [];
  const missing = (subject: string, relationship: string): void => {
    issues.push(createIssue(NOT_CONTAINED, { path: ["b"], params: { subject, relationship } }));
  };
  const known = new Set(a.subjectIds);
  for (const id of b.subjectIds) if (!known.has(id)) missing(id, "any");
  const kept: Kept[] = [];
  a.subjectIds.forEach((id, subject) => {
    index.relationships.forEach((relationship, group) => {
      const from = groupCodes(a, subject, group);
      const rows = takeAway(index, from, groupCodes(b, placeInB.get(id) ?? -1, group));
      if (rows === null) missing(id, relationship.id);
      else kept.push({ subject, group, rows });
    });
  });
  return issues.length > 0 ? fail(issues) : ok(assemble(index, a.subjectIds, kept));
}

interface Kept {
  readonly subject: number;
  readonly group: number;
  /** Per competency: the patterns that are left. */
  readonly rows: readonly (readonly number[][])[];
}

/** Per competency the patterns of `from` without those of `taken`; `null` where they are not all there. */
function takeAway(
  { competencies, items }: SurveyIndex,
  from: ArrayLike<number>,
  taken: ArrayLike<number>,
): number[][][] | null {
  const left = competencies.map(({ start, end }) => {
    const range = { start, end, width: items.length };
    const remove = new Map<string, number>();
    for (const pattern of sortedPatterns(taken, range)) {
      const key = pattern.join(",");
      remove.set(key, (remove.get(key) ?? 0) + 1);
    }
    const rest = sortedPatterns(from, range).filter((pattern) => {
      const key = pattern.join(",");
      const count = remove.get(key) ?? 0;
      if (count > 0) remove.set(key, count - 1);
      return count === 0;
    });
    return [...remove.values()].some((count) => count > 0) ? null : rest;
  });
  return left.every((rows) => rows !== null) ? left : null;
}

function assemble(index: SurveyIndex, subjectIds: readonly string[], kept: readonly Kept[]): Tally {
  const width = index.items.length;
  const total = kept.reduce((sum, { rows }) => sum + (rows[0]?.length ?? 0), 0);
  const subjects = new Int32Array(total);
  const relationships = new Int32Array(total);
  const codes = makeCodes(index, total * width);
  let row = 0;
  for (const { subject, group, rows } of kept) {
    const count = rows[0]?.length ?? 0;
    subjects.fill(subject, row, row + count);
    relationships.fill(group, row, row + count);
    index.competencies.forEach(({ start }, competency) => {
      rows[competency]?.forEach((pattern, at) => {
        codes.set(pattern, (row + at) * width + start);
      });
    });
    row += count;
  }
  return assembleTally(index, { subjectIds, subjects, relationships, codes });
}
