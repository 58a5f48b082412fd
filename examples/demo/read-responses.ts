import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { createIssue, fail, type Issue, ok, type Result } from "truescore/kernel";
import type { Response, ResponseAnswer } from "truescore/multirater";
import { displayPath, fileProblem } from "./files.js";
import { BAD_HEADER, UNREADABLE_ROW } from "./issues.js";
import type { Progress } from "./progress.js";

/** A row that could not become a response. */
interface UnreadableRow {
  /** Line on which the row starts; the first line of the file is 1. */
  readonly line: number;
  readonly issue: Issue;
}

/** What a CSV file holds. */
export interface ResponseFile {
  /** Number of rows below the header, blank lines aside. */
  readonly rows: number;
  /** As they stand in the file: what the survey makes of them, `truescore` decides. */
  readonly responses: readonly Response[];
  /** The line on which each response starts. */
  readonly lines: readonly number[];
  readonly unreadable: readonly UnreadableRow[];
}

const NEEDED = ["surveyId", "subjectId", "raterId", "relationship", "submittedAt"] as const;
const OTHER_COLUMNS: ReadonlySet<string> = new Set([...NEEDED, "surveyVersion"]);

/** Reads responses from a CSV file with one row per response and one column per item. */
export async function readResponses(
  path: string,
  progress: Progress,
): Promise<Result<ResponseFile>> {
  const responses: Response[] = [];
  const lines: number[] = [];
  const unreadable: UnreadableRow[] = [];
  let header: readonly string[] | null = null;
  try {
    for await (const { line, cells } of readRecords(path)) {
      if (header === null) {
        const problem = checkHeader(cells);
        if (problem !== null) return refuse(path, problem);
        header = cells;
      } else if (cells.length === header.length) {
        responses.push(toResponse(header, cells));
        lines.push(line);
      } else {
        const params = { found: cells.length, expected: header.length };
        unreadable.push({ line, issue: createIssue(UNREADABLE_ROW, { params }) });
      }
      progress.step(() => `${displayPath(path)}: ${lines.length} rows read …`);
    }
  } catch (error) {
    return refuseBroken(path, error);
  }
  if (header === null) return refuse(path, "the file is empty.");
  return ok({ rows: responses.length + unreadable.length, responses, lines, unreadable });
}

function refuse(path: string, detail: string): Result<ResponseFile> {
  return fail([createIssue(BAD_HEADER, { params: { file: displayPath(path), detail } })]);
}

/** A stray quote leaves open where rows end: nothing after it can be trusted, so nothing is read. */
function refuseBroken(path: string, error: unknown): Result<ResponseFile> {
  if (!(error instanceof CsvError)) return fail([fileProblem(path, error)]);
  return refuse(path, `not readable as CSV: ${error.message}`);
}

/** The rows with the line on which each starts. A quoted cell may run over several lines. */
async function* readRecords(path: string): AsyncGenerator<{ line: number; cells: string[] }> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  // An error of the stream reaches the loop below through the parser, so the callback has no work.
  pipeline(createReadStream(path), parser, () => undefined);
  let line = 1;
  for await (const cells of parser as AsyncIterable<string[]>) {
    const isBlank = cells.length === 1 && cells[0] === "";
    if (!isBlank) yield { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
}

function checkHeader(header: readonly string[]): string | null {
  const missing = NEEDED.filter((name) => !header.includes(name));
  if (missing.length > 0) return `the first line lacks the columns ${missing.join(", ")}.`;
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  return twice === undefined ? null : `the column "${twice}" is there twice.`;
}

/**
 * One row as a response. Cells are not judged here: what is no number and no non-answer stays text,
 * and the library refuses it with all else that is wrong.
 */
function toResponse(header: readonly string[], cells: readonly string[]): Response {
  const fields: Record<(typeof NEEDED)[number], string> & { surveyVersion?: number } = {
    surveyId: "",
    subjectId: "",
    raterId: "",
    relationship: "",
    submittedAt: "",
  };
  const answers: ResponseAnswer[] = [];
  header.forEach((name, at) => {
    const text = cells[at]?.trim() ?? "";
    if (OTHER_COLUMNS.has(name)) {
      if (name !== "surveyVersion") fields[name as (typeof NEEDED)[number]] = text;
      else if (text !== "") fields.surveyVersion = readCell(text) as number;
    } else if (text !== "") {
      answers.push({ itemId: name, value: readCell(text) as ResponseAnswer["value"] });
    }
  });
  return { ...fields, answers };
}

function readCell(text: string): number | string {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
