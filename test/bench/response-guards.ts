import type { Response } from "truescore/multirater";
import { RELATIONSHIPS, SURVEY } from "./data.js";

/** Identifiers of the survey's items. */
export const ITEM_IDS: readonly string[] = SURVEY.competencies.flatMap(({ items }) =>
  items.map(({ id }) => id),
);

/** Everything that answers an item of the benchmark survey. */
export const VALUES: readonly (number | string)[] = [
  ...[1, 2, 3, 4, 5],
  ...["skipped", "notApplicable", "unableToRate", "tooNew"],
];

/** An instant in UTC, by its shape. */
export const INSTANT = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/;

const knownItems = new Set(ITEM_IDS);
const knownRelationships = new Set<string>(RELATIONSHIPS);

/** A place that is wrong, and how. */
export interface Fault {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The plain guard: what one writes by hand for this one survey. It only says yes or no. */
export function isResponse(input: unknown): input is Response {
  if (typeof input !== "object" || input === null) return false;
  const { surveyId, subjectId, raterId, relationship, submittedAt, answers } = input as Response;
  if (surveyId !== SURVEY.id || !isText(subjectId) || !isText(raterId)) return false;
  if (!knownRelationships.has(relationship)) return false;
  if (typeof submittedAt !== "string" || !INSTANT.test(submittedAt)) return false;
  if (!Array.isArray(answers)) return false;
  for (const answer of answers) {
    if (typeof answer !== "object" || answer === null) return false;
    const { itemId, value, comment } = answer;
    if (!knownItems.has(itemId) || !isAnswer(value)) return false;
    if (comment !== undefined && typeof comment !== "string") return false;
  }
  return true;
}

/** The same guard, written so that it says everything that is wrong and where. */
export function findFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  if (typeof input !== "object" || input === null) return [fault([], "an object")];
  const { surveyId, subjectId, raterId, relationship, submittedAt, answers } = input as Response;
  if (surveyId !== SURVEY.id) faults.push(fault(["surveyId"], "this survey"));
  if (!isText(subjectId)) faults.push(fault(["subjectId"], "an identifier"));
  if (!isText(raterId)) faults.push(fault(["raterId"], "an identifier"));
  if (!knownRelationships.has(relationship)) faults.push(fault(["relationship"], "a relationship"));
  if (typeof submittedAt !== "string" || !INSTANT.test(submittedAt)) {
    faults.push(fault(["submittedAt"], "an instant"));
  }
  if (!Array.isArray(answers)) return [...faults, fault(["answers"], "a list")];
  for (let at = 0; at < answers.length; at++) {
    const answer = answers[at];
    if (typeof answer !== "object" || answer === null) {
      faults.push(fault(["answers", at], "an object"));
      continue;
    }
    const { itemId, value, comment } = answer;
    if (!knownItems.has(itemId)) faults.push(fault(["answers", at, "itemId"], "an item"));
    if (!isAnswer(value)) faults.push(fault(["answers", at, "value"], "a rating or non-answer"));
    if (comment !== undefined && typeof comment !== "string") {
      faults.push(fault(["answers", at, "comment"], "a text"));
    }
  }
  return faults;
}

function fault(path: readonly (string | number)[], expected: string): Fault {
  return { code: "invalid", path, message: `Expected ${expected}.` };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isAnswer(value: unknown): boolean {
  if (typeof value === "number") return value >= 1 && value <= 5 && Math.floor(value) === value;
  return (
    value === "skipped" ||
    value === "notApplicable" ||
    value === "unableToRate" ||
    value === "tooNew"
  );
}
