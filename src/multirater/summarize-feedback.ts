import { exactSum } from "../kernel/exact-sum.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { compareScores } from "../values/compare-scores.js";
import { checkSummaryPolicy, fillSummaryPolicy } from "./check-summary-policy.js";
import { type CompositePart, composeOthers } from "./compose-others.js";
import { NON_ANSWERS, SELF } from "./defaults.js";
import { countPointsOf, deviationOf, type GroupAnswers, medianOf } from "./group-answers.js";
import {
  type IndexedCompetency,
  type IndexedItem,
  indexSurvey,
  type SurveyIndex,
} from "./index-survey.js";
import { fingerprintOf, matchSurveys } from "./match-survey.js";
import { groupCodes } from "./merge-tallies.js";
import {
  type ItemScores,
  makeItemScores,
  scoreCompetency,
  scoreItems,
  standardErrorOf,
  usedItems,
} from "./score-competency.js";
import { composeCompetencies, type OverallScore } from "./score-overall.js";
import type {
  CompetencySummary,
  CompositeSummary,
  FeedbackSummary,
  FilledSummaryPolicy,
  GroupSummary,
  ItemSummary,
  SummaryPolicy,
} from "./summary-types.js";
import { sortedPatterns } from "./to-counts.js";
import type { NonAnswer, Survey, Tally } from "./types.js";

/**
 * Turns counts into scores: per subject and relationship every item and competency, and all groups
 * but `self` together.
 *
 * @remarks Item means are on the item's scale; scores are rescaled to the survey's reporting scale
 * before they meet. A competency's score is the weighted mean of its item means (`itemFirst`), of
 * all answers (`pooled`) or of the raters' own means (`raterFirst`). Standard errors come from the
 * spread between raters, so that answers of one rater count as one. `others` weighs groups
 * (`byGroup`) or raters (`byRater`), takes identified groups as given, and leaves `self` out. The
 * result is for the library's own use and for analysts: what people may read is what
 * `discloseFeedback` makes of it.
 * @param survey - what was asked.
 * @param tally - the counts.
 * @param policy - how answers become scores.
 * @returns one summary per subject, sorted by identifier; or issues for a survey or policy that
 *   makes no sense and a tally of another survey.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import {
 *   SAMPLE_RESPONSES,
 *   SAMPLE_SURVEY,
 *   summarizeFeedback,
 *   tallyResponses,
 * } from "truescore/multirater";
 *
 * const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const [ada] = orThrow(summarizeFeedback(SAMPLE_SURVEY, tally));
 * ada?.groups.map(({ relationship, competencies }) => `${relationship} ${competencies[0]?.score}`);
 * // => ["self 4.5", "manager 3.5", "peer 3.166666666666667", "directReport 3.25"]
 * ```
 */
export function summarizeFeedback(
  survey: Survey,
  tally: Tally,
  policy: SummaryPolicy = {},
): Result<FeedbackSummary[]> {
  const indexed = indexSurvey(survey);
  if (!indexed.ok) return indexed;
  const counted = indexSurvey(tally.survey);
  if (!counted.ok) return counted;
  const issues = [
    ...checkSummaryPolicy(policy),
    ...matchSurveys(counted.value, indexed.value, "tally"),
  ];
  if (issues.length > 0) return fail(issues);
  const index = indexed.value;
  const fingerprint = fingerprintOf(index);
  const context = { index, fingerprint, policy: fillSummaryPolicy(policy) };
  return ok(tally.subjectIds.map((_, subject) => summarizeSubject(context, tally, subject)));
}

interface Context {
  readonly index: SurveyIndex;
  readonly fingerprint: string;
  readonly policy: FilledSummaryPolicy;
}

function summarizeSubject(context: Context, tally: Tally, subject: number): FeedbackSummary {
  const { index, policy } = context;
  const { id, version } = index.survey;
  const groups = index.relationships.map((_, group) =>
    summarizeGroup(context, group, groupCodes(tally, subject, group)),
  );
  const others = index.competencies.map((competency, at) =>
    summarizeOthers(context, groups, { id: competency.id, at }),
  );
  return {
    surveyId: id,
    surveyVersion: version,
    fingerprint: context.fingerprint,
    subjectId: tally.subjectIds[subject] as string,
    policy,
    groups,
    others,
    overall: summarizeOverall(context, others),
  };
}

