import type { Response, Survey } from "../../../src/multirater/types.js";
import { type Item, itemsOf, type Rules, ratingsOf, reportingScale } from "./case.js";
import {
  add,
  compare,
  decimal,
  divide,
  isZero,
  multiply,
  type Rational,
  subtract,
  sum,
  whole,
  ZERO,
} from "./rational.js";
import { type Disclosed, partsOf, type RuleGroup, type RuleScore, shareOf } from "./rule.js";

/** The exact numbers of a cell. */
export interface ExactCell {
  readonly mean: Rational;
  /** Squared standard error, where there is a spread. */
  readonly variance: Rational | null;
  /** Degrees of freedom; `null` where there is no spread or it is 0. */
  readonly degrees: Rational | null;
  readonly median?: Rational;
  readonly distribution?: readonly number[];
}

type Row = readonly (Rational | null)[];

/** The exact numbers of everything the rule shows, laid out as the rule is. */
export interface ExactView {
  readonly items: readonly (readonly (ExactCell | null)[])[];
  readonly scores: readonly (readonly (ExactCell | null)[])[];
  readonly itemOthers: readonly (ExactCell | null)[];
  readonly others: readonly (ExactCell | null)[];
  readonly overall: Rational | null;
}

/** Works a subject's shown numbers out from the raw answers, in fractions. */
export function computeExactly(
  given: { survey: Survey; rules: Rules; responses: readonly Response[] },
  disclosed: Disclosed,
): ExactView {
  const { survey, rules, responses } = given;
  const items = itemsOf(survey);
  const rows = responses.map(
    (response): Row =>
      ratingsOf(survey, response).map((rating) => (rating === null ? null : decimal(rating))),
  );
  const setting = { rules, items, rows, reporting: reportingScale(survey) };
  const { groups } = disclosed;
  const exactItems = groups.map((group, at) =>
    items.map((_, item) => {
      const cell = disclosed.items[at]?.[item] ?? null;
      return group === null || cell === null ? null : itemNumbers(setting, group, item);
    }),
  );
  const scores = groups.map((group, at) =>
    survey.competencies.map((_, competency) => {
      const score = disclosed.scores[at]?.[competency] ?? null;
      return group === null || score === null ? null : scoreNumbers(setting, group, score);
    }),
  );
  const others = survey.competencies.map((_, c) =>
    othersNumbers(rules, disclosed, {
      shown: disclosed.others[c] ?? null,
      cells: disclosed.scores.map((row) => row[c] ?? null),
      exact: scores.map((row) => row[c] ?? null),
    }),
  );
  return {
    items: exactItems,
    scores,
    itemOthers: items.map((_, i) =>
      othersNumbers(rules, disclosed, {
        shown: disclosed.itemOthers[i] ?? null,
        cells: disclosed.items.map((row) => row[i] ?? null),
        exact: exactItems.map((row) => row[i] ?? null),
      }),
    ),
    others,
    overall: overallNumber(survey, disclosed, others),
  };
}

interface Setting {
  readonly rules: Rules;
  readonly items: readonly Item[];
  readonly rows: readonly Row[];
  readonly reporting: Item["scale"];
}

function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), whole(values.length));
}

function square(value: Rational): Rational {
  return multiply(value, value);
}

function present(group: RuleGroup, rows: readonly Row[], item: number): Rational[] {
  return group.rows.flatMap((row) => rows[row]?.[item] ?? []);
}

/** A number moved to the reporting scale. */
export function moved(value: Rational, from: Item["scale"], to: Item["scale"]): Rational {
  const [low, high] = [decimal(from.min), decimal(from.max)];
  const away = from.direction === to.direction ? subtract(value, low) : subtract(high, value);
  const stretch = divide(subtract(decimal(to.max), decimal(to.min)), subtract(high, low));
  return add(decimal(to.min), multiply(away, stretch));
}

/** Keeps a small group's number off the ends of its scale. */
function coarse(
  { topCode }: Rules,
  cell: { group: RuleGroup; n: number; scale: Item["scale"] },
  value: Rational,
): Rational {
  const { group, n, scale } = cell;
  if (topCode === null || !group.confidential || n - group.insiders >= topCode.belowRaters)
    return value;
  const [low, high] = [decimal(scale.min), decimal(scale.max)];
  const margin = multiply(decimal(topCode.margin), subtract(high, low));
  const [least, most] = [add(low, margin), subtract(high, margin)];
  if (compare(value, least) < 0) return least;
  return compare(value, most) > 0 ? most : value;
}

