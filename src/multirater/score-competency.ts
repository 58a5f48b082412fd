import { effectiveWeights, rescaleValue, sumOfProducts } from "../kernel/arithmetic.js";
import { sumInBulk, sumProductsInBulk } from "../kernel/bulk-arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { FIRST_POINT_CODE } from "./defaults.js";
import {
  exactMean,
  type GroupAnswers,
  meanOf,
  type PointSums,
  ratingAt,
  sumPoints,
} from "./group-answers.js";
import type { IndexedCompetency, IndexedItem, SurveyIndex } from "./index-survey.js";
import type { ScaleGrid } from "./scale-grid.js";
import type { AveragingOrder } from "./summary-types.js";

/** The items of a group as they enter scores, by index. They are overwritten from group to group. */
export interface ItemScores extends PointSums {
  /** Means on the items' own scales; 0 where nobody rated. */
  readonly means: Float64Array;
  /** Means on the reporting scale; 0 where nobody rated. */
  readonly scores: Float64Array;
  /** 1 where the item enters scores. */
  readonly used: Uint8Array;
}

/** Room for the items of a group. */
export function makeItemScores({ items }: SurveyIndex): ItemScores {
  const { length } = items;
  return {
    n: new Int32Array(length),
    sums: new Float64Array(length),
    means: new Float64Array(length),
    scores: new Float64Array(length),
    used: new Uint8Array(length),
  };
}

/** Works out every item's number of ratings and means; what is in use stays as it is. */
export function scoreItems(index: SurveyIndex, answers: GroupAnswers, items: ItemScores): void {
  const { n, sums, means, scores } = items;
  sumPoints(answers, items);
  for (let item = 0; item < n.length; item++) {
    const rated = { n: n[item] as number, sum: sums[item] as number };
    const { grid } = index.items[item] as IndexedItem;
    const mean = rated.n > 0 ? meanOf(rated, grid) : 0;
    means[item] = mean;
    scores[item] = rated.n > 0 ? toReporting(index, item, mean) : 0;
  }
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
  readonly items: ItemScores;
  /** Indices of the items that enter the score, from {@link usedItems}; at least one. */
  readonly used: readonly number[];
  /** How items become a score. */
  readonly order: AveragingOrder;
}

/** Scores a competency over the items in use. */
export function scoreCompetency(input: CompetencyInput): CompetencyScore {
  return {
    score: input.order === "raterFirst" ? exactMean(raterMeans(input)) : meanOfItems(input),
    n: countRaters(input),
    coverage: coverageOf(input),
  };
}

/** Items of a competency that enter its score: in use, rated and of some weight. */
export function usedItems(
  { items: indexed }: SurveyIndex,
  { items: all }: IndexedCompetency,
  { n, used }: Pick<ItemScores, "n" | "used">,
): readonly number[] {
  const enters = (item: number): boolean =>
    used[item] === 1 && (n[item] as number) > 0 && (indexed[item] as IndexedItem).weight > 0;
  // Mostly all of them do, and no list need be made.
  return all.every(enters) ? all : all.filter(enters);
}

function meanOfItems(input: CompetencyInput): number {
  const { competency, items, used } = input;
  const shares = sharesOf(input);
  if (used === competency.items) return sumProductsInBulk(shares, items.scores, competency.start);
  return sumProductsInBulk(
    shares,
    used.map((item) => items.scores[item] as number),
  );
}

/** Weights of the items in use, adding up to 1: their own, times their ratings where answers are pooled. */
function sharesOf({ index, competency, items, used, order }: CompetencyInput): readonly number[] {
  const isPooled = order === "pooled";
  if (!isPooled && competency.shares !== null && used === competency.items)
    return competency.shares;
  return effectiveWeights(
    used.map((item) => {
      const { weight } = index.items[item] as IndexedItem;
      return isPooled ? weight * (items.n[item] as number) : weight;
    }),
  );
}

/** Every rater's own weighted mean over the items in use, for raters who rated any of them. */
function raterMeans({ index, answers, used }: CompetencyInput): number[] {
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

function countRaters({ answers, used }: CompetencyInput): number {
  let n = 0;
  for (let at = 0; at < answers.rows.length; at++) {
    if (hasRated(answers, answers.rows[at] as number, used)) n++;
  }
  return n;
}

function hasRated({ codes }: GroupAnswers, row: number, items: readonly number[]): boolean {
  for (let at = 0; at < items.length; at++) {
    if ((codes[row + (items[at] as number)] as number) >= FIRST_POINT_CODE) return true;
  }
  return false;
}

function coverageOf({ index, competency, used }: CompetencyInput): number {
  if (used.length === competency.items.length) return 1;
  const weights = used.map((item) => (index.items[item] as IndexedItem).weight);
  return exactSum(weights) / competency.itemWeight;
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
  const squares =
    input.order === "raterFirst"
      ? centredSquares(raterMeans(input), score)
      : squaredInfluences(input, score);
  const n = squares.length;
  if (n < 2) return null;
  return Math.sqrt((n / (n - 1)) * sumInBulk(squares));
}

function centredSquares(means: readonly number[], score: number): number[] {
  return means.map((mean) => {
    const influence = (mean - score) / means.length;
    return influence * influence;
  });
}

function squaredInfluences(input: CompetencyInput, score: number): number[] {
  const { index, answers, items, used, order } = input;
  const shares = sharesOf(input);
  const centres = used.map((item) => (order === "pooled" ? score : (items.scores[item] as number)));
  const squares: number[] = [];
  for (const row of answers.rows) {
    let influence = 0;
    let answered = false;
    for (let at = 0; at < used.length; at++) {
      const item = used[at] as number;
      const rating = ratingAt(answers, row + item, (index.items[item] as IndexedItem).grid);
      if (rating === null) continue;
      answered = true;
      const distance = toReporting(index, item, rating) - (centres[at] as number);
      influence += ((shares[at] as number) * distance) / (items.n[item] as number);
    }
    if (answered) squares.push(influence * influence);
  }
  return squares;
}
