import { orThrow } from "../kernel/result.js";
import { answerOf } from "./answer-code.js";
import { type IndexedItem, indexSurvey, type SurveyIndex } from "./index-survey.js";
import { groupCodes } from "./merge-tallies.js";
import type { AnswerCount, PatternCount, ResponseCount, Tally, TallyCounts } from "./types.js";

/**
 * Writes a tally as plain tables of counts: the form to store, to send, or to add up elsewhere.
 *
 * @remarks The tables are what three grouped queries over answers would give, in a fixed order:
 * subjects by identifier, then the survey's order, then the answers' codes. `tallyFromCounts` reads
 * them back.
 * @param tally - the counts.
 * @returns the three tables.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY, tallyResponses, toCounts } from "truescore/multirater";
 *
 * const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * toCounts(tally).responses.map(({ relationship, count }) => `${relationship} ${count}`);
 * // => ["self 1", "manager 1", "peer 4", "directReport 2"]
 * ```
 */
export function toCounts(tally: Tally): TallyCounts {
  const index = orThrow(indexSurvey(tally.survey));
  const responses: ResponseCount[] = [];
  const answers: AnswerCount[] = [];
  const patterns: PatternCount[] = [];
  tally.subjectIds.forEach((subjectId, subject) => {
    index.relationships.forEach(({ id: relationship }, group) => {
      const codes = groupCodes(tally, subject, group);
      if (codes.length === 0) return;
      const owner = { subjectId, relationship };
      responses.push({ ...owner, count: codes.length / tally.itemCount });
      answers.push(...countAnswers(index, codes).map((row) => ({ ...owner, ...row })));
      patterns.push(...countPatterns(index, codes).map((row) => ({ ...owner, ...row })));
    });
  });
  const { id, version } = tally.survey;
  return { surveyId: id, surveyVersion: version, responses, answers, patterns };
}

function countAnswers(
  { items }: SurveyIndex,
  codes: ArrayLike<number>,
): Pick<AnswerCount, "itemId" | "value" | "count">[] {
  return items.flatMap(({ id: itemId, grid }, item) => {
    const counts = new Map<number, number>();
    for (let at = item; at < codes.length; at += items.length) {
      const code = codes[at] as number;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a], [b]) => a - b)
      .map(([code, count]) => ({ itemId, value: answerOf(code, grid), count }));
  });
}

function countPatterns(
  { competencies, items }: SurveyIndex,
  codes: ArrayLike<number>,
): Pick<PatternCount, "competencyId" | "values" | "count">[] {
  return competencies.flatMap(({ id: competencyId, start, end }) => {
    const sorted = sortedPatterns(codes, { start, end, width: items.length });
    const rows: { pattern: readonly number[]; count: number }[] = [];
    for (const pattern of sorted) {
      const last = rows[rows.length - 1];
      if (last !== undefined && comparePatterns(last.pattern, pattern) === 0) last.count += 1;
      else rows.push({ pattern, count: 1 });
    }
    return rows.map(({ pattern, count }) => ({
      competencyId,
      values: pattern.map((code, at) => answerOf(code, (items[start + at] as IndexedItem).grid)),
      count,
    }));
  });
}

/** One competency's part of every row, in the order of the codes. */
export function sortedPatterns(
  codes: ArrayLike<number>,
  range: { readonly start: number; readonly end: number; readonly width: number },
): number[][] {
  const patterns: number[][] = [];
  for (let row = 0; row < codes.length; row += range.width) {
    const pattern: number[] = [];
    for (let item = range.start; item < range.end; item++)
      pattern.push(codes[row + item] as number);
    patterns.push(pattern);
  }
  return patterns.sort(comparePatterns);
}

function comparePatterns(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
