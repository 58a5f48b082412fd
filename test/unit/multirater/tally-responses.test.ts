import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { type TallyOptions, tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Response } from "../../../src/multirater/types.js";
import { answersOf, FIVE, refusals, responsesOf, surveyOf } from "./support.js";

const SURVEY = surveyOf({ items: [{}, {}] });
const [PEER] = answersOf(SURVEY, "peer", { rows: [[4, 5]] }) as [Response];

describe("tallyResponses counts", () => {
  it("responses, answers and non-answers", () => {
    const responses = responsesOf(SURVEY, {
      self: [[5, 4]],
      peer: [
        [4, "tooNew"],
        [4, null],
        [3, "notApplicable"],
      ],
    });
    const counts = toCounts(orThrow(tallyResponses(SURVEY, responses)).tally);
    expect(counts.responses.map(({ relationship, count }) => [relationship, count])).toEqual([
      ["self", 1],
      ["peer", 3],
    ]);
    expect(
      counts.answers
        .filter(({ relationship }) => relationship === "peer")
        .map(({ itemId, value, count }) => [itemId, value, count]),
    ).toEqual([
      ["a", 3, 1],
      ["a", 4, 2],
      ["b", "skipped", 1],
      ["b", "notApplicable", 1],
      ["b", "tooNew", 1],
    ]);
  });

  it("an item that is left out like one that is skipped", () => {
    const rows = [
      [4, null],
      [4, "skipped"],
    ] as const;
    const [left, skipped] = rows.map((row) =>
      toCounts(orThrow(tallyResponses(SURVEY, answersOf(SURVEY, "peer", { rows: [row] }))).tally),
    );
    expect(left).toEqual(skipped);
  });

  it("subjects in the order of their identifiers, by code unit", () => {
    const responses = ["b", "a", "B", "é", "10", "9"].flatMap((subjectId) =>
      answersOf(SURVEY, "peer", { rows: [[3, 3]], subjectId }),
    );
    const { tally } = orThrow(tallyResponses(SURVEY, responses));
    expect(tally.subjectIds).toEqual(["10", "9", "B", "a", "b", "é"]);
  });

  it("nothing as nothing", () => {
    const { tally, rejected } = orThrow(tallyResponses(SURVEY, []));
    expect([tally.subjectIds, rejected]).toEqual([[], []]);
  });

  it("scale points beyond 255 in 16 bits", () => {
    const fine = surveyOf({ scales: [{ ...FIVE, min: 0, max: 1000 }] });
    const responses = answersOf(fine, "peer", { rows: [[1000], [0]] });
    const { answers } = toCounts(orThrow(tallyResponses(fine, responses)).tally);
    expect(answers.map(({ value }) => value)).toEqual([0, 1000]);
  });
});

const answer = (itemId: unknown, value: unknown, more: object = {}) => ({ itemId, value, ...more });
const wrong = (changes: object): Response => ({ ...PEER, ...changes });

