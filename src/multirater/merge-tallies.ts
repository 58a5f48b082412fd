import { fail, ok, orThrow } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { indexSurvey } from "./index-survey.js";
import { matchSurveys } from "./match-survey.js";
import type { Tally } from "./types.js";

/**
 * Adds two tallies of the same survey, so that parts can be counted apart.
 *
 * @remarks Counting in parts and merging gives the same results, to the last bit, as counting in
 * one pass. That no rater's response about a subject stands in both parts is the caller's duty: a
 * tally holds no rater and cannot tell.
 * @param a - one part.
 * @param b - another part, of the same survey and version.
 * @returns the sum; or `multirater/survey-mismatch`.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import {
 *   mergeTallies,
 *   SAMPLE_RESPONSES,
 *   SAMPLE_SURVEY,
 *   tallyResponses,
 *   toCounts,
 * } from "truescore/multirater";
 *
 * const count = (from: number, to: number) =>
 *   orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES.slice(from, to))).tally;
 * const merged = orThrow(mergeTallies(count(0, 3), count(3, 8)));
 * toCounts(merged).answers.length === toCounts(count(0, 8)).answers.length;
 * // => true
 * ```
 */
export function mergeTallies(a: Tally, b: Tally): Result<Tally> {
  const issues = matchTallies(a, b);
  if (issues.length > 0) return fail(issues);
  const places = mergeIds(a.subjectIds, b.subjectIds);
  const { relationshipCount, itemCount } = a;
  const starts = new Int32Array(places.length * relationshipCount + 1);
  const length = a.codes.length + b.codes.length;
  const codes = a.codes.BYTES_PER_ELEMENT === 2 ? new Uint16Array(length) : new Uint8Array(length);
  let end = 0;
  places.forEach(({ inA, inB }, place) => {
    for (let group = 0; group < relationshipCount; group++) {
      for (const part of [groupCodes(a, inA, group), groupCodes(b, inB, group)]) {
        codes.set(part, end);
        end += part.length;
      }
      starts[place * relationshipCount + group + 1] = end / itemCount;
    }
  });
  return ok({ ...a, subjectIds: places.map(({ id }) => id), starts, codes });
}

/** Finds that two tallies do not count alike. */
export function matchTallies(a: Tally, b: Tally): Issue[] {
  if (a.survey === b.survey) return [];
  return matchSurveys(orThrow(indexSurvey(b.survey)), orThrow(indexSurvey(a.survey)), "b");
}

interface Place {
  readonly id: string;
  /** Index in the first list; −1 where it is not there. */
  readonly inA: number;
  /** Index in the second list; −1 where it is not there. */
  readonly inB: number;
}

function mergeIds(a: readonly string[], b: readonly string[]): Place[] {
  const inA = new Map(a.map((id, index) => [id, index]));
  const inB = new Map(b.map((id, index) => [id, index]));
  const ids = [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : 1));
  return ids.map((id) => ({ id, inA: inA.get(id) ?? -1, inB: inB.get(id) ?? -1 }));
}

/** The codes of one subject's group; none for a subject that is not in the tally. */
export function groupCodes(tally: Tally, subject: number, group: number): Uint8Array | Uint16Array {
  if (subject < 0) return tally.codes.subarray(0, 0);
  const { starts, relationshipCount, itemCount, codes } = tally;
  const first = subject * relationshipCount + group;
  return codes.subarray(
    (starts[first] as number) * itemCount,
    (starts[first + 1] as number) * itemCount,
  );
}
