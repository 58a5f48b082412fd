import { isInstant } from "../kernel/instant.js";
import { codeOf, NO_CODE } from "./check-response.js";
import type { Codes } from "./copy-rows.js";
import { FIRST_POINT_CODE, SELF } from "./defaults.js";
import type { SurveyIndex } from "./index-survey.js";
import type { ScaleGrid } from "./scale-grid.js";
import type { Response, ResponseAnswer } from "./types.js";

/** A survey made ready for reading many responses, and where their codes go. */
export interface ResponseReader {
  /** The survey. */
  readonly index: SurveyIndex;
  /** Rows × items of answer codes. */
  readonly codes: Codes;
  /** Identifier of every item. */
  readonly itemIds: readonly string[];
  /** Scale of every item. */
  readonly grids: readonly ScaleGrid[];
  /** Lowest value of every item whose points are whole numbers one apart; for others {@link NEVER}. */
  readonly firsts: Int32Array;
  /** Number of points of every item. */
  readonly points: Int32Array;
  /** The last row that answered an item, so that a second answer is seen; −1 at first. */
  readonly rowOf: Int32Array;
}

/** Makes a survey ready for reading. */
export function makeResponseReader(index: SurveyIndex, codes: Codes): ResponseReader {
  const grids = index.items.map(({ grid }) => grid);
  return {
    index,
    codes,
    itemIds: index.items.map(({ id }) => id),
    grids,
    firsts: Int32Array.from(grids, firstOfWhole),
    points: Int32Array.from(grids, (grid) => grid.points),
    rowOf: new Int32Array(grids.length).fill(-1),
  };
}

/** What reading answers where anything about a response is wrong. */
export const REFUSED = -1;

/**
 * Reads a response into a row of codes and answers the index of its relationship, or
 * {@link REFUSED}. It is the guard of bulk work: it checks a response as its schema and its survey
 * would, and does not say what is wrong. `checkShape` and `checkResponse` do, for the few that are
 * refused.
 */
export function readResponse(reader: ResponseReader, response: Response, row: number): number {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return REFUSED;
  const { survey, relationshipIndex } = reader.index;
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
    readAnswers(reader, response.answers, row);
  return valid ? group : REFUSED;
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function readAnswers(
  { index, codes, itemIds, grids, firsts, points, rowOf }: ResponseReader,
  answers: readonly ResponseAnswer[],
  row: number,
): boolean {
  const width = itemIds.length;
  for (let position = 0; position < answers.length; position++) {
    const answer = answers[position];
    if (typeof answer !== "object" || answer === null) return false;
    const { itemId, value, comment } = answer;
    if (comment !== undefined && typeof comment !== "string") return false;
    // Answers mostly come in the survey's order, which saves the look-up.
    const inOrder = position < width && itemIds[position] === itemId;
    const item = inOrder ? position : index.itemIndex.get(itemId);
    if (item === undefined || rowOf[item] === row) return false;
    rowOf[item] = row;
    const point = typeof value === "number" ? value - (firsts[item] as number) : -1;
    const isPoint = point >= 0 && point < (points[item] as number) && (point | 0) === point;
    const code = isPoint ? FIRST_POINT_CODE + point : codeOf(value, grids[item] as ScaleGrid);
    if (code === NO_CODE) return false;
    codes[row * width + item] = code;
  }
  return true;
}

/** Higher than any value of such a scale, so that no difference to it is a point. */
const NEVER = 2 ** 30;

/** The lowest value of a scale of whole numbers one apart, whose points are differences to it. */
function firstOfWhole({ unit, minUnits, stepUnits }: ScaleGrid): number {
  return unit === 1 && stepUnits === 1 ? minUnits : NEVER;
}