function itemNumbers({ rules, items, rows }: Setting, group: RuleGroup, item: number): ExactCell {
  const values = present(group, rows, item).sort(compare);
  const { scale } = items[item] as Item;
  const n = values.length;
  const mean = meanOf(values);
  const squares = sum(values.map((value) => square(subtract(value, mean))));
  const middle = [values[Math.ceil(n / 2) - 1], values[Math.floor(n / 2)]] as Rational[];
  const points = Math.round((scale.max - scale.min) / scale.step) + 1;
  const distribution = new Array<number>(points).fill(0);
  for (const value of values) {
    const point = divide(subtract(value, decimal(scale.min)), decimal(scale.step));
    distribution[Number(point.n)] = (distribution[Number(point.n)] ?? 0) + 1;
  }
  return {
    mean: coarse(rules, { group, n, scale }, mean),
    variance: n < 2 ? null : divide(squares, whole(n * (n - 1))),
    degrees: whole(n - 1),
    median: meanOf(middle),
    distribution,
  };
}

/** The score and the standard error that the spread between raters gives it. */
function scoreNumbers(setting: Setting, group: RuleGroup, score: RuleScore): ExactCell {
  const { rules, items, rows, reporting } = setting;
  const { n, order } = score;
  const used = score.items.map((item) => ({
    item,
    weight: decimal(items[item]?.weight ?? 0),
    scale: (items[item] as Item).scale,
    count: whole(present(group, rows, item).length),
  }));
  type Used = (typeof used)[number];
  const rated = (row: number, { item, scale }: Used): Rational | null => {
    const rating = rows[row]?.[item] ?? null;
    return rating === null ? null : moved(rating, scale, reporting);
  };
  const raters = group.rows.filter((row) => used.some((one) => rated(row, one) !== null));
  const weigh = (terms: readonly { weight: Rational; value: Rational }[]): Rational =>
    divide(
      sum(terms.map(({ weight, value }) => multiply(weight, value))),
      sum(terms.map(({ weight }) => weight)),
    );
  if (order === "raterFirst") {
    const own = raters.map((row) =>
      weigh(
        used.flatMap((one) => {
          const value = rated(row, one);
          return value === null ? [] : [{ weight: one.weight, value }];
        }),
      ),
    );
    const mean = meanOf(own);
    const squares = sum(own.map((value) => square(subtract(value, mean))));
    return {
      mean: coarse(rules, { group, n, scale: reporting }, mean),
      variance: n < 2 ? null : divide(squares, whole(n * (n - 1))),
      degrees: whole(n - 1),
    };
  }
  const terms = used.map((one) => {
    const mean = meanOf(present(group, rows, one.item));
    const kept = coarse(rules, { group, n: Number(one.count.n), scale: one.scale }, mean);
    return {
      ...one,
      weight: order === "pooled" ? multiply(one.weight, one.count) : one.weight,
      value: moved(kept, one.scale, reporting),
    };
  });
  const mean = weigh(terms);
  const total = sum(terms.map(({ weight }) => weight));
  const squares = raters.map((row) =>
    square(
      sum(
        terms.flatMap((term) => {
          const value = rated(row, term);
          if (value === null) return [];
          const distance = subtract(value, order === "pooled" ? mean : term.value);
          return [divide(multiply(divide(term.weight, total), distance), term.count)];
        }),
      ),
    ),
  );
  return {
    mean,
    variance: n < 2 ? null : multiply(divide(whole(n), whole(n - 1)), sum(squares)),
    degrees: whole(n - 1),
  };
}

function othersNumbers(
  rules: Rules,
  { groups }: Disclosed,
  column: {
    shown: Disclosed["others"][number];
    cells: readonly (Disclosed["items"][number][number] | null)[];
    exact: readonly (ExactCell | null)[];
  },
): ExactCell | null {
  if (column.shown === null) return null;
  const parts = partsOf(groups, column.cells).map(({ group, cell, at }) => ({
    group,
    n: cell.n,
    share: shareOf(rules, group, cell.n),
    exact: column.exact[at] as ExactCell,
  }));
  const total = sum(parts.map(({ share }) => share));
  const mean = divide(sum(parts.map(({ share, exact }) => multiply(share, exact.mean))), total);
  if (!column.shown.spread) return { mean, variance: null, degrees: null };
  const variances = parts
    .filter(({ group }) => group.confidential)
    .map(({ share, exact, n }) => ({
      value: multiply(square(divide(share, total)), exact.variance ?? ZERO),
      degrees: whole(n - 1),
    }));
  const variance = sum(variances.map(({ value }) => value));
  const spreads = sum(variances.map(({ value, degrees }) => divide(square(value), degrees)));
  return { mean, variance, degrees: isZero(spreads) ? null : divide(square(variance), spreads) };
}

function overallNumber(
  { competencies }: Survey,
  { overall }: Disclosed,
  others: readonly (ExactCell | null)[],
): Rational | null {
  if (overall === null) return null;
  const used = others.flatMap((cell, at) =>
    cell === null ? [] : [{ weight: decimal(competencies[at]?.weight ?? 1), mean: cell.mean }],
  );
  return divide(
    sum(used.map(({ weight, mean }) => multiply(weight, mean))),
    sum(used.map(({ weight }) => weight)),
  );
}
