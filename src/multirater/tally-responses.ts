import { DomainError } from "../kernel/domain-error.js";
import { isInstant } from "../kernel/instant.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { checkResponse, checkShape, codeOf, NO_CODE } from "./check-response.js";
import { SELF } from "./defaults.js";
import { indexSurvey, type SurveyIndex } from "./index-survey.js";
import { DUPLICATE_RESPONSE, SUPERSEDED_RESPONSE } from "./issues.js";
import { rowsBySubject } from "./rows-by-subject.js";
import type { ScaleGrid } from "./scale-grid.js";
import { assembleTally, makeCodes } from "./tally-rows.js";
import type { RejectedResponse, Response, Survey, Tally } from "./types.js";

/** How `tallyResponses` treats responses that cannot be counted as they are. */
export interface TallyOptions {
  /** `refuse` (default) counts nothing while any response is invalid; `skip` counts the others. */
  readonly onInvalid?: "refuse" | "skip" | undefined;
  /**
   * A second response of a rater about a subject: `refuse` (default) makes it invalid and keeps the
   * first; `latest` counts the last one, by `submittedAt`, then `sequence`.
   */
  readonly duplicates?: "refuse" | "latest" | undefined;
}

/** A tally, and the responses that are not in it. */
export interface TallyOutcome {
  /** The counts. */
  readonly tally: Tally;
  /** Every response that was not counted, in input order. */
  readonly rejected: readonly RejectedResponse[];
}

/**
 * Counts responses per subject, relationship, item and scale point.
 *
 * @remarks Every response is checked against the survey: shape, survey and version, relationship,
 * items, and values on their scales. One response counts per rater and subject. The order of the
 * responses never changes a result. Responses that cannot be told apart in time (same instant,
 * same sequence) are all rejected, since neither is the last.
 * @param survey - what was asked.
 * @param responses - one entry per submitted response.
 * @param options - what to do with invalid and with repeated responses.
 * @returns the tally and the list of responses that are not in it; or every issue, with the index
 *   of its response as the first segment of the path.
 * @example
 * ```ts
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY, tallyResponses } from "truescore/multirater";
 *
 * const [first] = SAMPLE_RESPONSES;
 * const wrong = { ...first, answers: [{ itemId: "listens", value: 9 }] };
 * const outcome = tallyResponses(SAMPLE_SURVEY, [wrong]);
 * outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * // => ["multirater/off-scale at 0.answers.0.value"]
 * ```
 */
export function tallyResponses(
  survey: Survey,
  responses: readonly Response[],
  options: TallyOptions = {},
): Result<TallyOutcome> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const rows = readRows(index, responses);
  settleDuplicates(rows, responses, options.duplicates ?? "refuse");
  const rejected = [...rows.rejected.values()].sort((a, b) => a.index - b.index);
  const errors = rejected.flatMap(({ index: row, issues }) =>
    issues.filter(({ severity }) => severity === "error").map((issue) => atRow(issue, row)),
  );
  if (errors.length > 0 && options.onInvalid !== "skip") return fail(errors);
  return ok({ tally: assembleTally(index, rows), rejected });
}

function atRow(issue: Issue, row: number): Issue {
  return { ...issue, path: [row, ...issue.path] };
}

interface Rows {
  readonly subjectIds: string[];
  readonly subjects: Int32Array;
  readonly raters: Int32Array;
  readonly raterCount: number;
  readonly relationships: Uint16Array;
  readonly codes: Uint8Array | Uint16Array;
  readonly rejected: Map<number, RejectedResponse>;
}

function readRows(index: SurveyIndex, responses: readonly Response[]): Rows {
  const width = index.items.length;
  const subjects = new Int32Array(responses.length).fill(-1);
  const raters = new Int32Array(responses.length);
  const relationships = new Uint16Array(responses.length);
  const codes = makeCodes(index, responses.length * width);
  const rejected = new Map<number, RejectedResponse>();
  const subjectNumbers = new Map<string, number>();
  const raterNumbers = new Map<string, number>();
  const stamps = new Int32Array(width).fill(-1);
  for (let row = 0; row < responses.length; row++) {
    const response = responses[row] as Response;
    if (!readAnswers(index, response, { codes, row, stamps })) {
      rejected.set(row, { index: row, issues: explainRefusal(index, response) });
      continue;
    }
    subjects[row] = numberOf(subjectNumbers, response.subjectId);
    raters[row] = numberOf(raterNumbers, response.raterId);
    relationships[row] = index.relationshipIndex.get(response.relationship) as number;
  }
  const subjectIds = [...subjectNumbers.keys()];
  return {
    subjectIds,
    subjects,
    raters,
    raterCount: raterNumbers.size,
    relationships,
    codes,
    rejected,
  };
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}