function summarizeGroup(context: Context, group: number, codes: ArrayLike<number>): GroupSummary {
  const { index } = context;
  const { id, identified } = index.relationships[group] as { id: string; identified: boolean };
  const width = index.items.length;
  const rows = Array.from({ length: codes.length / width }, (_, row) => row * width);
  const answers = { codes, rows };
  const items = makeItemScores(index);
  items.used.fill(1);
  scoreItems(index, answers, items);
  return {
    relationship: id,
    identified,
    responses: rows.length,
    items: index.competencies.flatMap((competency) =>
      index.items
        .slice(competency.start, competency.end)
        .map((item, offset) =>
          summarizeItem({ competency, item, answers, items }, competency.start + offset),
        ),
    ),
    competencies: index.competencies.map((competency) =>
      summarizeCompetency(context, { competency, answers, items }),
    ),
  };
}

function summarizeItem(
  cell: {
    competency: IndexedCompetency;
    item: IndexedItem;
    answers: GroupAnswers;
    items: ItemScores;
  },
  at: number,
): ItemSummary {
  const { competency, item, answers, items } = cell;
  const n = items.n[at] as number;
  const distribution = countPointsOf(answers, at, item.grid);
  return {
    competencyId: competency.id,
    itemId: item.id,
    n,
    mean: n > 0 ? (items.means[at] as number) : null,
    sd: deviationOf(distribution, item.grid),
    median: medianOf(distribution, item.grid),
    distribution,
    nonAnswers: countNonAnswers(answers, at),
  };
}

function countNonAnswers({ codes, rows }: GroupAnswers, item: number): Record<NonAnswer, number> {
  const count = (kind: NonAnswer): number => {
    const code = NON_ANSWERS.indexOf(kind);
    return rows.filter((row) => codes[row + item] === code).length;
  };
  return {
    skipped: count("skipped"),
    notApplicable: count("notApplicable"),
    unableToRate: count("unableToRate"),
    tooNew: count("tooNew"),
  };
}

function summarizeCompetency(
  { index, policy }: Context,
  cell: { competency: IndexedCompetency; answers: GroupAnswers; items: ItemScores },
): CompetencySummary {
  const { competency, answers, items } = cell;
  const used = usedItems(index, competency, items);
  const input = { index, competency, answers, items, used, order: policy.averaging };
  const scored = used.length === 0 ? null : scoreCompetency(input);
  const { start, end, id } = competency;
  const covered = scored !== null && isCovered(scored.coverage, policy);
  return {
    competencyId: id,
    score: covered ? scored.score : null,
    n: scored?.n ?? 0,
    standardError: covered ? standardErrorOf(input, scored.score) : null,
    coverage: scored?.coverage ?? 0,
    patterns: sortedPatterns(answers.codes, { start, end, width: index.items.length }),
  };
}

function isCovered(coverage: number, { minimumCoverage }: FilledSummaryPolicy): boolean {
  return compareScores(coverage, minimumCoverage, 1) >= 0;
}

function summarizeOthers(
  { index, policy }: Context,
  groups: readonly GroupSummary[],
  competency: { id: string; at: number },
): CompositeSummary {
  const parts = groups.flatMap((group, at): CompositePart[] => {
    const cell = group.competencies[competency.at] as CompetencySummary;
    if (group.relationship === SELF || cell.score === null) return [];
    const weight = index.relationships[at]?.weight ?? 0;
    return [{ ...cell, score: cell.score, weight, identified: group.identified }];
  });
  const composed = composeOthers(parts, policy.composition, totalWeight(index));
  const covered = composed !== null && isCovered(composed.coverage, policy);
  return {
    competencyId: competency.id,
    score: covered ? composed.score : null,
    n: composed?.n ?? 0,
    standardError: covered ? composed.standardError : null,
    degreesOfFreedom: covered ? composed.degreesOfFreedom : null,
    coverage: composed?.coverage ?? 0,
  };
}

/** Weight of all relationships but `self`. */
export function totalWeight({ relationships }: SurveyIndex): number {
  return exactSum(relationships.map(({ weight }) => weight));
}

function summarizeOverall(
  { index, policy }: Context,
  others: readonly CompositeSummary[],
): CompositeSummary {
  const scores = others.map(({ score, coverage }, at): OverallScore => {
    const { weight } = index.competencies[at] as IndexedCompetency;
    return { weight, score, coverage };
  });
  const overall = composeCompetencies(scores);
  return {
    competencyId: null,
    score: overall !== null && isCovered(overall.coverage, policy) ? overall.score : null,
    n: null,
    standardError: null,
    degreesOfFreedom: null,
    coverage: overall?.coverage ?? 0,
  };
}
