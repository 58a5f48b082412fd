import fc from "fast-check";
import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Response, Survey, TallyCounts } from "../../../src/multirater/types.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";
import { shuffled, surveyWithResponses, TRICKY_IDS } from "./tally-arbitraries.js";

const countsOf = (asked: Survey, responses: readonly Response[]): TallyCounts =>
  toCounts(orThrow(tallyResponses(asked, responses)).tally);

it("counts lead back to the same tally, through JSON", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const counts = countsOf(asked, responses);
      const stored = JSON.parse(JSON.stringify(counts)) as TallyCounts;
      expect(stored).toEqual(counts);
      const tally = orThrow(tallyFromCounts(asked, stored));
      expect(JSON.stringify(toCounts(tally))).toBe(JSON.stringify(counts));
    }),
  );
});

it("counts may come in any order, and without skipped answers, as a database gives them", () => {
  const stored = surveyWithResponses.chain(({ asked, responses }) => {
    const counts = countsOf(asked, responses);
    const isSkipped = (values: readonly unknown[]): boolean =>
      values.every((value) => value === "skipped");
    return fc.record({
      asked: fc.constant(asked),
      counts: fc.constant(counts),
      table: fc.record({
        surveyId: fc.constant(counts.surveyId),
        surveyVersion: fc.constant(counts.surveyVersion),
        responses: shuffled(counts.responses),
        answers: shuffled(counts.answers.filter(({ value }) => value !== "skipped")),
        patterns: shuffled(counts.patterns.filter(({ values }) => !isSkipped(values))),
      }),
    });
  });
  fc.assert(
    fc.property(stored, ({ asked, counts, table }) => {
      const tally = orThrow(tallyFromCounts(asked, table));
      expect(JSON.stringify(toCounts(tally))).toBe(JSON.stringify(counts));
    }),
  );
});

it("identifiers of any text stay apart, and only the empty one is refused", () => {
  const [asked] = fc.sample(
    surveyWithResponses.map((one) => one.asked),
    { numRuns: 1, seed: 7 },
  );
  if (asked === undefined) throw new Error("no survey");
  const id = fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.constantFrom(...TRICKY_IDS));
  const relationship = asked.relationships[1]?.id ?? "";
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 8 }), (subjects) => {
      const responses = subjects.map(
        (subjectId): Response => ({
          surveyId: asked.id,
          subjectId,
          raterId: `rater of ${subjectId}`,
          relationship,
          submittedAt: "2026-03-31T17:00:00Z",
          answers: [],
        }),
      );
      const counts = countsOf(asked, responses);
      expect(counts.responses.map(({ subjectId }) => subjectId)).toEqual([...subjects].sort());
      const tally = orThrow(tallyFromCounts(asked, counts));
      expect(JSON.stringify(toCounts(tally))).toBe(JSON.stringify(counts));
      const empty = { subjectId: "", relationship, count: 1 };
      const refused = tallyFromCounts(asked, {
        ...counts,
        responses: [...counts.responses, empty],
      });
      expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual([
        "multirater/empty-id",
      ]);
    }),
  );
});

it("one changed count is never accepted in silence", () => {
  const table = fc.constantFrom("responses", "answers", "patterns");
  fc.assert(
    fc.property(surveyWithResponses, table, fc.nat(), ({ asked, responses }, name, pick) => {
      const counts = countsOf(asked, responses);
      // A database holds no skipped answers, so that their counts are not looked at.
      const isSkipped = (row: TallyCounts[typeof name][number]): boolean =>
        "values" in row
          ? row.values.includes("skipped")
          : "value" in row && row.value === "skipped";
      const rows = [...counts[name]].filter((row) => !isSkipped(row));
      fc.pre(rows.length > 0);
      const chosen = rows[pick % rows.length];
      const more = counts[name].map((row) =>
        row === chosen ? { ...row, count: row.count + 1 } : row,
      );
      const result = tallyFromCounts(asked, { ...counts, [name]: more });
      // One more response with the same patterns is one that skipped every item: that is allowed,
      // but not of the subject, who answers once.
      expect(result.ok).toBe(name === "responses" && chosen?.relationship !== "self");
    }),
  );
});

it("frozen counts are accepted and left alone", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const counts = countsOf(asked, responses);
      const before = JSON.stringify(counts);
      orThrow(tallyFromCounts(asked, deepFreeze(counts)));
      expect(JSON.stringify(counts)).toBe(before);
    }),
  );
});
