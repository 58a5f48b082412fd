import fc from "fast-check";
import type {
  DisclosurePolicy,
  FoldRule,
  NonAnswer,
  Response,
  ResponseAnswer,
  Survey,
  SurveyCompetency,
  SurveyRelationship,
} from "../../../src/multirater/types.js";
import type { RatingScale } from "../../../src/values/types.js";
import { type Case, type Item, itemsOf } from "./case.js";
import { drawFrom, type Tape } from "./tape.js";

/** What kind of cases are wanted. */
export interface CaseShape {
  /** Fewest and most subjects. */
  readonly subjects: readonly [number, number];
  /** Most competencies, and most items of each. */
  readonly competencies: number;
  readonly items: number;
  /** Most raters of one relationship. */
  readonly raters: number;
  /** Whether means may be coarsened at the ends of a scale. */
  readonly topCode: boolean;
  /** Per cent of cases with a fold, a withheld item and a withheld pool planned in. */
  readonly planned: number;
  /** Per cent of cases in which a rater reads the report; 25 by default. */
  readonly readers?: number;
  /** Whether every subject gets a large group, so that spreads are shown. */
  readonly large?: boolean;
}

const SCALES: readonly RatingScale[] = [
  { id: "five", min: 1, max: 5, step: 1, direction: "higherIsBetter" },
  { id: "seven reversed", min: 1, max: 7, step: 1, direction: "lowerIsBetter" },
  { id: "halves", min: 1, max: 5, step: 0.5, direction: "higherIsBetter" },
  { id: "hundred", min: 0, max: 100, step: 5, direction: "higherIsBetter" },
  { id: "tenths", min: 0, max: 1, step: 0.1, direction: "higherIsBetter" },
  { id: "around 0", min: -2, max: 2, step: 1, direction: "lowerIsBetter" },
];
const SUBJECTS = ["ada", "__proto__", "a,b", "\u200b", "Σωκράτης"];
const CONFIDENTIAL = ["peer", "directReport", "customer", "constructor"];
const NON_ANSWERS: readonly NonAnswer[] = ["skipped", "notApplicable", "unableToRate", "tooNew"];

/** Random surveys with random answers. */
export function arbitraryCase(shape: CaseShape): fc.Arbitrary<Case> {
  const tape = fc.noBias(fc.array(fc.nat(999_999), { minLength: 900, maxLength: 900 }));
  return tape.map((values) => makeCase(drawFrom(values), shape));
}

interface Plan {
  readonly receiver: string;
  readonly folded: string;
  readonly pooled: string;
}

function makeCase(tape: Tape, shape: CaseShape): Case {
  const isPlanned = tape.below(100) < shape.planned;
  const names = tape
    .shuffle(CONFIDENTIAL)
    .slice(0, isPlanned ? tape.from(3, 4) : tape.pick([1, 2, 3, 4, 4]));
  const [receiver = "", folded = "", pooled = ""] = names;
  const plan = isPlanned ? { receiver, folded, pooled } : null;
  const scales = tape.shuffle(SCALES).slice(0, tape.from(1, 3));
  const disclosure = makePolicy(tape, { names, plan, shape });
  const survey: Survey = {
    id: "survey",
    version: 1,
    scales,
    reportingScaleId: tape.pick(scales).id,
    competencies: makeCompetencies(tape, scales, shape),
    relationships: makeRelationships(tape, names),
    disclosure,
  };
  const k = disclosure.minimumRaters ?? 3;
  const count = tape.from(...shape.subjects);
  const responses = Array.from({ length: count }, (_, at) =>
    answerFor(tape, {
      survey,
      plan,
      k,
      shape,
      subjectId: SUBJECTS[at] ?? `subject ${at}`,
      allSmall: shape.large !== true && tape.below(2) === 0,
    }),
  ).flat();
  const averaging = tape.pick(["itemFirst", "pooled", "raterFirst"] as const);
  return {
    survey,
    responses: tape.shuffle(responses),
    summary: {
      averaging: disclosure.publish === "competencies" ? "raterFirst" : averaging,
      composition: tape.pick(["byGroup", "byRater"] as const),
      minimumCoverage: tape.pick([0, 0, 0, 0.3, 0.6]),
    },
    readers: tape.below(100) < (shape.readers ?? 25) ? makeReaders(tape, responses) : [],
    stricter: tape.below(8) === 0 ? { minimumRaters: k + 1, minimumForSpread: k + 3 } : undefined,
  };
}

/** Raters who will read the report they answered for, and readers who did not answer. */
function makeReaders(tape: Tape, responses: readonly Response[]): Case["readers"] {
  if (responses.length === 0) return [];
  const rater = tape.pick(responses);
  const reader = { subjectId: rater.subjectId, raterId: rater.raterId };
  return [reader, { subjectId: rater.subjectId, raterId: "nobody who answered" }];
}

function makePolicy(
  tape: Tape,
  given: { names: readonly string[]; plan: Plan | null; shape: CaseShape },
): DisclosurePolicy {
  const { names, plan, shape } = given;
  const k = tape.pick([2, 3, 3, 4, 5]);
  const margin = tape.pick([0.1, 0.25]);
  const topCode = { belowRaters: tape.from(3, 6), margin };
  return {
    id: "policy",
    ...(k === 3 && tape.below(2) === 0 ? {} : { minimumRaters: k }),
    ...(tape.below(4) === 0 ? {} : { minimumForSpread: Math.max(3, k) + tape.below(2) }),
    folds: plan === null ? makeFolds(tape, names) : plannedFolds(tape, names, plan),
    publish: plan === null && tape.below(3) === 0 ? "competencies" : "items",
    ...(shape.topCode && tape.below(3) === 0 ? { topCode } : {}),
  };
}

