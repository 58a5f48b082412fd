import { effectiveWeights, rescaleValue, sumOfProducts } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { exactMean, type GroupAnswers, ratingAt } from "./group-answers.js";
import type { IndexedCompetency, IndexedItem, SurveyIndex } from "./index-survey.js";
import type { ScaleGrid } from "./scale-grid.js";
import type { AveragingOrder } from "./types.js";

/** An item of a group as it enters a score. */
export interface ItemScore {
  /** Number of ratings. */
  readonly n: number;
  /** Mean on the item's scale; 0 and unused where nobody rated. */
  readonly mean: number;
  /** Whether the item enters scores. */
  readonly used: boolean;
}

/** A competency score of a group. */
export interface CompetencyScore {
  /** Score on the reporting scale. */
  readonly score: number;
  /** Number of raters with at least one rating that entered. */
  readonly n: number;
  /** Share of the items' weight that entered. */
  readonly coverage: number;
}

/** What a competency is scored from. */
export interface CompetencyInput {
  /** The survey. */
  readonly index: SurveyIndex;
  /** The competency. */
  readonly competency: IndexedCompetency;
  /** The group's answers. */
  readonly answers: GroupAnswers;
  /** The group's items, all of the survey. */
  readonly items: readonly ItemScore[];
  /** How items become a score. */
  readonly order: AveragingOrder;
}

/** Scores a competency over the items in use; `null` where none has weight. */
export function scoreCompetency(input: CompetencyInput): CompetencyScore | null {
  const used = usedItems(input);
  if (used.length === 0) return null;
  const n = countRaters(input.answers, used);
  const score = input.order === "raterFirst" ? meanOfRaters(input, used) : meanOfItems(input, used);
  return { score, n, coverage: coverageOf(input, used) };
}

/** Items of a competency that enter its score: in use, rated and of some weight. */
export function usedItems({ index, competency, items }: CompetencyInput): number[] {
  const used: number[] = [];
  for (let item = competency.start; item < competency.end; item++) {
    const { n, used: isUsed } = items[item] as ItemScore;
    if (isUsed && n > 0 && (index.items[item] as IndexedItem).weight > 0) used.push(item);
  }
  return used;
}

/** The weight of an item in a score: its own, times its ratings where answers are pooled. */
export function weightOf(input: CompetencyInput, item: number): number {
  const { weight } = input.index.items[item] as IndexedItem;
  return input.order === "pooled" ? weight * (input.items[item] as ItemScore).n : weight;
}

function meanOfItems(input: CompetencyInput, used: readonly number[]): number {
  const weights = effectiveWeights(used.map((item) => weightOf(input, item)));
  const means = used.map((item) =>
    toReporting(input.index, item, (input.items[item] as ItemScore).mean),
  );
  return sumOfProducts(weights, means);
}

function meanOfRaters(input: CompetencyInput, used: readonly number[]): number {
  return exactMean(raterMeans(input, used));
}

/** Every rater's own weighted mean over the items in use, for raters who rated any of them. */
function raterMeans({ index, answers }: CompetencyInput, used: readonly number[]): number[] {
  const means: number[] = [];
  for (const row of answers.rows) {
    const weights: number[] = [];
    const values: number[] = [];
    for (const item of used) {
      const { grid, weight } = index.items[item] as IndexedItem;
      const rating = ratingAt(answers, row + item, grid);
      if (rating === null) continue;
      weights.push(weight);
      values.push(toReporting(index, item, rating));
    }
    if (weights.length > 0) means.push(sumOfProducts(effectiveWeights(weights), values));
  }
  return means;
}

/** Moves a number from an item's scale to the reporting scale. */
export function toReporting(index: SurveyIndex, item: number, value: number): number {
  const { grid } = index.items[item] as { grid: ScaleGrid };
  return grid.isReporting ? value : rescaleValue(value, grid.ends, index.reporting);
}

function countRaters({ codes, rows }: GroupAnswers, used: readonly number[]): number {
  let n = 0;
  for (const row of rows) {
    if (used.some((item) => (codes[row + item] as number) >= 4)) n++;
  }
  return n;
}

function coverageOf({ index, competency }: CompetencyInput, used: readonly number[]): number {
  if (used.length === competency.end - competency.start) return 1;
  const all = index.items.slice(competency.start, competency.end);
  const total = exactSum(all.map(({ weight }) => weight));
  return exactSum(used.map((item) => (index.items[item] as IndexedItem).weight)) / total;
}

/**
 * The standard error of a competency score from the spread between raters; `null` for fewer than two.
 *
 * @remarks Every rater's influence `u` on the score is linearised (Taylor), and SE² = n/(n − 1) Σu².
 * For means of item means u = Σ W(x − m)/n over the items the rater answered; for pooled answers
 * u = Σ w(x − θ) / Σ w·n; for means of raters' means it is the plain s/√n. With complete data all
 * three are s/√n of the raters' own means (Särndal, Swensson & Wretman 1992, section 5.5).
 */
export function standardErrorOf(input: CompetencyInput, score: number): number | null {
  const used = usedItems(input);
  const influences =
    input.order === "raterFirst"
      ? centred(raterMeans(input, used), score)
      : raterInfluences(input, { used, score });
  const n = influences.length;
  if (n < 2) return null;
  return Math.sqrt((n / (n - 1)) * exactSum(influences.map((u) => u * u)));
}

function centred(means: readonly number[], score: number): number[] {
  return means.map((mean) => (mean - score) / means.length);
}

function raterInfluences(
  input: CompetencyInput,
  { used, score }: { used: readonly number[]; score: number },
): number[] {
  const { index, answers, items, order } = input;
  const shares = effectiveWeights(used.map((item) => weightOf(input, item)));
  const centres = used.map((item) =>
    order === "pooled" ? score : toReporting(index, item, (items[item] as ItemScore).mean),
  );
  const influences: number[] = [];
  for (const row of answers.rows) {
    let influence = 0;
    let answered = false;
    used.forEach((item, at) => {
      const rating = ratingAt(answers, row + item, (index.items[item] as IndexedItem).grid);
      if (rating === null) return;
      answered = true;
      const distance = toReporting(index, item, rating) - (centres[at] as number);
      influence += ((shares[at] as number) * distance) / (items[item] as ItemScore).n;
    });
    if (answered) influences.push(influence);
  }
  return influences;
}
