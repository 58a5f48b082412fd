import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { SampleManifest } from "./check-manifest.js";
import { drawAnswers, drawHabits, type RaterHabits } from "./sample/answers.js";
import { makeStaff, makeSubjects, type Rater, SHOWCASE, type Subject } from "./sample/company.js";
import { DEFECTS, toCells } from "./sample/defects.js";
import { createRandom, type Random } from "./sample/random.js";
import { FERNHILL_SURVEY } from "./sample/survey.js";
import { COLUMNS, ITEM_IDS, type Row, toCsv } from "./sample/table.js";

const SEED = 20_260_331;
const WINDOW_START = Date.UTC(2026, 2, 2, 7);
const WINDOW_SECONDS = 18 * 24 * 3600;

/**
 * Makes the sample company's files: its survey, its raters' answers, and the list of the rows that
 * are wrong on purpose. It always makes the same bytes.
 */
export function makeSample(): Readonly<Record<string, string>> {
  const random = createRandom(SEED);
  const staff = makeStaff();
  const subjects = makeSubjects(staff, random);
  const rows = drawRows(subjects, random);
  const showcase = staff[SHOWCASE]?.id ?? "";
  const { lines, refused } = plantDefects(rows, showcase);
  const manifest: SampleManifest = { seed: SEED, showcase, rows: lines.length, refused };
  return {
    "survey.json": toJson(FERNHILL_SURVEY),
    "responses.csv": toCsv([COLUMNS, ...lines]),
    "manifest.json": toJson(manifest),
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One row per response, in the order of submission, as an export has them. */
function drawRows(subjects: readonly Subject[], random: Random): Row[] {
  const habits = new Map<string, RaterHabits>();
  const submitted = subjects.flatMap((subject) =>
    subject.raters.map((rater) => {
      const own = habits.get(rater.id) ?? drawHabits(random);
      habits.set(rater.id, own);
      const second = random.whole(0, WINDOW_SECONDS);
      return { second, row: drawRow(subject, { rater, habits: own, second }, random) };
    }),
  );
  return submitted.sort((a, b) => a.second - b.second).map(({ row }) => row);
}

function drawRow(
  subject: Subject,
  response: { rater: Rater; habits: RaterHabits; second: number },
  random: Random,
): Row {
  const { rater, second } = response;
  const answers = drawAnswers(subject, response, random);
  return new Map([
    ["surveyId", FERNHILL_SURVEY.id],
    ["surveyVersion", `${FERNHILL_SURVEY.version}`],
    ["subjectId", subject.id],
    ["raterId", rater.id],
    ["relationship", rater.relationship],
    ["submittedAt", toInstant(second)],
    ...ITEM_IDS.map((id, at): [string, string] => {
      const value = answers[at] ?? "skipped";
      // Half of the exporting products write nothing for an item that was left out.
      return [id, value === "skipped" && random.chance(0.5) ? "" : `${value}`];
    }),
  ]);
}

function toInstant(second: number): string {
  return new Date(WINDOW_START + second * 1000).toISOString().replace(".000Z", "Z");
}

type Refused = SampleManifest["refused"][number];

/** Spoils rows all over the file and adds repeated ones; says which lines must not be counted. */
function plantDefects(
  rows: readonly Row[],
  showcase: string,
): { lines: string[][]; refused: Refused[] } {
  const lines = rows.map((row) => toCells(row));
  const targets = spreadTargets(rows, showcase, DEFECTS.length + 2);
  const refused = DEFECTS.map(({ what, codes, spoil, missingCells }, at): Refused => {
    const target = targets[at] as number;
    const row = new Map(rows[target]);
    spoil(row);
    lines[target] = toCells(row, missingCells);
    return { line: lineOf(target), codes, what };
  });
  const [superseded, tied] = targets.slice(DEFECTS.length) as [number, number];
  const changed = new Map(rows[superseded])
    .set("submittedAt", toInstant(WINDOW_SECONDS + 60))
    .set("gives-credit", "4");
  lines.push(toCells(changed), toCells(new Map(rows[tied]).set("gives-credit", "2")));
  const twice = ["multirater/duplicate-response"];
  refused.push(
    {
      line: lineOf(superseded),
      codes: ["multirater/superseded-response"],
      what: "answered again later: the later response counts",
    },
    { line: lineOf(tied), codes: twice, what: "two responses of one instant: neither is the last" },
    { line: lineOf(lines.length - 1), codes: twice, what: "the other of the two" },
  );
  return { lines, refused: refused.sort((a, b) => a.line - b.line) };
}

/** Rows of confidential raters, evenly spread over the file, never about the subject on show. */
function spreadTargets(rows: readonly Row[], showcase: string, count: number): number[] {
  const fit = rows.flatMap((row, at) => {
    const isFit = row.get("relationship") === "peer" && row.get("subjectId") !== showcase;
    return isFit ? [at] : [];
  });
  return Array.from(
    { length: count },
    (_, at) => fit[Math.floor(((at + 0.5) * fit.length) / count)] as number,
  );
}

/** The line of a row in the file: lines count from 1, and the first holds the columns' names. */
function lineOf(index: number): number {
  return index + 2;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = fileURLToPath(new URL("data", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(makeSample())) writeFileSync(join(folder, name), text);
}
