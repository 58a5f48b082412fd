import fc from "fast-check";
import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { codeOf } from "../../../src/multirater/check-response.js";
import { mergeTallies } from "../../../src/multirater/merge-tallies.js";
import { makeGrid } from "../../../src/multirater/scale-grid.js";
import { subtractTally } from "../../../src/multirater/subtract-tally.js";
import { tallyColumns } from "../../../src/multirater/tally-columns.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Response, ResponseColumns, Survey, Tally } from "../../../src/multirater/types.js";
import { scaleEnds } from "../../../src/values/scale-ends.js";
import type { RatingScale } from "../../../src/values/types.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";
import { itemsOf, shuffled, survey, surveyWithResponses } from "./tally-arbitraries.js";

const tallyOf = (asked: Survey, responses: readonly Response[]): Tally =>
  orThrow(tallyResponses(asked, responses)).tally;
const countsOf = (tally: Tally): string => JSON.stringify(toCounts(tally));

it("a tally does not depend on the order of the responses, nor of their answers", () => {
  const shuffledToo = surveyWithResponses.chain(({ asked, responses }) =>
    fc.record({
      asked: fc.constant(asked),
      responses: fc.constant(responses),
      others: shuffled(responses).chain((list) =>
        fc.tuple(
          ...list.map((one) => shuffled(one.answers).map((answers) => ({ ...one, answers }))),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(shuffledToo, ({ asked, responses, others }) => {
      expect(countsOf(tallyOf(asked, others))).toBe(countsOf(tallyOf(asked, responses)));
    }),
  );
});

it("a tally counts what a plain count of the answers counts", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const counts = toCounts(tallyOf(asked, responses));
      const key = (...parts: unknown[]): string => JSON.stringify(parts);
      const expected = new Map<string, number>();
      for (const { subjectId, relationship, answers } of responses) {
        for (const { id } of itemsOf(asked)) {
          const value = answers.find(({ itemId }) => itemId === id)?.value ?? "skipped";
          const cell = key(subjectId, relationship, id, value);
          expected.set(cell, (expected.get(cell) ?? 0) + 1);
        }
      }
      const found = new Map(
        counts.answers.map(({ subjectId, relationship, itemId, value, count }) => [
          key(subjectId, relationship, itemId, value),
          count,
        ]),
      );
      expect(counts.answers.length).toBe(found.size);
      expect(found).toEqual(expected);
      expect(counts.responses.reduce((sum, { count }) => sum + count, 0)).toBe(responses.length);
    }),
  );
});

it("parts that are counted apart and merged are one pass, however they are parted", () => {
  const parted = surveyWithResponses.chain(({ asked, responses }) =>
    fc.record({
      asked: fc.constant(asked),
      responses: fc.constant(responses),
      part: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: responses.length,
        maxLength: responses.length,
      }),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(parted, ({ asked, responses, part, order }) => {
      const parts = order.map((name) =>
        tallyOf(
          asked,
          responses.filter((_, at) => part[at] === name),
        ),
      );
      const merged = parts.reduce((sum, one) => orThrow(mergeTallies(sum, one)));
      const whole = tallyOf(asked, responses);
      expect(countsOf(merged)).toBe(countsOf(whole));
      expect(merged.subjectIds).toEqual(whole.subjectIds);
      expect([...merged.starts]).toEqual([...whole.starts]);
    }),
  );
});

it("merging is the same in either order", () => {
  fc.assert(
    fc.property(surveyWithResponses, fc.nat(24), ({ asked, responses }, at) => {
      const [a, b] = [responses.slice(0, at), responses.slice(at)].map((part) =>
        tallyOf(asked, part),
      ) as [Tally, Tally];
      expect(countsOf(orThrow(mergeTallies(a, b)))).toBe(countsOf(orThrow(mergeTallies(b, a))));
    }),
  );
});

it("subtracting undoes merging", () => {
  fc.assert(
    fc.property(surveyWithResponses, fc.nat(24), ({ asked, responses }, at) => {
      const kept = tallyOf(asked, responses.slice(0, at));
      const taken = tallyOf(asked, responses.slice(at));
      const merged = orThrow(mergeTallies(kept, taken));
      expect(countsOf(orThrow(subtractTally(merged, taken)))).toBe(countsOf(kept));
      expect(countsOf(orThrow(subtractTally(merged, kept)))).toBe(countsOf(taken));
    }),
  );
});

it("subtracting refuses exactly what is not there", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      fc.pre(responses.length > 0);
      const all = tallyOf(asked, responses);
      const twice = orThrow(mergeTallies(all, all));
      expect(subtractTally(all, twice).ok).toBe(false);
      expect(orThrow(subtractTally(twice, all)).subjectIds).toEqual(all.subjectIds);
    }),
  );
});

