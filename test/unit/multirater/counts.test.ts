import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { mergeTallies } from "../../../src/multirater/merge-tallies.js";
import { subtractTally } from "../../../src/multirater/subtract-tally.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Response, Tally, TallyCounts } from "../../../src/multirater/types.js";
import { answersOf, refusals, responsesOf, surveyOf } from "./support.js";

/** Two competencies: `c` with the items `a` and `b`, `d` with the item `e`. */
const SURVEY = surveyOf({
  competencies: [
    {
      id: "c",
      items: [
        { id: "a", scaleId: "five" },
        { id: "b", scaleId: "five" },
      ],
    },
    { id: "d", items: [{ id: "e", scaleId: "five" }] },
  ],
});
const tallyOf = (responses: readonly Response[]): Tally =>
  orThrow(tallyResponses(SURVEY, responses)).tally;

const PEERS = answersOf(SURVEY, "peer", {
  rows: [
    [4, 5, 3],
    [4, 5, null],
    [2, "tooNew", 3],
  ],
});
const OWNER = { subjectId: "ada", relationship: "peer" };
const COUNTS: TallyCounts = {
  surveyId: "survey",
  surveyVersion: 1,
  responses: [{ ...OWNER, count: 3 }],
  answers: [
    { ...OWNER, itemId: "a", value: 2, count: 1 },
    { ...OWNER, itemId: "a", value: 4, count: 2 },
    { ...OWNER, itemId: "b", value: "tooNew", count: 1 },
    { ...OWNER, itemId: "b", value: 5, count: 2 },
    { ...OWNER, itemId: "e", value: "skipped", count: 1 },
    { ...OWNER, itemId: "e", value: 3, count: 2 },
  ],
  patterns: [
    { ...OWNER, competencyId: "c", values: [2, "tooNew"], count: 1 },
    { ...OWNER, competencyId: "c", values: [4, 5], count: 2 },
    { ...OWNER, competencyId: "d", values: ["skipped"], count: 1 },
    { ...OWNER, competencyId: "d", values: [3], count: 2 },
  ],
};

describe("counts", () => {
  it("are three tables in a fixed order", () => {
    expect(toCounts(tallyOf(PEERS))).toEqual(COUNTS);
  });

  it("survive JSON", () => {
    expect(JSON.parse(JSON.stringify(toCounts(tallyOf(PEERS))))).toEqual(COUNTS);
  });

  it("lead back to the tally", () => {
    expect(toCounts(orThrow(tallyFromCounts(SURVEY, COUNTS)))).toEqual(COUNTS);
  });

  it("may come in any order, and without what nobody answered", () => {
    const stored: TallyCounts = {
      ...COUNTS,
      answers: COUNTS.answers.filter(({ value }) => value !== "skipped").reverse(),
      patterns: COUNTS.patterns.filter(({ values }) => values[0] !== "skipped").reverse(),
    };
    expect(toCounts(orThrow(tallyFromCounts(SURVEY, stored)))).toEqual(COUNTS);
  });

  it("of nobody are empty", () => {
    const none = { ...COUNTS, responses: [], answers: [], patterns: [] };
    expect(toCounts(orThrow(tallyFromCounts(SURVEY, none)))).toEqual(none);
  });
});

/** The counts with one row of one table changed. */
function changed<Table extends "responses" | "answers" | "patterns">(
  table: Table,
  row: number,
  changes: Partial<TallyCounts[Table][number]>,
): TallyCounts {
  const rows = COUNTS[table].map((entry, at) => (at === row ? { ...entry, ...changes } : entry));
  return { ...COUNTS, [table]: rows };
}

/** The counts with one row of one table twice. */
function repeated(table: "responses" | "answers" | "patterns"): TallyCounts {
  return { ...COUNTS, [table]: [...COUNTS[table], COUNTS[table][0]] };
}