/** Folds without a circle, chains among them, in any order. */
function makeFolds(tape: Tape, names: readonly string[]): FoldRule[] {
  const order = tape.shuffle(names);
  const folds = order.slice(0, -1).flatMap((from, at): FoldRule[] => {
    const into = tape.pick(order.slice(at + 1));
    return tape.below(3) > 0 ? [{ from, into }] : [];
  });
  return tape.shuffle(folds);
}

function plannedFolds(tape: Tape, names: readonly string[], plan: Plan): FoldRule[] {
  const { receiver, folded, pooled } = plan;
  const rest = names.filter((name) => ![receiver, folded, pooled].includes(name));
  const chain = rest.map((from): FoldRule => ({ from, into: tape.pick([receiver, folded]) }));
  return tape.shuffle([{ from: folded, into: receiver }, ...chain]);
}

function makeCompetencies(
  tape: Tape,
  scales: readonly RatingScale[],
  shape: CaseShape,
): SurveyCompetency[] {
  const weights = (length: number): (number | undefined)[] => {
    const drawn = Array.from({ length }, () => tape.pick([undefined, 1, 2, 3, 0.5, 0]));
    return drawn.every((weight) => weight === 0) ? [1, ...drawn.slice(1)] : drawn;
  };
  return weights(tape.from(1, shape.competencies)).map((weight, c) => ({
    id: c === 0 ? "competency" : `competency ${c}`,
    weight,
    items: weights(tape.from(1, shape.items)).map((own, i) => ({
      id: c + i === 0 ? "__proto__" : `item ${c}.${i}`,
      scaleId: tape.pick(scales).id,
      weight: own,
    })),
  }));
}

function makeRelationships(tape: Tape, names: readonly string[]): SurveyRelationship[] {
  const weight = (): number | undefined => tape.pick([undefined, 1, 2, 40, 0.5, 0]);
  const confidential = names.map((id) => ({ id, identified: false, weight: weight() }));
  const others = [
    { id: "manager", identified: true, weight: tape.pick([1, 2, 30]) },
    ...(tape.below(4) === 0 ? [{ id: "mentor", identified: true, weight: weight() }] : []),
    ...confidential,
  ];
  const self = tape.below(8) === 0 ? [] : [{ id: "self", identified: true }];
  return tape.shuffle([...self, ...others]);
}

interface About {
  readonly survey: Survey;
  readonly plan: Plan | null;
  readonly k: number;
  readonly shape: CaseShape;
  readonly subjectId: string;
  /** Whether all groups are small, so that they only come through together. */
  readonly allSmall: boolean;
}

function answerFor(tape: Tape, about: About): Response[] {
  const { survey, plan, subjectId, k } = about;
  const items = itemsOf(survey);
  const thin = tape.below(items.length);
  const thinRaters = tape.below(k);
  let receivers = 0;
  return survey.relationships.flatMap(({ id }) =>
    Array.from({ length: countOf(tape, id, about) }, (_, rater): Response => {
      const inReceiver = plan !== null && (id === plan.receiver || id === plan.folded);
      if (inReceiver) receivers += 1;
      const tooMany = inReceiver && receivers > thinRaters;
      return {
        surveyId: survey.id,
        subjectId,
        raterId: id === "self" ? subjectId : `${id} ${rater}`,
        relationship: id,
        submittedAt: "2026-03-31T17:00:00Z",
        answers: items.flatMap((item, at) =>
          makeAnswer(tape, item, { never: tooMany && at === thin }),
        ),
      };
    }),
  );
}

function countOf(tape: Tape, relationship: string, about: About): number {
  const { plan, k, shape, allSmall } = about;
  if (relationship === "self") return tape.below(8) === 0 ? 0 : 1;
  if (relationship === "manager" || relationship === "mentor") return tape.from(0, 2);
  if (plan !== null) {
    if (relationship === plan.receiver) return Math.min(k + tape.below(3), shape.raters);
    if (relationship === plan.folded || relationship === plan.pooled) return tape.from(1, k - 1);
    return tape.pick([0, k + 1]);
  }
  const small = allSmall ? tape.from(1, k - 1) : tape.below(k + 1);
  if (allSmall) return small;
  return tape.below(2) === 0 && shape.large !== true ? small : tape.from(2, shape.raters);
}

function makeAnswer(
  tape: Tape,
  { id, scale }: Item,
  { never }: { never: boolean },
): ResponseAnswer[] {
  const kind = tape.below(16);
  const points = Math.round((scale.max - scale.min) / scale.step);
  // Ends of the scale and equal answers come often: they are where coarsening and ties show.
  const point = tape.pick([0, points, tape.from(0, points), tape.from(0, points)]);
  if (kind === 0 || (never && kind < 4)) return [];
  if (kind < 4 || never) return [{ itemId: id, value: tape.pick(NON_ANSWERS) }];
  return [{ itemId: id, value: valueAt(scale, point) }];
}

/** The value of a scale point, as a person would write it. */
export function valueAt({ min, step }: RatingScale, point: number): number {
  return Number((min + point * step).toFixed(6));
}
