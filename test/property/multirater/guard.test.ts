import fc from "fast-check";
import { expect, it } from "vitest";
import type { Issue, Result } from "../../../src/kernel/types.js";
import { safeParseResponse } from "../../../src/multirater/schema.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { Response, Survey } from "../../../src/multirater/types.js";
import { itemsOf, responsesTo, survey } from "./tally-arbitraries.js";

/** Every issue as `code@path`, sorted; what stands before the path is cut off. */
function placesOf(result: Result<unknown>, skipped: number): string[] {
  const place = ({ code, path }: Issue): string => `${code}@${path.slice(skipped).join(".")}`;
  return result.ok ? [] : [...new Set(result.issues.map(place))].sort();
}

const FIELDS = [
  "surveyId",
  "surveyVersion",
  "subjectId",
  "raterId",
  "relationship",
  "submittedAt",
  "sequence",
  "answers",
];
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  "x",
  "self",
  "skipped",
  "__proto__",
  "2026-02-30T10:00:00Z",
  "2026-02-28T10:00:00Z",
  0,
  1,
  2,
  1.5,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  [{ value: 1 }, { value: "tooNew" }],
);

type Change = (response: Record<string, unknown>) => unknown;

/** One way to spoil a response, or to leave it valid by another way of writing. */
function change(asked: Survey): fc.Arbitrary<Change> {
  const items = itemsOf(asked).map(({ id }) => id);
  const answer = fc.record(
    {
      itemId: fc.oneof(fc.constantFrom<unknown>(...items), odd),
      value: fc.oneof(fc.constantFrom<unknown>(1, 0.3, "notApplicable"), odd),
      comment: fc.oneof(fc.constant<unknown>("text"), odd),
      extra: odd,
    },
    { requiredKeys: [] },
  );
  const answersOf = (response: Record<string, unknown>): unknown[] =>
    Array.isArray(response["answers"]) ? response["answers"] : [];
  return fc.oneof(
    fc.tuple(fc.constantFrom(...FIELDS), odd).map(
      ([field, value]): Change =>
        (response) => ({ ...response, [field]: value }),
    ),
    fc.constantFrom(...FIELDS).map(
      (field): Change =>
        (response) =>
          Object.fromEntries(Object.entries(response).filter(([name]) => name !== field)),
    ),
    fc.array(answer, { minLength: 1, maxLength: 3 }).map(
      (added): Change =>
        (response) => ({ ...response, answers: [...answersOf(response), ...added] }),
    ),
    fc.tuple(fc.nat(9), answer).map(
      ([at, spoilt]): Change =>
        (response) => ({
          ...response,
          answers: answersOf(response).map((one, place) =>
            place === at ? { ...(one as object), ...spoilt } : one,
          ),
        }),
    ),
    fc.tuple(fc.nat(9), odd).map(
      ([at, value]): Change =>
        (response) => ({
          ...response,
          answers: answersOf(response).map((one, place) => (place === at ? value : one)),
        }),
    ),
    odd.map(
      (value): Change =>
        () =>
          value,
    ),
    fc.constant<Change>((response) => ({ ...response, unknown: 1 })),
  );
}

const corrupted = survey.chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    input: fc
      .tuple(responsesTo(asked, 3), fc.array(change(asked), { maxLength: 3 }))
      .map(([responses, changes]) =>
        changes.reduce<unknown>(
          (response, spoil) =>
            typeof response === "object" && response !== null && !Array.isArray(response)
              ? spoil(response as Record<string, unknown>)
              : response,
          responses[0] ?? {},
        ),
      ),
  }),
);

it("the guard of the tally and the schema say the same of a response, issue by issue", () => {
  const seen = new Map<boolean, number>();
  fc.assert(
    fc.property(corrupted, ({ asked, input }) => {
      const guard = tallyResponses(asked, [input as Response]);
      const schema = safeParseResponse(asked, input);
      expect(placesOf(guard, 1)).toEqual(placesOf(schema, 0));
      seen.set(guard.ok, (seen.get(guard.ok) ?? 0) + 1);
    }),
    { numRuns: 2000 },
  );
  // The test would prove little if nearly all were refused or accepted.
  expect(seen.get(true)).toBeGreaterThan(200);
  expect(seen.get(false)).toBeGreaterThan(500);
});

it("what the schema reads is counted, and nothing of it is lost", () => {
  const valid = survey.chain((asked) =>
    fc.record({ asked: fc.constant(asked), responses: responsesTo(asked, 4) }),
  );
  fc.assert(
    fc.property(valid, ({ asked, responses }) => {
      for (const response of responses) {
        const parsed = safeParseResponse(asked, JSON.parse(JSON.stringify(response)));
        expect(parsed).toEqual({ ok: true, value: response, warnings: [] });
      }
    }),
  );
});
