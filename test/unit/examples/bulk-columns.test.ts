import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, describe, expect, it, vi } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "../../../src/multirater/data/sample.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { AnswerCount, NonAnswer, PatternCount } from "../../../src/multirater/types.js";

const FILE = fileURLToPath(new URL("../../../examples/bulk-columns.ts", import.meta.url));

afterEach(() => vi.restoreAllMocks());

/** The three queries that the file's comment shows. */
function shownQueries(): string[] {
  const [, block = ""] = /```sql\n([\s\S]*?)```/.exec(readFileSync(FILE, "utf8")) ?? [];
  const sql = block.replace(/^ \* ?/gm, "").replace(/^--.*$/gm, "");
  return sql
    .split(";")
    .map((query) => query.trim())
    .filter((query) => query !== "");
}

/** The sample's responses as the tables that the comment describes; skipped answers have no row. */
function tables(): string[] {
  const text = (value: string | number): string => `'${String(value).replaceAll("'", "''")}'`;
  const values = (rows: (string | number)[][]): string =>
    rows.map((row) => `(${row.map(text).join(", ")})`).join(", ");
  const submissions = SAMPLE_RESPONSES.map((r) => [r.subjectId, r.raterId, r.relationship]);
  const answers = SAMPLE_RESPONSES.flatMap((r) =>
    r.answers.map(({ itemId, value }) => [r.subjectId, r.raterId, itemId, value]),
  );
  const items = SAMPLE_SURVEY.competencies.flatMap((competency) =>
    competency.items.map(({ id }, position) => [id, competency.id, position]),
  );
  return [
    "CREATE TABLE submissions(subject_id TEXT, rater_id TEXT, relationship TEXT)",
    "CREATE TABLE answers(subject_id TEXT, rater_id TEXT, item_id TEXT, value TEXT)",
    "CREATE TABLE items(item_id TEXT, competency_id TEXT, position INTEGER)",
    `INSERT INTO submissions VALUES ${values(submissions)}`,
    `INSERT INTO answers VALUES ${values(answers.filter(([, rater]) => rater !== "gil"))}`,
    `INSERT INTO items VALUES ${values(items)}`,
  ];
}

const answer = (text: unknown): number | NonAnswer =>
  Number.isNaN(Number(text)) ? (text as NonAnswer) : Number(text);

describe("examples/bulk-columns.ts", () => {
  it("shows SQL that gives the counts of one pass", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const statement of tables()) await connection.run(statement);
    const [responses = [], answers = [], patterns = []] = await Promise.all(
      shownQueries().map(async (query) => (await connection.runAndReadAll(query)).getRowsJson()),
    );
    const owner = ([subjectId, relationship]: unknown[]) => ({
      subjectId: String(subjectId),
      relationship: String(relationship),
    });
    const counts = {
      surveyId: SAMPLE_SURVEY.id,
      surveyVersion: SAMPLE_SURVEY.version,
      responses: responses.map((row) => ({ ...owner(row), count: Number(row[2]) })),
      answers: answers.map(
        (row): AnswerCount => ({
          ...owner(row),
          itemId: String(row[2]),
          value: answer(row[3]),
          count: Number(row[4]),
        }),
      ),
      patterns: patterns.map(
        (row): PatternCount => ({
          ...owner(row),
          competencyId: String(row[2]),
          values: (row[3] as unknown[]).map(answer),
          count: Number(row[4]),
        }),
      ),
    };
    // One rater's answers were left out of the table: all of them were skipped.
    const given = SAMPLE_RESPONSES.map((r) => (r.raterId === "gil" ? { ...r, answers: [] } : r));
    const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, given));
    expect(toCounts(orThrow(tallyFromCounts(SAMPLE_SURVEY, counts)))).toEqual(toCounts(tally));
  });

  it("runs", async () => {
    const lines: unknown[] = [];
    const rows: unknown[] = [];
    vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    vi.spyOn(console, "table").mockImplementation((table) => rows.push(table));
    await import("../../../examples/bulk-columns.js");
    expect(lines).toEqual([
      "ada: communication 3.25, collaboration 4.75",
      "ben: communication 5, collaboration 4",
    ]);
    expect(rows[0]).toEqual([
      { subjectId: "ada", relationship: "peer", count: 4 },
      { subjectId: "ben", relationship: "directReport", count: 1 },
    ]);
  });
});

describe("examples/quick-start.ts", () => {
  it("runs", async () => {
    const lines: unknown[] = [];
    vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    await import("../../../examples/quick-start.js");
    expect(lines).toEqual([
      "ada",
      "  Communication: Self 4.5, Others 3.33. A gap of 1.17: Self higher.",
      "  Collaboration: Self 4, Others 4.44. No gap: the difference of -0.44 is within the threshold.",
    ]);
  });
});
