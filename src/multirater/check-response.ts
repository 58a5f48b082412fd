import { isInstant } from "../kernel/instant.js";
import { createIssue } from "../kernel/issue.js";
import { INVALID_TYPE } from "../kernel/issues.js";
import { typeName } from "../kernel/type-name.js";
import type { Issue } from "../kernel/types.js";
import { FIRST_POINT_CODE, NON_ANSWERS, SELF } from "./defaults.js";
import type { SurveyIndex } from "./index-survey.js";
import {
  DUPLICATE_ANSWER,
  EMPTY_ID,
  INVALID_INSTANT,
  OFF_SCALE,
  SELF_MISMATCH,
  SURVEY_MISMATCH,
  UNKNOWN_ITEM,
  UNKNOWN_RELATIONSHIP,
} from "./issues.js";
import type { ScaleGrid } from "./scale-grid.js";
import type { NonAnswer, Response, ResponseAnswer } from "./types.js";

/** Code of an answer that cannot be read. */
export const NO_CODE = -1;

/** The code of an answer's value on its item's grid; {@link NO_CODE} where it has none. */
export function codeOf(value: unknown, grid: ScaleGrid): number {
  if (typeof value === "number") {
    const { min, max, step } = grid.scale;
    const k = Math.round((value - min) / step);
    const onGrid =
      Math.abs(value - (min + k * step)) <= 1e-9 && value >= min - 1e-9 && value <= max + 1e-9;
    return onGrid ? FIRST_POINT_CODE + k : NO_CODE;
  }
  switch (value) {
    case "skipped":
      return 0;
    case "notApplicable":
      return 1;
    case "unableToRate":
      return 2;
    case "tooNew":
      return 3;
    default:
      return NO_CODE;
  }
}

/** Everything about a response that its survey decides, once its shape is right. */
export function checkResponse(index: SurveyIndex, response: Response): Issue[] {
  const issues = checkHead(index, response);
  const seen = new Set<string>();
  response.answers.forEach((answer, position) => {
    const path = ["answers", position];
    const item = answer.itemId;
    const place = index.itemIndex.get(item);
    if (place === undefined) {
      issues.push(createIssue(UNKNOWN_ITEM, { path: [...path, "itemId"], params: { item } }));
      return;
    }
    if (seen.has(item)) {
      issues.push(createIssue(DUPLICATE_ANSWER, { path: [...path, "itemId"], params: { item } }));
    }
    seen.add(item);
    const grid = index.items[place]?.grid as ScaleGrid;
    if (codeOf(answer.value, grid) === NO_CODE) issues.push(offScale(answer, grid, path));
  });
  return issues;
}

function offScale(
  { value }: ResponseAnswer,
  { scale }: ScaleGrid,
  path: (string | number)[],
): Issue {
  const { min, max, step } = scale;
  return createIssue(OFF_SCALE, { path: [...path, "value"], params: { value, min, max, step } });
}

function checkHead({ survey, relationshipIndex }: SurveyIndex, response: Response): Issue[] {
  const issues: Issue[] = [];
  const { surveyId, surveyVersion, subjectId, raterId, relationship, submittedAt } = response;
  for (const field of ["subjectId", "raterId"] as const) {
    if (response[field] === "") issues.push(createIssue(EMPTY_ID, { path: [field], params: {} }));
  }
  const mismatch = (field: string, found: string | number, expected: string | number): void => {
    issues.push(createIssue(SURVEY_MISMATCH, { path: [field], params: { found, expected } }));
  };
  if (surveyId !== survey.id) mismatch("surveyId", surveyId, survey.id);
  if (surveyVersion !== undefined && surveyVersion !== survey.version) {
    mismatch("surveyVersion", surveyVersion, survey.version);
  }
  if (!relationshipIndex.has(relationship)) {
    issues.push(
      createIssue(UNKNOWN_RELATIONSHIP, { path: ["relationship"], params: { relationship } }),
    );
  }
  if ((subjectId === raterId) !== (relationship === SELF)) {
    issues.push(createIssue(SELF_MISMATCH, { path: ["relationship"], params: {} }));
  }
  if (!isInstant(submittedAt)) {
    issues.push(createIssue(INVALID_INSTANT, { path: ["submittedAt"], params: {} }));
  }
  return issues;
}

/** Everything that is wrong with the shape of a response, in the words of its schema. */
export function checkShape(input: unknown): Issue[] {
  const issues: Issue[] = [];
  const expect = (value: unknown, expected: string, path: (string | number)[]): boolean => {
    const holds = CHECKS[expected]?.(value) === true;
    if (!holds)
      issues.push(
        createIssue(INVALID_TYPE, { path, params: { expected, received: typeName(value) } }),
      );
    return holds;
  };
  if (!expect(input, "object", [])) return issues;
  const response = input as Readonly<Record<string, unknown>>;
  for (const field of TEXT_FIELDS) expect(response[field], "string", [field]);
  for (const field of ["surveyVersion", "sequence"]) {
    if (response[field] !== undefined) expect(response[field], "int", [field]);
  }
  if (!expect(response["answers"], "array", ["answers"])) return issues;
  (response["answers"] as readonly unknown[]).forEach((entry, position) => {
    const path = ["answers", position];
    if (!expect(entry, "object", path)) return;
    const { itemId, value, comment } = entry as Readonly<Record<string, unknown>>;
    expect(itemId, "string", [...path, "itemId"]);
    expect(value, "rating or non-answer", [...path, "value"]);
    if (comment !== undefined) expect(comment, "string", [...path, "comment"]);
  });
  return issues;
}

const TEXT_FIELDS: readonly string[] = [
  "surveyId",
  "subjectId",
  "raterId",
  "relationship",
  "submittedAt",
];

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === "string",
  int: Number.isSafeInteger,
  "rating or non-answer": isRatingOrNonAnswer,
};

/** Whether a value could answer some item: a number, or a reason why there is none. */
export function isRatingOrNonAnswer(value: unknown): boolean {
  return Number.isFinite(value) || NON_ANSWERS.includes(value as NonAnswer);
}
