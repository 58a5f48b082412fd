import { DomainError } from "../kernel/domain-error.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok, orThrow } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { parseInstantMs } from "../values/parse-instant.js";
import { checkResponse, checkShape } from "./check-response.js";
import type { Codes } from "./copy-rows.js";
import { indexSurvey, type SurveyIndex } from "./index-survey.js";
import { DUPLICATE_RESPONSE, INVALID_POLICY, SUPERSEDED_RESPONSE } from "./issues.js";
import { makeResponseReader, REFUSED, readResponse } from "./read-response.js";
import { rowsBySubject } from "./rows-by-subject.js";
import { groupCheckedRows, hasRepeatedRater, makeCodes } from "./tally-rows.js";
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
 * const wrong = {
 *   surveyId: "sample",
 *   subjectId: "ada",
 *   raterId: "zoe",
 *   relationship: "peer",
 *   submittedAt: "2026-03-31T17:00:00Z",
 *   answers: [{ itemId: "listens", value: 9 }],
 * };
 * const outcome = tallyResponses(SAMPLE_SURVEY, [...SAMPLE_RESPONSES, wrong]);
 * outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * // => ["multirater/off-scale at 8.answers.0.value"]
 * ```
 */
export function tallyResponses(
  survey: Survey,
  responses: readonly Response[],
  options: TallyOptions = {},
): Result<TallyOutcome> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const wishes = checkTallyOptions(options);
  if (wishes.length > 0) return fail(wishes);
  const index = indexed.value;
  const rows = readRows(index, responses);
  const first = groupCheckedRows(index, rows);
  const repeated = hasRepeatedRater(first);
  if (repeated) settleDuplicates(rows, responses, options.duplicates ?? "refuse");
  const rejected = [...rows.rejected.values()].sort((a, b) => a.index - b.index);
  const errors = rejected.flatMap(({ index: row, issues }) =>
    issues.filter(({ severity }) => severity === "error").map((issue) => atRow(issue, row)),
  );
  if (errors.length > 0 && options.onInvalid !== "skip") return fail(errors);
  const { tally } = repeated ? groupCheckedRows(index, rows) : first;
  return ok({ tally, rejected });
}

function checkTallyOptions({ onInvalid, duplicates }: TallyOptions): Issue[] {
  const wish = (field: string, asked: string | undefined, known: readonly string[]): Issue[] => {
    if (asked === undefined || known.includes(asked)) return [];
    const params = { field, bound: known.join(" or ") };
    return [createIssue(INVALID_POLICY, { path: ["options", field], params })];
  };
  return [
    ...wish("onInvalid", onInvalid, ["refuse", "skip"]),
    ...wish("duplicates", duplicates, ["refuse", "latest"]),
  ];
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
  readonly codes: Codes;
  readonly rejected: Map<number, RejectedResponse>;
}

function readRows(index: SurveyIndex, responses: readonly Response[]): Rows {
  const subjects = new Int32Array(responses.length).fill(-1);
  const raters = new Int32Array(responses.length);
  const relationships = new Uint16Array(responses.length);
  const codes = makeCodes(index, responses.length * index.items.length);
  const rejected = new Map<number, RejectedResponse>();
  const subjectNumbers = new Map<string, number>();
  const raterNumbers = new Map<string, number>();
  const reader = makeResponseReader(index, codes);
  for (let row = 0; row < responses.length; row++) {
    const response = responses[row] as Response;
    const relationship = readResponse(reader, response, row);
    if (relationship === REFUSED) {
      rejected.set(row, { index: row, issues: explainRefusal(index, response) });
      continue;
    }
    subjects[row] = numberOf(subjectNumbers, response.subjectId);
    raters[row] = numberOf(raterNumbers, response.raterId);
    relationships[row] = relationship;
  }
  const subjectIds = [...subjectNumbers.keys()];
  const raterCount = raterNumbers.size;
  return { subjectIds, subjects, raters, raterCount, relationships, codes, rejected };
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
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
    submittedMs(a) - submittedMs(b) ||
    compareTexts(finerPart(a), finerPart(b)) ||
    (a.sequence ?? 0) - (b.sequence ?? 0)
  );
}

/** What an instant has below the millisecond, as digits without zeros at the end. */
function finerPart({ submittedAt }: Response): string {
  return /\.\d{3}(\d*?)0*(?:Z|[+-])/.exec(submittedAt)?.[1] ?? "";
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function submittedMs({ submittedAt }: Response): number {
  return orThrow(parseInstantMs(submittedAt));
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
