import fc from "fast-check";
import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { mergeTallies } from "../../../src/multirater/merge-tallies.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import type {
  CompetencySummary,
  FeedbackSummary,
  GroupSummary,
  SummaryPolicy,
} from "../../../src/multirater/summary-types.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Response, Survey, Tally } from "../../../src/multirater/types.js";
import { rescale } from "../../../src/values/rescale.js";
import type { RatingScale } from "../../../src/values/types.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";
import { itemsOf, shuffled, summaryPolicy, surveyWithResponses } from "./tally-arbitraries.js";

const tallyOf = (asked: Survey, responses: readonly Response[]): Tally =>
  orThrow(tallyResponses(asked, responses)).tally;

function summariesOf(asked: Survey, tally: Tally, policy: SummaryPolicy): FeedbackSummary[] {
  return orThrow(summarizeFeedback(asked, tally, policy));
}

it("summaries are the same bits however the responses come, in parts or through counts", () => {
  const given = surveyWithResponses.chain(({ asked, responses }) =>
    fc.record({
      asked: fc.constant(asked),
      responses: fc.constant(responses),
      others: shuffled(responses),
      cut: fc.nat(responses.length),
      policy: summaryPolicy,
    }),
  );
  fc.assert(
    fc.property(given, ({ asked, responses, others, cut, policy }) => {
      const text = (tally: Tally): string => JSON.stringify(summariesOf(asked, tally, policy));
      const whole = tallyOf(asked, responses);
      const expected = text(whole);
      expect(text(tallyOf(asked, others))).toBe(expected);
      const [a, b] = [others.slice(0, cut), others.slice(cut)].map((part) => tallyOf(asked, part));
      expect(text(orThrow(mergeTallies(a as Tally, b as Tally)))).toBe(expected);
      expect(text(orThrow(tallyFromCounts(asked, toCounts(whole))))).toBe(expected);
    }),
  );
});

it("summaries leave frozen input alone", () => {
  fc.assert(
    fc.property(surveyWithResponses, summaryPolicy, ({ asked, responses }, policy) => {
      const tally = tallyOf(asked, responses);
      const before = JSON.stringify([asked, tally, policy]);
      summariesOf(deepFreeze(asked), tally, deepFreeze(policy));
      expect(JSON.stringify([asked, tally, policy])).toBe(before);
    }),
  );
});

/** Calls back for every group of every subject, with the responses behind it. */
function eachGroup(
  { asked, responses, policy }: { asked: Survey; responses: Response[]; policy: SummaryPolicy },
  look: (group: GroupSummary, own: readonly Response[]) => void,
): void {
  for (const { subjectId, groups } of summariesOf(asked, tallyOf(asked, responses), policy)) {
    for (const group of groups) {
      const own = responses.filter(
        (one) => one.subjectId === subjectId && one.relationship === group.relationship,
      );
      look(group, own);
    }
  }
}

function ratingsOf(responses: readonly Response[], itemId: string): (number | null)[] {
  return responses.map(({ answers }) => {
    const value = answers.find((answer) => answer.itemId === itemId)?.value;
    return typeof value === "number" ? value : null;
  });
}

const isNumber = (value: number | null): value is number => value !== null;
const plainMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

it("an item's mean, deviation and median are the textbook's", () => {
  fc.assert(
    fc.property(surveyWithResponses, ({ asked, responses }) => {
      eachGroup({ asked, responses, policy: {} }, ({ items }, own) => {
        for (const { itemId, n, mean, sd, median, distribution } of items) {
          const ratings = ratingsOf(own, itemId).filter(isNumber);
          expect(n).toBe(ratings.length);
          expect(distribution.reduce((sum, count) => sum + count, 0)).toBe(n);
          if (mean === null) {
            expect(ratings).toEqual([]);
            continue;
          }
          const centre = plainMean(ratings);
          expect(mean).toBeCloseTo(centre, 9);
          const sorted = [...ratings].sort((a, b) => a - b);
          const [low, high] = [sorted[Math.ceil(n / 2) - 1], sorted[Math.floor(n / 2)]];
          expect(median).toBeCloseTo(((low ?? 0) + (high ?? 0)) / 2, 9);
          const squares = ratings.reduce((sum, value) => sum + (value - centre) ** 2, 0);
          if (n < 2) expect(sd).toBeNull();
          else expect(sd).toBeCloseTo(Math.sqrt(squares / (n - 1)), 6);
        }
      });
    }),
  );
});

/** The scale of an item and the reporting scale. */
function scalesOf(asked: Survey, itemId: string): [RatingScale, RatingScale] {
  const scaleId = itemsOf(asked).find(({ id }) => id === itemId)?.scaleId;
  const find = (id: string | undefined) => asked.scales.find((scale) => scale.id === id);
  return [find(scaleId) as RatingScale, find(asked.reportingScaleId) as RatingScale];
}

