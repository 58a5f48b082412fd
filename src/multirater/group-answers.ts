import { exactSum } from "../kernel/exact-sum.js";
import { FIRST_POINT_CODE } from "./defaults.js";
import { pointValue, type ScaleGrid } from "./scale-grid.js";

/** The answers of a group: rows of codes at some offsets of a shared array. */
export interface GroupAnswers {
  /** Answer codes of all rows. */
  readonly codes: ArrayLike<number>;
  /** Where the group's rows start. */
  readonly rows: readonly number[];
}

/** Number of ratings of an item, and the sum of their points. */
export interface PointSum {
  /** Number of ratings. */
  readonly n: number;
  /** Sum of the ratings' scale points, counted from 0. */
  readonly sum: number;
}

/** Number of ratings of every item, and the sums of their points. */
export interface PointSums {
  /** Number of ratings. */
  readonly n: Int32Array;
  /** Sum of the ratings' scale points, counted from 0. */
  readonly sums: Float64Array;
}

/** Adds up the scale points of every item's ratings, over what the sums held before. */
export function sumPoints({ codes, rows }: GroupAnswers, { n, sums }: PointSums): void {
  n.fill(0);
  sums.fill(0);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    for (let item = 0; item < n.length; item++) {
      const point = (codes[row + item] as number) - FIRST_POINT_CODE;
      if (point < 0) continue;
      n[item] = (n[item] as number) + 1;
      sums[item] = (sums[item] as number) + point;
    }
  }
}

/**
 * The mean on the item's scale: one division of whole numbers, so that it is the double nearest to
 * the true mean whatever the order of the answers.
 */
export function meanOf({ n, sum }: PointSum, grid: ScaleGrid): number {
  const { unit, minUnits, stepUnits, scale } = grid;
  if (unit === 0) return scale.min + scale.step * (sum / n);
  return (minUnits * n + stepUnits * sum) / (n * unit);
}

/** Number of ratings at each scale point of an item. */
export function countPointsOf(
  { codes, rows }: GroupAnswers,
  item: number,
  { points }: ScaleGrid,
): number[] {
  const counts = new Array<number>(points).fill(0);
  for (const row of rows) {
    const point = (codes[row + item] as number) - FIRST_POINT_CODE;
    if (point >= 0) counts[point] = (counts[point] as number) + 1;
  }
  return counts;
}

/** Sample standard deviation (n − 1) of an item's ratings from its counts; `null` for fewer than two. */
export function deviationOf(counts: readonly number[], grid: ScaleGrid): number | null {
  let n = 0;
  let sum = 0;
  let squares = 0;
  counts.forEach((count, point) => {
    n += count;
    sum += count * point;
    squares += count * point * point;
  });
  if (n < 2) return null;
  return grid.scale.step * Math.sqrt((n * squares - sum * sum) / (n * (n - 1)));
}

/** Median of an item's ratings from its counts; `null` where nobody rated. */
export function medianOf(counts: readonly number[], grid: ScaleGrid): number | null {
  const n = counts.reduce((total, count) => total + count, 0);
  if (n === 0) return null;
  const lower = pointAt(counts, Math.ceil(n / 2));
  const upper = pointAt(counts, Math.floor(n / 2) + 1);
  return meanOf({ n: 2, sum: lower + upper }, grid);
}

function pointAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  return counts.findIndex((count) => {
    passed += count;
    return passed >= rank;
  });
}

/** The value of an answer on the item's scale; `null` for a non-answer. */
export function ratingAt({ codes }: GroupAnswers, place: number, grid: ScaleGrid): number | null {
  const point = (codes[place] as number) - FIRST_POINT_CODE;
  return point < 0 ? null : pointValue(grid, point);
}

/** The mean of numbers in any order, to the same bits. */
export function exactMean(values: readonly number[]): number {
  return exactSum(values) / values.length;
}