/** The same responses as columns of codes. */
function columnsOf(asked: Survey, responses: readonly Response[]): ResponseColumns {
  const items = itemsOf(asked);
  const subjectIds = [...new Set(responses.map(({ subjectId }) => subjectId))];
  const raterIds = [...new Set(responses.map(({ raterId }) => raterId))];
  const relationshipIds = asked.relationships.map(({ id }) => id);
  const codes = responses.flatMap(({ answers }) =>
    items.map(({ id, scaleId }) => {
      const value = answers.find(({ itemId }) => itemId === id)?.value ?? "skipped";
      const scale = asked.scales.find((one) => one.id === scaleId) as RatingScale;
      return codeOf(value, makeGrid(scale, scaleEnds(scale)));
    }),
  );
  return {
    subjectIds,
    raterCount: raterIds.length,
    subjects: Int32Array.from(responses, ({ subjectId }) => subjectIds.indexOf(subjectId)),
    raters: Int32Array.from(responses, ({ raterId }) => raterIds.indexOf(raterId)),
    relationships: Uint8Array.from(responses, ({ relationship }) =>
      relationshipIds.indexOf(relationship),
    ),
    codes: Uint16Array.from(codes),
  };
}

it("columns count as responses do", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const columns = columnsOf(asked, responses);
      expect(countsOf(orThrow(tallyColumns(asked, columns)))).toBe(
        countsOf(tallyOf(asked, responses)),
      );
    }),
  );
});

it("columns and responses refuse the same second responses", () => {
  const repeated = surveyWithResponses.chain(({ asked, responses }) =>
    fc.record({
      asked: fc.constant(asked),
      responses: fc.array(fc.nat(100), { maxLength: 4 }).map((picks) => [
        ...responses,
        ...picks.flatMap((pick, at) => {
          const one = responses[pick % Math.max(1, responses.length)];
          return one === undefined ? [] : [{ ...one, sequence: at + 1 }];
        }),
      ]),
    }),
  );
  fc.assert(
    fc.property(repeated, ({ asked, responses }) => {
      const byRow = tallyResponses(asked, responses);
      const byColumn = tallyColumns(asked, columnsOf(asked, responses));
      const rows = (path: number, issues: typeof byRow) =>
        issues.ok ? [] : issues.issues.map((issue) => issue.path[path]).sort();
      expect(rows(1, byColumn as typeof byRow)).toEqual(rows(0, byRow));
    }),
  );
});

it("the latest response counts, whatever the order", () => {
  const twice = surveyWithResponses.chain(({ asked, responses }) =>
    fc.record({
      asked: fc.constant(asked),
      responses: fc.constant(responses),
      older: fc
        .subarray(responses)
        .chain((list) =>
          shuffled(list.map((one, at) => ({ ...one, answers: [], sequence: -1 - at }))),
        ),
    }),
  );
  fc.assert(
    fc.property(twice, fc.boolean(), ({ asked, responses, older }, first) => {
      const all = first ? [...older, ...responses] : [...responses, ...older];
      const { tally, rejected } = orThrow(tallyResponses(asked, all, { duplicates: "latest" }));
      expect(countsOf(tally)).toBe(countsOf(tallyOf(asked, responses)));
      expect(rejected.map(({ index }) => all[index]?.sequence !== undefined)).toEqual(
        older.map(() => true),
      );
    }),
  );
});

it("skipping gives the tally of the valid responses, and lists the others", () => {
  fc.assert(
    fc.property(
      surveyWithResponses,
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      ({ asked, responses }, spoil) => {
        const spoilt = responses.map((one, at) =>
          spoil[at] === true
            ? { ...one, answers: [...one.answers, { itemId: "?", value: 1 }] }
            : one,
        );
        const { tally, rejected } = orThrow(tallyResponses(asked, spoilt, { onInvalid: "skip" }));
        const good = responses.filter((_, at) => spoil[at] !== true);
        expect(countsOf(tally)).toBe(countsOf(tallyOf(asked, good)));
        expect(rejected.map(({ index }) => index)).toEqual(
          responses.flatMap((_, at) => (spoil[at] === true ? [at] : [])),
        );
      },
    ),
  );
});

it("frozen surveys and responses are accepted and left alone", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const before = JSON.stringify([asked, responses]);
      const frozen = deepFreeze({ asked, responses });
      const tally = tallyOf(frozen.asked, frozen.responses);
      const half = tallyOf(frozen.asked, frozen.responses.slice(0, 3));
      orThrow(subtractTally(orThrow(mergeTallies(tally, half)), half));
      expect(JSON.stringify([asked, responses])).toBe(before);
    }),
  );
});

it("the arbitraries reach 16-bit codes, several competencies and repeated patterns", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      const tally = tallyOf(asked, responses);
      seen.add(`bytes ${tally.codes.BYTES_PER_ELEMENT}`);
      seen.add(`competencies ${asked.competencies.length}`);
      if (toCounts(tally).patterns.some(({ count }) => count > 1)) seen.add("repeated");
      if (responses.some(({ relationship }) => relationship === "self")) seen.add("self");
    }),
  );
  expect([...seen].sort()).toEqual([
    "bytes 1",
    "bytes 2",
    "competencies 1",
    "competencies 2",
    "competencies 3",
    "repeated",
    "self",
  ]);
  fc.assert(fc.property(survey, (asked) => tallyResponses(asked, []).ok));
});