describe("tallyFromCounts refuses", () => {
  it.each<[code: string, path: string, counts: TallyCounts]>([
    ["multirater/survey-mismatch", "surveyId", { ...COUNTS, surveyId: "x" }],
    ["multirater/survey-mismatch", "surveyId", { ...COUNTS, surveyVersion: 2 }],
    ["multirater/duplicate-row", "responses.1", repeated("responses")],
    [
      "multirater/duplicate-row",
      "patterns.4",
      {
        ...COUNTS,
        responses: [{ ...OWNER, count: 9 }],
        patterns: [...COUNTS.patterns, { ...OWNER, competencyId: "d", values: [3], count: 1 }],
      },
    ],
    ["multirater/counts-disagree", "answers.6", repeated("answers")],
    ["multirater/invalid-count", "patterns.0.count", changed("patterns", 0, { count: 0 })],
    ["multirater/invalid-count", "patterns.0.count", changed("patterns", 0, { count: 1.5 })],
    ["multirater/invalid-count", "patterns.0.count", changed("patterns", 0, { count: Number.NaN })],
    ["multirater/off-scale", "patterns.1.values.1", changed("patterns", 1, { values: [4, 5.5] })],
    ["multirater/counts-disagree", "patterns.1", changed("patterns", 1, { values: [4] })],
    ["multirater/counts-disagree", "patterns.1", changed("patterns", 1, { values: [4, 5, 5] })],
    ["multirater/counts-disagree", "patterns.0", changed("patterns", 0, { competencyId: "z" })],
    ["multirater/counts-disagree", "patterns.0", changed("patterns", 0, { subjectId: "bea" })],
    ["multirater/counts-disagree", "patterns.1", changed("patterns", 1, { count: 3 })],
    [
      "multirater/unknown-item",
      "answers.0.itemId",
      { ...COUNTS, answers: [{ ...OWNER, itemId: "z", value: 2, count: 1 }, ...COUNTS.answers] },
    ],
    ["multirater/counts-disagree", "answers.1", changed("answers", 1, { count: 1 })],
    [
      "multirater/counts-disagree",
      "answers.0",
      { ...COUNTS, answers: [{ ...OWNER, itemId: "a", value: 5, count: 1 }, ...COUNTS.answers] },
    ],
    ["multirater/counts-disagree", "answers", { ...COUNTS, answers: COUNTS.answers.slice(1) }],
  ])("%s at %s", (code, path, counts) => {
    expect(refusals(tallyFromCounts(SURVEY, counts))).toContain(`${code}@${path}`);
    expect(new Set(refusals(tallyFromCounts(SURVEY, counts))).size).toBeLessThanOrEqual(2);
  });

  it.each<[code: string, path: string, changes: Partial<TallyCounts["responses"][number]>]>([
    ["multirater/empty-id", "responses.0.subjectId", { subjectId: "" }],
    ["multirater/unknown-relationship", "responses.0.relationship", { relationship: "friend" }],
    ["multirater/invalid-count", "responses.0.count", { count: 0 }],
    ["multirater/invalid-count", "responses.0.count", { count: -1 }],
  ])("%s at %s", (code, path, changes) => {
    const alone = { ...changed("responses", 0, changes), answers: [], patterns: [] };
    expect(refusals(tallyFromCounts(SURVEY, alone))).toEqual([`${code}@${path}`]);
  });

  it("a survey that makes no sense", () => {
    expect(refusals(tallyFromCounts({ ...SURVEY, id: "" }, COUNTS))).toEqual([
      "multirater/empty-id@id",
    ]);
  });
});

describe("mergeTallies", () => {
  it("adds up counts and keeps subjects in order", () => {
    const other = [...answersOf(SURVEY, "peer", { rows: [[1, 1, 1]], subjectId: "abe" })];
    const merged = orThrow(
      mergeTallies(tallyOf(PEERS.slice(1)), tallyOf([...other, ...PEERS.slice(0, 1)])),
    );
    expect(merged.subjectIds).toEqual(["abe", "ada"]);
    expect(toCounts(merged)).toEqual(toCounts(tallyOf([...PEERS, ...other])));
  });

  it("takes an empty part", () => {
    expect(toCounts(orThrow(mergeTallies(tallyOf([]), tallyOf(PEERS))))).toEqual(COUNTS);
    expect(toCounts(orThrow(mergeTallies(tallyOf(PEERS), tallyOf([]))))).toEqual(COUNTS);
  });

  it.each([{ id: "x" }, { version: 2 }])("refuses another survey: %j", (change) => {
    const other = { ...tallyOf(PEERS), survey: { ...SURVEY, ...change } };
    expect(refusals(mergeTallies(tallyOf(PEERS), other))).toEqual(["multirater/survey-mismatch@b"]);
  });
});

describe("subtractTally", () => {
  it("takes a response away", () => {
    const rest = orThrow(subtractTally(tallyOf(PEERS), tallyOf(PEERS.slice(0, 1))));
    expect(toCounts(rest)).toEqual(toCounts(tallyOf(PEERS.slice(1))));
  });

  it("leaves no subject without a response", () => {
    expect(orThrow(subtractTally(tallyOf(PEERS), tallyOf(PEERS))).subjectIds).toEqual([]);
  });

  it("refuses what is not there, by subject and relationship", () => {
    const stranger = answersOf(SURVEY, "peer", { rows: [[1, 1, 1]], subjectId: "bea" });
    const missing = (taken: readonly Response[]): unknown => {
      const result = subtractTally(tallyOf(PEERS), tallyOf(taken));
      return result.ok
        ? []
        : result.issues.map(({ code, path, params }) => ({ code, path, ...params }));
    };
    const issue = { code: "multirater/not-contained", path: ["b"] };
    expect(missing(stranger)).toEqual([{ ...issue, subject: "bea", relationship: "any" }]);
    expect(missing(responsesOf(SURVEY, { report: [[4, 5, 3]] }))).toEqual([
      { ...issue, subject: "ada", relationship: "report" },
    ]);
    // The pattern 4, 5 of `c` is there twice, and three are to be taken.
    expect(
      missing(
        answersOf(SURVEY, "peer", {
          rows: [
            [4, 5, 3],
            [4, 5, null],
            [4, 5, 3],
          ],
        }),
      ),
    ).toEqual([{ ...issue, subject: "ada", relationship: "peer" }]);
  });

  it("refuses another survey", () => {
    const other = { ...tallyOf(PEERS), survey: { ...SURVEY, version: 2 } };
    expect(refusals(subtractTally(tallyOf(PEERS), other))).toEqual([
      "multirater/survey-mismatch@b",
    ]);
  });
});
