import { partitionByCount } from "../../../src/disclosure/index.js";
import { orThrow } from "../../../src/kernel/index.js";
import {
  type AveragingOrder,
  type FeedbackSummary,
  type Response,
  type Survey,
  type SurveyRelationship,
  summarizeFeedback,
  tallyResponses,
} from "../../../src/multirater/index.js";
import { describeSample } from "../../../src/stats/index.js";
import { percentShares, roundForDisplay } from "../../../src/values/index.js";
import type { Operations } from "./answer.js";

type Answer = number | null;

/** A survey of one competency, all weights alike unless a list of competencies is given. */
function surveyOf(parts: {
  readonly scale: { readonly min: number; readonly max: number; readonly step: number };
  readonly items?: number;
  readonly competencies?: Survey["competencies"];
  readonly relationships?: readonly SurveyRelationship[];
}): Survey {
  const { scale, items = 1 } = parts;
  const ids = Array.from({ length: items }, (_, at) => `item${at + 1}`);
  return {
    id: "survey",
    version: 1,
    scales: [{ ...scale, id: "scale", direction: "higherIsBetter" }],
    reportingScaleId: "scale",
    competencies: parts.competencies ?? [
      { id: "competency", items: ids.map((id) => ({ id, scaleId: "scale" })) },
    ],
    relationships: parts.relationships ?? [
      { id: "self", identified: true },
      { id: "peer", identified: false },
    ],
    disclosure: { id: "policy" },
  };
}

function response(
  survey: Survey,
  rater: { readonly id: string; readonly relationship: string; readonly sequence?: number },
  answers: readonly (Answer | "notApplicable")[],
): Response {
  const items = survey.competencies.flatMap((competency) => competency.items);
  return {
    surveyId: survey.id,
    subjectId: "subject",
    raterId: rater.relationship === "self" ? "subject" : rater.id,
    relationship: rater.relationship,
    submittedAt: "2026-03-31T17:00:00Z",
    sequence: rater.sequence,
    answers: items.map(({ id }, at) => ({ itemId: id, value: answers[at] ?? "skipped" })),
  };
}

function summarize(
  survey: Survey,
  responses: readonly Response[],
  averaging: AveragingOrder = "itemFirst",
): FeedbackSummary {
  const { tally } = orThrow(tallyResponses(survey, responses, { duplicates: "latest" }));
  return orThrow(summarizeFeedback(survey, tally, { averaging }))[0] as FeedbackSummary;
}

function peerItem({ groups }: FeedbackSummary) {
  return groups.find(({ relationship }) => relationship === "peer")?.items[0];
}

function shown(value: number | null | undefined, decimals: number): number | null {
  return value === null || value === undefined ? null : roundForDisplay(value, { decimals });
}

const FIVE = { min: 1, max: 5, step: 1 };

interface SelfOther {
  readonly responses: readonly { readonly self: boolean; readonly v: number }[];
  readonly dp: number;
}

/** Others never contain self; what lies over all answers alike is a plain description of them. */
function selfOther({ responses, dp }: SelfOther) {
  const survey = surveyOf({ scale: FIVE });
  const { others } = summarize(
    survey,
    responses.map(({ self, v }, at) =>
      response(survey, { id: `rater${at}`, relationship: self ? "self" : "peer" }, [v]),
    ),
  );
  const all = orThrow(describeSample(responses.map(({ v }) => v)));
  return {
    average: shown(all.mean, dp),
    excludingSelf: shown(others[0]?.score, dp),
    min: all.min,
    max: all.max,
  };
}

interface Rubric {
  readonly weights: readonly number[];
  readonly answers: readonly number[];
  readonly dp: number;
}

/** The choices are the points of a scale; −1 is an answer that was left out. */
function rubric({ weights, answers, dp }: Rubric) {
  const scale = { min: Math.min(...weights), max: Math.max(...weights), step: 1 };
  const survey = surveyOf({ scale });
  const summary = summarize(
    survey,
    answers.map((answer, at) =>
      response(survey, { id: `rater${at}`, relationship: "peer" }, [
        answer < 0 ? null : (weights[answer] as number),
      ]),
    ),
  );
  const item = peerItem(summary);
  const shares = percentShares(item?.distribution ?? [], { decimals: dp });
  return {
    percent: weights.map((_, at) => (shares.ok ? shares.value[at] : null)),
    weightedAverage: shown(item?.mean, dp),
    n: item?.n,
  };
}

