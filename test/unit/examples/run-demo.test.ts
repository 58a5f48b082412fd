import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkManifest, type SampleManifest } from "../../../examples/demo/check-manifest.js";
import { createProgress, type Progress } from "../../../examples/demo/progress.js";
import { readResponses } from "../../../examples/demo/read-responses.js";
import { runDemo } from "../../../examples/demo/run-demo.js";
import type { FeedbackReport } from "../../../src/gaps/types.js";
import { formatIssue } from "../../../src/kernel/format-issue.js";
import { orThrow } from "../../../src/kernel/result.js";
import { SAMPLE_SURVEY } from "../../../src/multirater/data/sample.js";

const FOLDER = mkdtempSync(join(tmpdir(), "truescore-run-demo-"));
const SILENT: Progress = { step: () => undefined, stage: () => undefined };
const HEADER = "surveyId,surveyVersion,subjectId,raterId,relationship,submittedAt,listens";
const ROW = "sample,1,ada,ada,self,2026-03-31T17:00:00Z,4";

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

const OUT = join(FOLDER, "out.json");
const SURVEY = write("survey.json", JSON.stringify(SAMPLE_SURVEY));
const GOOD = write("good.csv", `${HEADER}\n${ROW}\n`);

/** What the command prints about what is wrong with it; the place of the folder left out. */
async function problems(...args: string[]): Promise<string[]> {
  const outcome = await runDemo(["--out", OUT, ...args], SILENT);
  if (outcome.ok) return [];
  return outcome.issues.map((issue) => formatIssue(issue).replaceAll(`${FOLDER}/`, ""));
}

const withFiles = (survey: string, responses: string): string[] => [
  ...["--survey", survey, "--responses", responses],
];
const csv = (name: string, text: string): string[] => withFiles(SURVEY, write(name, text));

