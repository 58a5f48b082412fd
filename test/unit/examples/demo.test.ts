import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleManifest } from "../../../examples/demo/check-manifest.js";
import type { FeedbackReport } from "../../../src/gaps/types.js";
import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "../../../src/multirater/data/sample.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "truescore-demo-"));

const MANIFEST: SampleManifest = JSON.parse(readSample("manifest.json"));
const ROWS: Record<string, string>[] = parse(readSample("responses.csv"), {
  columns: true,
  relax_column_count: true,
});

function readSample(name: string): string {
  return readFileSync(join(ROOT, "examples/demo/data", name), "utf8");
}

function write(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo as `npm run demo` does. */
function run(args: readonly string[]): Promise<Run> {
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  const command = [tsx, "--tsconfig", "test/tsconfig.json", "examples/demo/main.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

function readReports(name: string): FeedbackReport[] {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8")).reports;
}

/** The library's sample as a file from elsewhere: mark, CRLF, other order, quotes, a blank line. */
function foreignCsv(): string {
  const head = "raterId,subjectId,listens,explains,shares,helps,submittedAt,relationship,surveyId";
  const rows = SAMPLE_RESPONSES.map((response) => {
    const { raterId, subjectId, answers, submittedAt, relationship, surveyId } = response;
    const rater = raterId === "ben" ? '"ben\r\n""the"" builder"' : raterId;
    const values = answers.map(({ value }) => ` ${value} `);
    return [rater, subjectId, ...values, submittedAt, relationship, surveyId].join(",");
  });
  const wrong = "zoe,ada,6,4,,four,2026-03-31T17:00:00Z,peer,sample";
  return `\uFEFF${[head, rows.slice(0, 3), "", rows.slice(3), wrong].flat().join("\r\n")}`;
}

const CASES = {
  subject: ["--out", join(FOLDER, "subject.json")],
  hr: ["--viewer", "hr", "--out", join(FOLDER, "hr.json")],
  badOption: ["--veiwer", "hr"],
  badFile: ["--survey", join(FOLDER, "nothing.json"), "--responses", join(FOLDER, "nothing.csv")],
  unknownSubject: ["--subject", "nobody", "--out", join(FOLDER, "nobody.json")],
  ownFiles: [
    ...["--survey", join(FOLDER, "own.json"), "--responses", join(FOLDER, "own.csv")],
    ...["--out", join(FOLDER, "own-report.json")],
  ],
} as const;

const runs = new Map<string, Run>();
const resultOf = (name: keyof typeof CASES): Run => runs.get(name) as Run;

beforeAll(async () => {
  write("own.json", JSON.stringify(SAMPLE_SURVEY));
  write("own.csv", foreignCsv());
  const results = Object.entries(CASES).map(
    async ([name, args]) => [name, await run(args)] as const,
  );
  for (const [name, result] of await Promise.all(results)) runs.set(name, result);
}, 60_000);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Line and codes of every row that a run says it did not count. */
function refusedLines(stdout: string): { line: number; codes: string[] }[] {
  const byLine = new Map<number, string[]>();
  for (const [, line, code] of stdout.matchAll(/^ {2}line (\d+) .*\[([\w/-]+)\]$/gm)) {
    byLine.set(Number(line), [...(byLine.get(Number(line)) ?? []), `${code}`]);
  }
  return [...byLine].map(([line, codes]) => ({ line, codes }));
}

/** The table of scores. */
function tableOf(stdout: string): string[] {
  const lines = stdout.split("\n");
  const start = lines.findIndex((line) => line.endsWith("Others"));
  return lines.slice(start, lines.findIndex((line) => line.startsWith("Overall")) + 1);
}

describe("npm run demo", () => {
  it("refuses exactly the planted rows, each with its codes and its line", () => {
    const { code, stdout } = resultOf("subject");
    expect(code).toBe(0);
    expect(refusedLines(stdout)).toEqual(
      MANIFEST.refused.map(({ line, codes }) => ({ line, codes })),
    );
    expect(stdout).toContain(`exactly the ${MANIFEST.refused.length} planted rows were refused`);
    expect(stdout).toContain(
      `${MANIFEST.rows} rows read, ${MANIFEST.rows - MANIFEST.refused.length} counted`,
    );
  });

  it("shows scores, gaps and an explanation that verifies", () => {
    const { stdout, stderr } = resultOf("subject");
    expect(tableOf(stdout)).toHaveLength(7);
    expect(stdout).toMatch(
      /Communication: Self [\d.]+, Others [\d.]+\. A gap of [\d.]+ .*: Self\s+higher/s,
    );
    expect(stdout).toMatch(
      /Developing others: Self [\d.]+, Others [\d.]+\. A gap of -[\d.]+ .*: Self\s+lower/s,
    );
    expect(stdout).toMatch(/├─ Manager = [\d.]+ × 40%/);
    expect(stdout).toMatch(/verified: recomputed to the last bit \(\d+ nodes\)/);
    expect(stdout.match(/– means withheld/g)).toHaveLength(1);
    expect(stderr.replace(/^.* …\n/gm, "")).toBe("");
  });

  it("shows the subject no rater, neither in print nor in the file", () => {
    const raters = new Set(ROWS.map((row) => row["raterId"] ?? ""));
    raters.delete("");
    raters.delete(MANIFEST.showcase);
    expect(raters.size).toBeGreaterThan(60);
    const { stdout } = resultOf("subject");
    const file = readFileSync(join(FOLDER, "subject.json"), "utf8");
    expect([...raters].filter((id) => stdout.includes(id) || file.includes(id))).toEqual([]);
    const [report] = readReports("subject.json");
    expect(report?.subjectId).toBe(MANIFEST.showcase);
    expect(report?.view.hr).toBeUndefined();
  });

  it("shows HR the same scores, with counts and joined groups", () => {
    const { code, stdout } = resultOf("hr");
    expect(code).toBe(0);
    expect(tableOf(stdout)).toEqual(tableOf(resultOf("subject").stdout));
    expect(stdout).toContain(
      "Responses: Self 1, Manager 1, Peers 6, Direct reports 2, Customers 2.",
    );
    expect(stdout).toContain("Joined: Direct reports with Other raters, Customers with Peers.");
    expect(resultOf("subject").stdout).not.toContain("Direct reports 2");
    expect(readReports("hr.json")[0]?.view.hr?.responses).toContainEqual({
      relationship: "directReport",
      submitted: 2,
    });
  });

  it.each([
    ["badOption", "demo: Unknown option '--veiwer'. Try --help.\n"],
    ["badFile", `demo: ${join(FOLDER, "nothing.json")}: there is no such file or folder.\n`],
    [
      "unknownSubject",
      'demo: There is no report on "nobody". --all lists everybody who has one.\n',
    ],
  ] as const)("ends with one line and code 2: %s", (name, line) => {
    const { code, stdout, stderr } = resultOf(name);
    // On a slow machine lines of progress, which end in an ellipsis, come before.
    expect({ code, stdout, stderr: stderr.replace(/^.* …\n/gm, "") }).toEqual({
      code: 2,
      stdout: "",
      stderr: line,
    });
  });

  it("reads files from elsewhere, with the lines of their wrong rows", () => {
    const { code, stdout } = resultOf("ownFiles");
    expect(code).toBe(0);
    expect(stdout).toContain("9 rows read, 8 counted, 1 not counted.");
    // The header, eight rows, one of them on two lines, and a blank line come before.
    expect(refusedLines(stdout)).toEqual([{ line: 12, codes: ["kernel/invalid-type"] }]);
    expect(stdout).not.toContain("manifest");
    expect(stdout).toContain("Communication: Self 4.5, Others 3.33.");
    expect(readReports("own-report.json").map(({ subjectId }) => subjectId)).toEqual(["ada"]);
  });
});
