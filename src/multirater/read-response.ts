import { isInstant } from "../kernel/instant.js";
import { codeOf, NO_CODE } from "./check-response.js";
import type { Codes } from "./copy-rows.js";
import { FIRST_POINT_CODE, SELF } from "./defaults.js";
import type { SurveyIndex } from "./index-survey.js";
import type { ScaleGrid } from "./scale-grid.js";
import type { Response, ResponseAnswer } from "./types.js";

/** Reads a response into a row of codes: the index of its relationship, or {@link REFUSED}. */
export type ResponseReader = (response: Response, row: number) => number;

/** What a reader answers where anything about a response is wrong. */
export const REFUSED = -1;

/**
 * Makes the guard of bulk work: it checks a response as its schema and its survey would, writes
 * its codes, and does not say what is wrong. `checkShape` and `checkResponse` do, for the few that
 * are refused.
 */
export function makeResponseReader(index: SurveyIndex, codes: Codes): ResponseReader {
  const readAnswers = makeAnswersReader(index, codes);
  const { survey, relationshipIndex } = index;
  return (response, row) => {
    if (typeof response !== "object" || response === null || Array.isArray(response))
      return REFUSED;
    const { subjectId, raterId, relationship, submittedAt, surveyVersion, sequence } = response;
    const group = relationshipIndex.get(relationship);
    const valid =
      group !== undefined &&
      response.surveyId === survey.id &&
      (surveyVersion === undefined || surveyVersion === survey.version) &&
      (sequence === undefined || Number.isSafeInteger(sequence)) &&
      isId(subjectId) &&
      isId(raterId) &&
      (subjectId === raterId) === (relationship === SELF) &&
      typeof submittedAt === "string" &&
      isInstant(submittedAt) &&
      Array.isArray(response.answers) &&
      readAnswers(response.answers, row);
    return valid ? group : REFUSED;
  };
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function makeAnswersReader(
  { items, itemIndex }: SurveyIndex,
  codes: Codes,
): (answers: readonly ResponseAnswer[], row: number) => boolean {
  const width = items.length;
  const itemIds = items.map(({ id }) => id);
  const grids = items.map(({ grid }) => grid);
  const firsts = Float64Array.from(grids, firstOfWhole);
  const points = Float64Array.from(grids, (grid) => grid.points);
  // The last row that answered an item, so that a second answer is seen.
  const rowOf = new Int32Array(width).fill(-1);
  return (answers, row) => {
    for (let position = 0; position < answers.length; position++) {
      const answer = answers[position];
      if (typeof answer !== "object" || answer === null) return false;
      const { itemId, value, comment } = answer;
      if (comment !== undefined && typeof comment !== "string") return false;
      // Answers mostly come in the survey's order, which saves the look-up.
      const inOrder = position < width && itemIds[position] === itemId;
      const item = inOrder ? position : itemIndex.get(itemId);
      if (item === undefined || rowOf[item] === row) return false;
      rowOf[item] = row;
      const point = typeof value === "number" ? value - (firsts[item] as number) : Number.NaN;
      const isPoint = point >= 0 && point < (points[item] as number) && Math.floor(point) === point;
      const code = isPoint ? FIRST_POINT_CODE + point : codeOf(value, grids[item] as ScaleGrid);
      if (code === NO_CODE) return false;
      codes[row * width + item] = code;
    }
    return true;
  };
}

/** The lowest value of a scale of whole numbers one apart, whose points are differences; else NaN, which is no difference. */
function firstOfWhole({ unit, minUnits, stepUnits }: ScaleGrid): number {
  return unit === 1 && stepUnits === 1 ? minUnits : Number.NaN;
}
