import type {
  NonAnswer,
  Response,
  ResponseAnswer,
  ResponseColumns,
  Survey,
} from "truescore/multirater";

/** The non-answers by their codes; see `ResponseColumns`. */
const NON_ANSWERS: readonly NonAnswer[] = ["skipped", "notApplicable", "unableToRate", "tooNew"];

/** Code of the lowest scale point. */
export const FIRST_POINT = 4;

/** Relationships of the benchmark survey, in its order. */
export const RELATIONSHIPS = ["self", "manager", "peer", "directReport", "customer"] as const;

/** Competencies of the survey, and items in each. */
export const COMPETENCIES = 5;
export const ITEMS_EACH = 5;
export const ITEMS = COMPETENCIES * ITEMS_EACH;

/** Raters of every subject. */
export const RATERS_EACH = 8;

/** Values of the five-point scale and the four non-answers. */
export const CODES = FIRST_POINT + 5;

/** Five competencies of five items on a five-point scale. */
export const SURVEY: Survey = {
  id: "bench",
  version: 1,
  scales: [{ id: "likert-5", min: 1, max: 5, step: 1, direction: "higherIsBetter" }],
  reportingScaleId: "likert-5",
  competencies: Array.from({ length: COMPETENCIES }, (_, c) => ({
    id: `competency-${c}`,
    items: Array.from({ length: ITEMS_EACH }, (__, i) => ({
      id: `item-${c}-${i}`,
      scaleId: "likert-5",
    })),
  })),
  relationships: RELATIONSHIPS.map((id) => ({ id, identified: id === "self" || id === "manager" })),
  disclosure: {
    id: "bench-disclosure",
    minimumRaters: 3,
    minimumForSpread: 5,
    folds: [{ from: "customer", into: "peer" }],
  },
};

/** A seeded generator of numbers from 0 to 1 (Marsaglia's xorshift with 32 bits). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Columns of `subjects` × 8 raters × 25 items with 5 % non-answers. Everybody rates themself, has
 * one manager, and six others who are peers, reports or customers by chance. Rows of one subject do
 * not stand together: responses come in as they are sent.
 */
export function makeColumns(subjects: number, seed = 20261123): ResponseColumns {
  const random = makeRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const rows = subjects * RATERS_EACH;
  const columns = {
    subjectIds: Array.from({ length: subjects }, (_, s) => `emp-${String(s).padStart(6, "0")}`),
    raterCount: subjects,
    subjects: new Int32Array(rows),
    raters: new Int32Array(rows),
    relationships: new Uint8Array(rows),
    codes: new Uint8Array(rows * ITEMS),
  };
  const order = shuffled(rows, below);
  for (let subject = 0; subject < subjects; subject++) {
    const level = 1 + random() * 2;
    const seen = new Set([subject]);
    for (let place = 0; place < RATERS_EACH; place++) {
      const row = order[subject * RATERS_EACH + place] as number;
      let rater = subject;
      while (place > 0 && seen.has(rater)) rater = below(subjects);
      seen.add(rater);
      columns.subjects[row] = subject;
      columns.raters[row] = rater;
      const draw = random();
      columns.relationships[row] = place < 2 ? place : draw < 0.55 ? 2 : draw < 0.85 ? 3 : 4;
      for (let item = 0; item < ITEMS; item++) {
        columns.codes[row * ITEMS + item] =
          random() < 0.05
            ? below(FIRST_POINT)
            : FIRST_POINT + Math.min(4, Math.floor(level + random() * 2.5));
      }
    }
  }
  return columns;
}

function shuffled(length: number, below: (limit: number) => number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = below(at + 1);
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
  return order;
}

/** The same answers as response objects, as a product reads them from its database. */
export function makeResponses(columns: ResponseColumns): Response[] {
  const { subjectIds, subjects, raters, relationships, codes } = columns;
  const itemIds = SURVEY.competencies.flatMap(({ items }) => items.map(({ id }) => id));
  return Array.from(subjects, (subject, row): Response => {
    const answers: ResponseAnswer[] = [];
    for (let item = 0; item < ITEMS; item++) {
      const code = codes[row * ITEMS + item] as number;
      answers.push({ itemId: itemIds[item] as string, value: answerOf(code) });
    }
    return {
      surveyId: SURVEY.id,
      subjectId: subjectIds[subject] as string,
      raterId: subjectIds[raters[row] as number] as string,
      relationship: RELATIONSHIPS[relationships[row] as number] as string,
      submittedAt: instantOf(row),
      answers,
    };
  });
}

function answerOf(code: number): number | NonAnswer {
  return code < FIRST_POINT ? (NON_ANSWERS[code] as NonAnswer) : code - FIRST_POINT + 1;
}

function instantOf(row: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `2026-03-${two(1 + (row % 31))}T${two(row % 24)}:${two(row % 60)}:${two(row % 59)}Z`;
}

/** One row per answer, in long columns: what a reader of a database table of answers holds. */
export interface LongColumns {
  readonly subjects: Int32Array;
  readonly competencies: Uint8Array;
  readonly items: Uint8Array;
  readonly relationships: Uint8Array;
  /** The rating, 1 to 5; 0 for a non-answer. */
  readonly values: Uint8Array;
}

/** The same answers in long columns. */
export function makeLongColumns(columns: ResponseColumns): LongColumns {
  const { subjects, relationships, codes } = columns;
  const long = {
    subjects: new Int32Array(codes.length),
    competencies: new Uint8Array(codes.length),
    items: new Uint8Array(codes.length),
    relationships: new Uint8Array(codes.length),
    values: new Uint8Array(codes.length),
  };
  for (let at = 0; at < codes.length; at++) {
    const row = Math.floor(at / ITEMS);
    const item = at % ITEMS;
    long.subjects[at] = subjects[row] as number;
    long.relationships[at] = relationships[row] as number;
    long.items[at] = item;
    long.competencies[at] = Math.floor(item / ITEMS_EACH);
    long.values[at] = Math.max(0, (codes[at] as number) - FIRST_POINT + 1);
  }
  return long;
}

/** One object per answer: what a query for answers gives in JavaScript. */
export interface AnswerRow {
  readonly subjectId: string;
  readonly competencyId: string;
  readonly relationship: string;
  /** The rating; `null` for a non-answer. */
  readonly value: number | null;
}

/** The same answers as one object each. */
export function makeAnswerRows(columns: ResponseColumns, long: LongColumns): AnswerRow[] {
  const competencyIds = SURVEY.competencies.map(({ id }) => id);
  return Array.from(
    long.values,
    (value, at): AnswerRow => ({
      subjectId: columns.subjectIds[long.subjects[at] as number] as string,
      competencyId: competencyIds[long.competencies[at] as number] as string,
      relationship: RELATIONSHIPS[long.relationships[at] as number] as string,
      value: value === 0 ? null : value,
    }),
  );
}
