import { buildFeedbackReport, type FeedbackReport } from "truescore/gaps";
import { type Issue, ok, type Result } from "truescore/kernel";
import type { Response, Survey, Viewer } from "truescore/multirater";
import type { ResponseFile } from "./read-responses.js";

/** A row of the file that was not counted, and everything that is wrong with it. */
export interface RefusedRow {
  /** Line on which the row starts; the first line of the file is 1. */
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** All reports, and the rows that are in none of them. */
export interface BuiltReports {
  /** Sorted by subject. */
  readonly reports: readonly FeedbackReport[];
  /** Sorted by line. */
  readonly refused: readonly RefusedRow[];
}

/** Makes the reports of all subjects for one kind of reader. */
export function buildReports(
  survey: Survey,
  file: ResponseFile,
  viewer: Viewer,
): Result<BuiltReports> {
  const built = buildFeedbackReport(survey, file.responses, {
    viewer,
    onInvalid: "skip",
    duplicates: "latest",
  });
  if (!built.ok) return built;
  const { reports, rejected } = built.value;
  const refused = [
    ...file.unreadable.map(({ line, issue }): RefusedRow => ({ line, issues: [issue] })),
    ...rejected.map(({ index, issues }): RefusedRow => {
      const response = file.responses[index] as Response;
      return {
        line: file.lines[index] as number,
        issues: issues.map((issue) => nameColumn(issue, response)),
      };
    }),
  ];
  return ok({ reports, refused: refused.sort((a, b) => a.line - b.line) });
}

/** Puts the column's name in place of `answers[3].value`, which a reader of the file cannot find. */
function nameColumn(issue: Issue, { answers }: Response): Issue {
  const [field, position] = issue.path;
  if (field !== "answers" || typeof position !== "number") return issue;
  return { ...issue, path: [answers[position]?.itemId ?? field] };
}
