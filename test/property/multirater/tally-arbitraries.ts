import fc from "fast-check";
import type { SummaryPolicy } from "../../../src/multirater/summary-types.js";
import type { NonAnswer, Response, Survey, SurveyItem } from "../../../src/multirater/types.js";
import type { RatingScale } from "../../../src/values/types.js";

/** Identifiers that trip over objects as maps, over joined keys and over trimming. */
export const TRICKY_IDS: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "a,b",
  "a",
  "b",
  " ",
  "\u200b",
  "\u0000",
  "同僚",
  "Überprüfung",
  '"],["',
  "\\",
  "1",
  "01",
  "null",
];

const SCALES: readonly RatingScale[] = [
  { id: "five", min: 1, max: 5, step: 1, direction: "higherIsBetter" },
  { id: "halves", min: 1, max: 5, step: 0.5, direction: "higherIsBetter" },
  { id: "tenths", min: 0, max: 1, step: 0.1, direction: "higherIsBetter" },
  { id: "strain", min: -3, max: 3, step: 1, direction: "lowerIsBetter" },
  // More than 255 points, so that codes take 16 bits.
  { id: "wide", min: 0, max: 300, step: 1, direction: "higherIsBetter" },
];

const ids = (count: { minLength: number; maxLength: number }) =>
  fc.uniqueArray(fc.constantFrom(...TRICKY_IDS), count);
const weight = fc.constantFrom(undefined, 1, 3, 0.1, 0);

/** Surveys of one to three competencies on scales of all kinds, with tricky identifiers. */
export const survey: fc.Arbitrary<Survey> = fc
  .record({
    items: ids({ minLength: 1, maxLength: 5 }),
    competencies: ids({ minLength: 1, maxLength: 3 }),
    relationships: ids({ minLength: 1, maxLength: 3 }),
    scaleIds: fc.array(fc.constantFrom(...SCALES.map(({ id }) => id)), {
      minLength: 5,
      maxLength: 5,
    }),
    weights: fc.array(weight, { minLength: 11, maxLength: 11 }),
    reporting: fc.constantFrom(...SCALES.map(({ id }) => id)),
    scales: fc.constantFrom(SCALES, SCALES.slice(0, 4)),
  })
  .map((given): Survey => {
    const count = Math.min(given.items.length, given.competencies.length);
    const scaleIds = given.scaleIds.map((id) => knownScale(given.scales, id));
    // The first of every list weighs 1, so that not all weights are 0.
    const weightAt = (at: number, first: boolean) => (first ? 1 : given.weights[at]);
    const competencies = given.competencies.slice(0, count).map((id, c) => ({
      id,
      weight: weightAt(c, c === 0),
      items: given.items
        .map((itemId, at): SurveyItem & { at: number } => ({
          at,
          id: itemId,
          scaleId: scaleIds[at] ?? "five",
          weight: weightAt(3 + at, at < count),
        }))
        .filter(({ at }) => at % count === c)
        .map(({ at, ...item }) => item),
    }));
    return {
      id: "survey",
      version: 1,
      scales: given.scales,
      reportingScaleId: knownScale(given.scales, given.reporting),
      competencies,
      relationships: [
        { id: "self", identified: true },
        ...given.relationships.map((id, at) => ({
          id,
          identified: at === 1,
          weight: weightAt(8 + at, at === 0),
        })),
      ],
      disclosure: { id: "policy" },
    };
  });

function knownScale(scales: readonly RatingScale[], id: string): string {
  return scales.some((scale) => scale.id === id) ? id : "five";
}

/** The items of a survey, in its order. */
export function itemsOf({ competencies }: Survey): readonly SurveyItem[] {
  return competencies.flatMap(({ items }) => items);
}

const nonAnswer = fc.constantFrom<NonAnswer>("skipped", "notApplicable", "unableToRate", "tooNew");

/** Any answer to an item, mostly a rating; `undefined` leaves it out. */
function answerTo({ scales }: Survey, { scaleId }: SurveyItem) {
  const { min, max, step } = scales.find(({ id }) => id === scaleId) as RatingScale;
  const points = Math.round((max - min) / step);
  // Few different values, so that patterns repeat.
  const point = fc.oneof(fc.integer({ min: 0, max: Math.min(2, points) }), fc.constant(points));
  const rating = point.map((k) => Number((min + k * step).toFixed(6)));
  return fc.oneof(
    { arbitrary: rating, weight: 6 },
    { arbitrary: nonAnswer, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
}

/** Valid responses to a survey, each pair of subject and rater at most once. */
export function responsesTo(asked: Survey, maxLength = 24): fc.Arbitrary<Response[]> {
  const items = itemsOf(asked);
  const others = asked.relationships.map(({ id }) => id).filter((id) => id !== "self");
  const one = fc.record({
    subjectId: fc.constantFrom(...TRICKY_IDS.slice(0, 4)),
    raterId: fc.constantFrom(...TRICKY_IDS),
    relationship: fc.constantFrom(...others),
    values: fc.tuple(...items.map((item) => answerTo(asked, item))),
  });
  return fc
    .uniqueArray(one, {
      maxLength,
      size: "max",
      selector: ({ subjectId, raterId }) => JSON.stringify([subjectId, raterId]),
    })
    .map((list) =>
      list.map(({ subjectId, raterId, relationship, values }) => ({
        surveyId: asked.id,
        subjectId,
        raterId,
        relationship: subjectId === raterId ? "self" : relationship,
        submittedAt: "2026-03-31T17:00:00Z",
        answers: items.flatMap(({ id }, at) => {
          const value = values[at];
          return value === undefined ? [] : [{ itemId: id, value }];
        }),
      })),
    );
}

/** A survey with responses to it. */
export const surveyWithResponses: fc.Arbitrary<{ asked: Survey; responses: Response[] }> =
  survey.chain((asked) => fc.record({ asked: fc.constant(asked), responses: responsesTo(asked) }));

/** Any way to turn answers into scores. */
export const summaryPolicy: fc.Arbitrary<SummaryPolicy> = fc.record(
  {
    averaging: fc.constantFrom("itemFirst", "pooled", "raterFirst"),
    composition: fc.constantFrom("byGroup", "byRater"),
    minimumCoverage: fc.constantFrom(0, 0.5, 1),
  },
  { requiredKeys: [] },
);

/** The same list in another order. */
export function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}