describe("tallyResponses refuses", () => {
  it.each<[code: string, path: string, changes: object]>([
    ["multirater/survey-mismatch", "surveyId", { surveyId: "other" }],
    ["multirater/survey-mismatch", "surveyVersion", { surveyVersion: 2 }],
    ["multirater/empty-id", "subjectId", { subjectId: "" }],
    ["multirater/empty-id", "raterId", { raterId: "" }],
    ["multirater/unknown-relationship", "relationship", { relationship: "friend" }],
    ["multirater/unknown-relationship", "relationship", { relationship: "constructor" }],
    ["multirater/self-mismatch", "relationship", { relationship: "self" }],
    ["multirater/self-mismatch", "relationship", { raterId: "ada" }],
    ["multirater/invalid-instant", "submittedAt", { submittedAt: "2026-03-31" }],
    ["multirater/invalid-instant", "submittedAt", { submittedAt: "2026-03-31T17:00:00" }],
    ["multirater/invalid-instant", "submittedAt", { submittedAt: "2026-02-29T17:00:00Z" }],
    ["multirater/invalid-instant", "submittedAt", { submittedAt: "2026-04-31T17:00:00Z" }],
    ["multirater/invalid-instant", "submittedAt", { submittedAt: "2026-13-01T17:00:00Z" }],
    ["multirater/unknown-item", "answers.0.itemId", { answers: [answer("z", 3)] }],
    ["multirater/unknown-item", "answers.0.itemId", { answers: [answer("__proto__", 3)] }],
    [
      "multirater/duplicate-answer",
      "answers.1.itemId",
      { answers: [answer("a", 3), answer("a", 3)] },
    ],
    ["multirater/off-scale", "answers.0.value", { answers: [answer("a", 9)] }],
    ["multirater/off-scale", "answers.1.value", { answers: [answer("a", 1), answer("b", 3.5)] }],
    ["kernel/invalid-type", "surveyVersion", { surveyVersion: null }],
    ["kernel/invalid-type", "sequence", { sequence: 1.5 }],
    ["kernel/invalid-type", "subjectId", { subjectId: 7 }],
    ["kernel/invalid-type", "answers", { answers: "none" }],
    ["kernel/invalid-type", "answers", { answers: undefined }],
    ["kernel/invalid-type", "answers.0", { answers: [null] }],
    ["kernel/invalid-type", "answers.0", { answers: [["a", 3]] }],
    ["kernel/invalid-type", "answers.0.itemId", { answers: [answer(undefined, 3)] }],
    ["kernel/invalid-type", "answers.0.value", { answers: [answer("a", "often")] }],
    ["kernel/invalid-type", "answers.0.value", { answers: [answer("a", Number.NaN)] }],
    ["kernel/invalid-type", "answers.0.value", { answers: [answer("a", null)] }],
    ["kernel/invalid-type", "answers.0.comment", { answers: [answer("a", 3, { comment: 5 })] }],
  ])("%s at %s", (code, path, changes) => {
    expect(refusals(tallyResponses(SURVEY, [wrong(changes)]))).toEqual([`${code}@0.${path}`]);
  });

  it.each<[what: string, response: unknown]>([
    ["null", null],
    ["a text", "response"],
    ["a list", [PEER]],
  ])("%s in place of a response", (_, response) => {
    expect(refusals(tallyResponses(SURVEY, [response as Response]))).toEqual([
      "kernel/invalid-type@0",
    ]);
  });

  it("an answer beyond the survey's items that names none", () => {
    // One more answer than items: it must not be taken for the next response's first item.
    const answers = [answer("a", 3), answer("b", 3), answer(undefined, "tooNew")];
    const rows = [wrong({ answers }), wrong({ raterId: "p2", answers: [answer("b", 1)] })];
    expect(refusals(tallyResponses(SURVEY, rows))).toEqual([
      "kernel/invalid-type@0.answers.2.itemId",
    ]);
    const number = wrong({ answers: [answer("a", 3), answer("b", 3), answer(undefined, 3)] });
    expect(refusals(tallyResponses(SURVEY, [number]))).toEqual([
      "kernel/invalid-type@0.answers.2.itemId",
    ]);
  });

  it("all rows and all their faults at once, each with its index", () => {
    const bad = wrong({ raterId: "", answers: [answer("z", 3), answer("a", 0)] });
    expect(refusals(tallyResponses(SURVEY, [PEER, bad, wrong({ surveyId: "x" })]))).toEqual([
      "multirater/empty-id@1.raterId",
      "multirater/unknown-item@1.answers.0.itemId",
      "multirater/off-scale@1.answers.1.value",
      "multirater/survey-mismatch@2.surveyId",
    ]);
  });

  it("skips invalid rows where that is asked for, and lists them", () => {
    const bad = wrong({ raterId: "p2", answers: [answer("a", 9)] });
    const { tally, rejected } = orThrow(tallyResponses(SURVEY, [bad, PEER], { onInvalid: "skip" }));
    expect(toCounts(tally).responses).toEqual([
      { subjectId: "ada", relationship: "peer", count: 1 },
    ]);
    expect(rejected.map(({ index, issues }) => [index, issues.map(({ code }) => code)])).toEqual([
      [0, ["multirater/off-scale"]],
    ]);
    // The bad row answered before the good one; none of its answers stayed behind.
    expect(toCounts(tally).answers.map(({ itemId, value }) => [itemId, value])).toEqual([
      ["a", 4],
      ["b", 5],
    ]);
  });

  it("accepts what is optional and what is unusual", () => {
    const rows = [
      wrong({ surveyVersion: 1, sequence: -3 }),
      wrong({ raterId: "\u200b", submittedAt: "2024-02-29T23:59:59.123456+05:45" }),
      wrong({ raterId: " ", submittedAt: "2026-03-31T17:00Z", answers: [] }),
      wrong({ raterId: "c", answers: [answer("a", 3, { comment: "often" })] }),
    ];
    expect(refusals(tallyResponses(SURVEY, rows))).toEqual([]);
  });
});