interface RatingValid {
  readonly min: number;
  readonly max: number;
  readonly na: number;
  readonly rows: readonly (readonly Answer[])[];
}

/** The number that stands for "not applicable" becomes that word: it is no rating. */
function ratingValid({ min, max, na, rows }: RatingValid): boolean[] {
  return rows.map((row) => {
    const survey = surveyOf({ scale: { min, max, step: 1 }, items: row.length });
    const answers = row.map((value) => (value === na ? "notApplicable" : value));
    const one = response(survey, { id: "rater", relationship: "peer" }, answers);
    return tallyResponses(survey, [one]).ok;
  });
}

function meanSkip({ values, dp }: { values: readonly Answer[]; dp: number }): Answer {
  const survey = surveyOf({ scale: FIVE });
  const responses = values.map((value, at) =>
    response(survey, { id: `rater${at}`, relationship: "peer" }, [value]),
  );
  return shown(peerItem(summarize(survey, responses))?.mean, dp);
}

interface LatestPerRater {
  readonly responses: readonly {
    readonly rater: string;
    readonly v: number;
    readonly seq: number;
  }[];
  readonly dp: number;
}

function latestPerRater({ responses, dp }: LatestPerRater): Answer {
  const survey = surveyOf({ scale: FIVE });
  const list = responses.map(({ rater, v, seq }) =>
    response(survey, { id: rater, relationship: "peer", sequence: seq }, [v]),
  );
  return shown(peerItem(summarize(survey, list))?.mean, dp);
}

interface PublishGroups {
  readonly threshold: number;
  readonly alwaysNamed: readonly string[];
  readonly groups: Readonly<Record<string, number>>;
}

/** The pool, here `otherRaters`, is what the cases call `others`; theirs is one group of it. */
function publishGroups({ threshold, alwaysNamed, groups }: PublishGroups) {
  const sizes = Object.entries(groups);
  const list = sizes.map(([id, n]) => ({ id, n, identified: alwaysNamed.includes(id) }));
  const { parts } = orThrow(partitionByCount(list, { minimum: threshold }));
  const named = parts.map((part) => ({
    ...part,
    id: part.id === "otherRaters" ? "others" : part.id,
  }));
  const visible = named.filter(({ status }) => status !== "withheld");
  const pooled = visible.filter(({ status }) => status === "shown");
  return {
    published: visible.map(({ id }) => id),
    counts: Object.fromEntries(pooled.map(({ id, n }) => [id, n])),
    suppressed: named
      .filter(({ status }) => status === "withheld")
      .flatMap(({ members }) => members.filter((id) => (groups[id] as number) > 0))
      .sort(),
  };
}

interface Category {
  readonly weight: number;
  readonly ratings: readonly Answer[];
}

/** Categories are competencies, and one rater answered them all. */
function categoryWeights({ categories }: { categories: readonly Category[] }) {
  const competencies = categories.map(({ weight, ratings }, c) => ({
    id: `category${c}`,
    weight,
    items: ratings.map((_, at) => ({ id: `item${c}.${at}`, scaleId: "scale" })),
  }));
  const survey = surveyOf({ scale: { min: 1, max: 5, step: 0.5 }, competencies });
  const answers = categories.flatMap(({ ratings }) => ratings);
  const { overall } = summarize(survey, [
    response(survey, { id: "rater", relationship: "peer" }, answers),
  ]);
  return { overall: overall.score, published2: shown(overall.score, 2) };
}

/** Rows are raters, columns the items of one competency. */
function averagingOrders({ raters }: { raters: readonly (readonly Answer[])[] }) {
  const survey = surveyOf({ scale: FIVE, items: raters[0]?.length ?? 0 });
  const responses = raters.map((answers, at) =>
    response(survey, { id: `rater${at}`, relationship: "peer" }, answers),
  );
  const scoreBy = (order: AveragingOrder) =>
    summarize(survey, responses, order).others[0]?.score ?? null;
  return {
    raterFirst: scoreBy("raterFirst"),
    itemFirst: scoreBy("itemFirst"),
    pooled: scoreBy("pooled"),
  };
}

/** What `multirater` and `disclosure` answer. */
export const operations: Operations = {
  selfOther,
  rubric,
  ratingValid,
  meanSkip,
  latestPerRater,
  publishGroups,
  "multirater-category-weights": categoryWeights,
  "averaging-orders": averagingOrders,
};