interface Weighed {
  readonly weight: number;
  readonly value: number;
}

function weighedMean(list: readonly Weighed[]): number {
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  return list.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
}

/** One list per rater: the weighed ratings of a competency on the reporting scale. */
function ratersOf(asked: Survey, own: readonly Response[], competencyId: string): Weighed[][] {
  const items = asked.competencies.find(({ id }) => id === competencyId)?.items ?? [];
  return own.map((one) =>
    items.flatMap(({ id, weight = 1 }) => {
      const [rating] = ratingsOf([one], id);
      if (rating === null || rating === undefined || weight === 0) return [];
      return [{ weight, value: rescale(rating, ...scalesOf(asked, id)) }];
    }),
  );
}

it("pooled and rater-first scores are the textbook's", () => {
  fc.assert(
    fc.property(
      surveyWithResponses,
      fc.constantFrom("pooled", "raterFirst"),
      ({ asked, responses }, averaging) => {
        eachGroup({ asked, responses, policy: { averaging } }, ({ competencies }, own) => {
          for (const { competencyId, score, n } of competencies) {
            const raters = ratersOf(asked, own, competencyId).filter(({ length }) => length > 0);
            expect(n).toBe(raters.length);
            if (score === null) expect(raters).toEqual([]);
            else if (averaging === "pooled")
              expect(score).toBeCloseTo(weighedMean(raters.flat()), 7);
            else expect(score).toBeCloseTo(plainMean(raters.map(weighedMean)), 7);
          }
        });
      },
    ),
  );
});

it("with complete data the three orders agree, and their error is s/√n of the raters' means", () => {
  const complete = surveyWithResponses.map(({ asked, responses }) => ({
    asked,
    responses: responses.map((one) => ({
      ...one,
      answers: itemsOf(asked).map(({ id }) => {
        const [{ min, max }] = scalesOf(asked, id);
        const value = one.answers.find(({ itemId }) => itemId === id)?.value;
        return {
          itemId: id,
          value: typeof value === "number" ? value : one.raterId < "b" ? min : max,
        };
      }),
    })),
  }));
  const orders = ["itemFirst", "pooled", "raterFirst"] as const;
  fc.assert(
    fc.property(complete, ({ asked, responses }) => {
      for (const averaging of orders) {
        eachGroup({ asked, responses, policy: { averaging } }, ({ competencies }, own) => {
          for (const { competencyId, score, standardError } of competencies) {
            const means = ratersOf(asked, own, competencyId).map(weighedMean);
            const n = means.length;
            if (n === 0) continue;
            const centre = plainMean(means);
            expect(score).toBeCloseTo(centre, 7);
            const squares = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
            if (n < 2) expect(standardError).toBeNull();
            else expect(standardError).toBeCloseTo(Math.sqrt(squares / (n - 1) / n), 5);
          }
        });
      }
    }),
  );
});

it("every score lies within the answers behind it, and coverage within 0 and 1", () => {
  fc.assert(
    fc.property(surveyWithResponses, summaryPolicy, ({ asked, responses }, policy) => {
      for (const { groups, others, overall } of summariesOf(
        asked,
        tallyOf(asked, responses),
        policy,
      )) {
        const { min, max } = scalesOf(asked, "")[1];
        const cells = groups.flatMap(({ competencies }) => competencies);
        for (const { score, coverage } of [...cells, ...others, overall]) {
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(min - 1e-9);
          expect(score).toBeLessThanOrEqual(max + 1e-9);
        }
        others.forEach(({ score }, at) => {
          const behind = groups
            .filter(({ relationship }) => relationship !== "self")
            .map(({ competencies }) => (competencies[at] as CompetencySummary).score)
            .filter(isNumber);
          if (score === null) return;
          expect(score).toBeGreaterThanOrEqual(Math.min(...behind) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(...behind) + 1e-9);
        });
      }
    }),
  );
});

it("what the subject says of themselves moves nobody else's score", () => {
  fc.assert(
    fc.property(surveyWithResponses, summaryPolicy, ({ asked, responses }, policy) => {
      const scores = (list: readonly Response[]) =>
        summariesOf(asked, tallyOf(asked, list), policy).map(({ others, overall }) => [
          others,
          overall,
        ]);
      const silent = responses.map((one) =>
        one.relationship === "self" ? { ...one, answers: [] } : one,
      );
      expect(JSON.stringify(scores(silent))).toBe(JSON.stringify(scores(responses)));
    }),
  );
});