/** Writes the codes of one response; `false` where anything about it is wrong. */
function readAnswers(
  index: SurveyIndex,
  response: Response,
  target: { codes: Uint8Array | Uint16Array; row: number; stamps: Int32Array },
): boolean {
  if (!isHeadValid(index, response)) return false;
  const { items } = index;
  const { codes, row, stamps } = target;
  const offset = row * items.length;
  const { answers } = response;
  for (let position = 0; position < answers.length; position++) {
    const answer = answers[position];
    if (typeof answer !== "object" || answer === null) return false;
    if (answer.comment !== undefined && typeof answer.comment !== "string") return false;
    // Answers mostly come in the survey's order, which saves the look-up.
    const place =
      items[position]?.id === answer.itemId ? position : index.itemIndex.get(answer.itemId);
    if (place === undefined || stamps[place] === row) return false;
    stamps[place] = row;
    const code = codeOf(answer.value, items[place]?.grid as ScaleGrid);
    if (code === NO_CODE) return false;
    codes[offset + place] = code;
  }
  return true;
}

function isHeadValid({ survey, relationshipIndex }: SurveyIndex, response: Response): boolean {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return false;
  const { subjectId, raterId, relationship, submittedAt, surveyVersion, sequence } = response;
  return (
    response.surveyId === survey.id &&
    (surveyVersion === undefined || surveyVersion === survey.version) &&
    (sequence === undefined || Number.isSafeInteger(sequence)) &&
    isId(subjectId) &&
    isId(raterId) &&
    relationshipIndex.has(relationship) &&
    (subjectId === raterId) === (relationship === SELF) &&
    typeof submittedAt === "string" &&
    isInstant(submittedAt) &&
    Array.isArray(response.answers)
  );
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function explainRefusal(index: SurveyIndex, response: Response): readonly Issue[] {
  const shape = checkShape(response);
  const issues = shape.length > 0 ? shape : checkResponse(index, response);
  if (issues.length === 0) throw DomainError.invariant("A response was refused without a reason.");
  return issues;
}

function settleDuplicates(
  rows: Rows,
  responses: readonly Response[],
  duplicates: "refuse" | "latest",
): void {
  for (const group of findDuplicates(rows)) {
    const ordered = group
      .map((row) => ({ row, response: responses[row] as Response }))
      .sort((a, b) => compareTimes(a.response, b.response));
    if (duplicates === "latest") ordered.reverse();
    const [first, second, ...rest] = ordered as [Ordered, Ordered, ...Ordered[]];
    const tied = compareTimes(first.response, second.response) === 0;
    const losers = tied ? [first, second, ...rest] : [second, ...rest];
    const superseded = duplicates === "latest" && !tied;
    for (const { row } of losers) {
      rows.subjects[row] = -1;
      const issue = superseded
        ? createIssue(SUPERSEDED_RESPONSE, { params: {}, severity: "info" })
        : createIssue(DUPLICATE_RESPONSE, { params: {} });
      rows.rejected.set(row, { index: row, issues: [issue] });
    }
  }
}

interface Ordered {
  readonly row: number;
  readonly response: Response;
}

function compareTimes(a: Response, b: Response): number {
  return (
    Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.sequence ?? 0) - (b.sequence ?? 0)
  );
}

/** Rows of the same rater about the same subject, where there are several. */
function findDuplicates({ subjects, raters, raterCount, subjectIds }: Rows): number[][] {
  const firstOf = new Int32Array(raterCount).fill(-1);
  const groups = new Map<number, number[]>();
  for (const row of rowsBySubject(subjects, subjectIds.length)) {
    const rater = raters[row] as number;
    const first = firstOf[rater] as number;
    if (first < 0 || subjects[first] !== subjects[row]) firstOf[rater] = row;
    else groups.set(first, [...(groups.get(first) ?? [first]), row]);
  }
  return [...groups.values()];
}