describe("runDemo", () => {
  it.each([
    [["--viewer", "boss"], '--viewer is subject, manager or hr, not "boss". Try --help.'],
    [["--survey", SURVEY], "--survey and --responses go together. Try --help."],
    [["--responses", GOOD], "--survey and --responses go together. Try --help."],
    [["--all", "--subject", "ada"], "--all goes with neither --subject nor --explain. Try --help."],
    [["report"], "Unexpected argument 'report'. Try --help."],
    [["--subject"], "Option '--subject <value>' argument missing. Try --help."],
    [withFiles(FOLDER, GOOD), `${FOLDER}: it is a folder, not a file.`],
    [withFiles(SURVEY, join(FOLDER, "no.csv")), "no.csv: there is no such file or folder."],
    [csv("empty.csv", ""), "empty.csv: the file is empty."],
    [
      csv("columns.csv", "surveyId,subjectId,relationship,listens\n"),
      "columns.csv: the first line lacks the columns raterId, submittedAt.",
    ],
    [csv("twice.csv", `${HEADER},listens\n`), 'twice.csv: the column "listens" is there twice.'],
    [
      csv("none.csv", `${HEADER}\n`),
      "none.csv: none of the 0 rows could be counted, so there is no report.",
    ],
    [
      [...withFiles(SURVEY, GOOD), "--explain", "peer/communication"],
      "--explain peer/communication: The cell is withheld.",
    ],
    [
      [...withFiles(SURVEY, GOOD), "--explain", "peer/comunication"],
      "--explain peer/comunication: there is no such cell. The groups are self, manager, peer, directReport, otherRaters and others.",
    ],
  ])("refuses with one line: %#", async (args, line) => {
    expect(await problems(...args)).toEqual([line]);
  });

  it("refuses a survey that is no JSON", async () => {
    const [line] = await problems(...withFiles(GOOD, GOOD));
    expect(line).toMatch(/^good\.csv: not readable as JSON: Unexpected token/);
  });

  it("refuses a file whose quotes leave open where rows end", async () => {
    const [line, ...rest] = await problems(...csv("quote.csv", `${HEADER}\n${ROW}\na"b,c"\n`));
    expect(line).toMatch(/^quote\.csv: not readable as CSV: Invalid Opening Quote/);
    expect(rest).toEqual([]);
  });

  it("lists everything that is wrong with a survey", async () => {
    const survey = write(
      "issues.json",
      JSON.stringify({ ...SAMPLE_SURVEY, id: "", reportingScaleId: "stars" }),
    );
    expect(await problems(...withFiles(survey, GOOD))).toEqual([
      "issues.json: the survey cannot be used. It has 2 issues:",
      "id: An identifier must not be empty.",
      'reportingScaleId: There is no scale "stars".',
    ]);
  });

  it("says why nothing is left where nothing is", async () => {
    const row = ROW.replace("self", "boss");
    expect(await problems(...csv("wrong.csv", `${HEADER}\n${row}\n${ROW},\n`))).toEqual([
      "wrong.csv: none of the 2 rows could be counted, so there is no report.",
      'line 2: relationship: The survey has no relationship "boss". [multirater/unknown-relationship]',
      'line 2: relationship: Subject and rater are the same person exactly when the relationship is "self". [multirater/self-mismatch]',
      "line 3: The row has 8 cells; the header has 7. [demo/unreadable-row]",
    ]);
  });

  it("refuses to write where nothing can be written", async () => {
    const out = join(FOLDER, "no", "where.json");
    const outcome = await runDemo([...withFiles(SURVEY, GOOD), "--out", out], SILENT);
    expect(outcome.ok ? "" : outcome.issues[0]?.message).toBe(
      `${out}: there is no such file or folder.`,
    );
  });

  it("explains the cell that it is asked for", async () => {
    const args = [...withFiles(SURVEY, GOOD), "--explain", "self/communication/listens"];
    const { text } = orThrow(await runDemo([...args, "--out", OUT], SILENT));
    expect(text).toContain("How self/communication/listens came about\n  Self = 4\n  verified");
  });

  it("lists and writes every subject with --all, in order", async () => {
    const { text, exitCode } = orThrow(await runDemo(["--all", "--out", OUT], SILENT));
    const reports: FeedbackReport[] = JSON.parse(readFileSync(OUT, "utf8")).reports;
    const ids = reports.map(({ subjectId }) => subjectId);
    expect(exitCode).toBe(0);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(ids).toEqual([...ids].sort());
    const listed = text.split("\n").map((line) => line.split(" ")[0]);
    expect(listed.filter((id) => ids.includes(`${id}`))).toEqual(ids);
  });

  it("prints the help without doing anything else", async () => {
    const { text, exitCode } = orThrow(await runDemo(["--help"], SILENT));
    expect(exitCode).toBe(0);
    for (const option of ["--subject", "--all", "--viewer", "--survey", "--explain", "--out"]) {
      expect(text).toContain(option);
    }
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe("readResponses", () => {
  it.each(["\n", "\r\n", "\r"])(
    "knows the line on which a row starts, lines ending in %j",
    async (end) => {
      const rows = [HEADER, ROW, "", ROW.replace("ada", `"a${end}b"`), "short,row", ROW];
      const path = write("lines.csv", rows.join(end));
      const file = orThrow(await readResponses(path, SILENT));
      expect(file.lines).toEqual([2, 4, 7]);
      expect(file.unreadable.map(({ line }) => line)).toEqual([6]);
      expect(file.rows).toBe(4);
      expect(file.responses[1]?.subjectId).toBe(`a${end}b`);
    },
  );

  it("takes numbers as numbers, leaves words to the library and leaves out empty cells", async () => {
    const cells = ["7", "3.5", "-1", "tooNew", "0x10", "1e1", "3,5", ""];
    const header = HEADER.replace("listens", cells.map((_, at) => `i${at}`).join(","));
    const row = ROW.replace(/4$/, cells.map((cell) => `"${cell}"`).join(","));
    const file = orThrow(await readResponses(write("cells.csv", `${header}\n${row}`), SILENT));
    expect(file.responses[0]?.answers.map(({ value }) => value)).toEqual([
      7,
      3.5,
      -1,
      "tooNew",
      "0x10",
      "1e1",
      "3,5",
    ]);
    expect(file.responses[0]?.surveyVersion).toBe(1);
  });
});

describe("checkManifest", () => {
  const manifest: SampleManifest = {
    seed: 1,
    showcase: "ada",
    rows: 5,
    refused: [
      { line: 3, codes: ["a/b"], what: "wrong" },
      { line: 4, codes: ["a/b", "a/c"], what: "wrong twice" },
    ],
  };
  const refusal = (line: number, ...codes: string[]) => ({
    line,
    issues: codes.map((code) => ({
      code,
      path: [],
      message: "",
      severity: "error" as const,
      params: {},
    })),
  });

  it("finds nothing where exactly the planted rows were refused", () => {
    const refused = [refusal(3, "a/b"), refusal(4, "a/b", "a/c")];
    expect(checkManifest(manifest, { rows: 5, refused })).toEqual([]);
  });

  it("finds a row that was counted, one refused for another reason, one refused for none", () => {
    const refused = [refusal(4, "a/c"), refusal(6, "a/b")];
    expect(checkManifest(manifest, { rows: 6, refused })).toEqual([
      "5 rows were made, 6 were read.",
      "Line 3 (wrong): expected a/b, found no issue.",
      "Line 4 (wrong twice): expected a/b, a/c, found a/c.",
      "Line 6 was refused and should have been counted.",
    ]);
  });
});

describe("createProgress", () => {
  it("is silent for a second, then tells steps once a second and every stage", () => {
    const clock = { now: 0 };
    const told: string[] = [];
    const progress = createProgress(
      (line) => told.push(line),
      () => clock.now,
    );
    progress.stage("early");
    for (const at of [500, 999, 1000, 1400, 2000, 2100]) {
      clock.now = at;
      progress.step(() => `${at}`);
    }
    progress.stage("late");
    expect(told).toEqual(["1000\n", "2000\n", "late\n"]);
  });
});