/** Responses of one rater with values 1, 2, 3 … at the given times. */
function again(...times: readonly (string | [string, number])[]): Response[] {
  return times.map((time, at) => {
    const [submittedAt, sequence] = typeof time === "string" ? [time, undefined] : time;
    return wrong({ submittedAt, sequence, answers: [answer("a", at + 1)] });
  });
}

const MONDAY = "2026-03-30T09:00:00Z";
const TUESDAY = "2026-03-31T09:00:00Z";

describe("a second response of a rater", () => {
  it.each<
    [
      what: string,
      responses: Response[],
      duplicates: TallyOptions["duplicates"],
      counted: unknown[],
      rejected: [number, string, string][],
    ]
  >([
    [
      "is refused, the earlier one kept",
      again(TUESDAY, MONDAY),
      undefined,
      [2],
      [[0, "multirater/duplicate-response", "error"]],
    ],
    [
      "counts where it is the latest",
      again(TUESDAY, MONDAY),
      "latest",
      [1],
      [[1, "multirater/superseded-response", "info"]],
    ],
    [
      "is ordered by sequence at the same instant",
      again([MONDAY, 2], [MONDAY, 1]),
      "latest",
      [1],
      [[1, "multirater/superseded-response", "info"]],
    ],
    [
      "without a sequence has 0",
      again([MONDAY, -1], MONDAY),
      "latest",
      [2],
      [[0, "multirater/superseded-response", "info"]],
    ],
    [
      "is compared as an instant, not as text",
      again("2026-03-31T01:00:00+09:00", "2026-03-30T17:00:00Z"),
      "latest",
      [2],
      [[0, "multirater/superseded-response", "info"]],
    ],
    [
      "counts for none where neither is the last",
      again(MONDAY, MONDAY),
      "latest",
      [],
      [
        [0, "multirater/duplicate-response", "error"],
        [1, "multirater/duplicate-response", "error"],
      ],
    ],
    [
      "counts for none where neither is the first",
      again(MONDAY, MONDAY),
      "refuse",
      [],
      [
        [0, "multirater/duplicate-response", "error"],
        [1, "multirater/duplicate-response", "error"],
      ],
    ],
    [
      "leaves all but the last of three",
      again(MONDAY, TUESDAY, "2026-04-01T09:00:00Z"),
      "latest",
      [3],
      [
        [0, "multirater/superseded-response", "info"],
        [1, "multirater/superseded-response", "info"],
      ],
    ],
  ])("%s", (_, responses, duplicates, counted, rejected) => {
    const outcome = orThrow(tallyResponses(SURVEY, responses, { onInvalid: "skip", duplicates }));
    const values = toCounts(outcome.tally)
      .answers.filter(({ itemId }) => itemId === "a")
      .map(({ value }) => value);
    expect(values).toEqual(counted);
    expect(
      outcome.rejected.map(({ index, issues }) => [index, issues[0]?.code, issues[0]?.severity]),
    ).toEqual(rejected);
  });

  it("refuses the batch, and superseding does not", () => {
    expect(refusals(tallyResponses(SURVEY, again(MONDAY, TUESDAY)))).toEqual([
      "multirater/duplicate-response@1",
    ]);
    expect(
      refusals(tallyResponses(SURVEY, again(MONDAY, TUESDAY), { duplicates: "latest" })),
    ).toEqual([]);
  });

  it("is none where the subject or the rater is another", () => {
    const rows = [PEER, wrong({ raterId: "p2" }), wrong({ subjectId: "bea" })];
    expect(orThrow(tallyResponses(SURVEY, rows)).rejected).toEqual([]);
  });

  it("is one across relationships", () => {
    const rows = [PEER, wrong({ relationship: "report", submittedAt: "2026-04-01T09:00:00Z" })];
    expect(refusals(tallyResponses(SURVEY, rows))).toEqual(["multirater/duplicate-response@1"]);
  });

  it("is not looked for in rows that are invalid in themselves", () => {
    const rows = [wrong({ answers: [answer("a", 9)] }), PEER];
    const { rejected } = orThrow(tallyResponses(SURVEY, rows, { onInvalid: "skip" }));
    expect(rejected.map(({ index }) => index)).toEqual([0]);
  });
});
