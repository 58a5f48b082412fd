import { divide, isZero, multiply, type Rational, subtract } from "./rational.js";

/** A linear functional: coefficients by column, those of 0 left out. */
export type Functional = ReadonlyMap<string, Rational>;

/** Rows in echelon form, each with the column it leads with. */
export interface Echelon {
  readonly rows: readonly { readonly lead: string; readonly row: Functional }[];
}

function eliminate(row: Functional, lead: string, by: Functional): Functional {
  const factor = row.get(lead);
  if (factor === undefined) return row;
  const result = new Map(row);
  for (const [column, value] of by) {
    const own = result.get(column);
    const change = multiply(factor, value);
    const next = own === undefined ? { n: -change.n, d: change.d } : subtract(own, change);
    if (isZero(next)) result.delete(column);
    else result.set(column, next);
  }
  return result;
}

/** Exact Gaussian elimination: a basis of the space that the rows span, leading coefficients 1. */
export function echelonOf(rows: Iterable<Functional>): Echelon {
  const basis: { lead: string; row: Functional }[] = [];
  for (const given of rows) {
    const row = reduce({ rows: basis }, given);
    const [first] = row;
    if (first === undefined) continue;
    const [lead, value] = first;
    const scaled = new Map([...row].map(([column, one]) => [column, divide(one, value)]));
    basis.push({ lead, row: scaled });
  }
  return { rows: basis };
}

/** What is left of a functional when the rows are taken out: nothing where the rows determine it. */
export function reduce({ rows }: Echelon, functional: Functional): Functional {
  return rows.reduce((left, { lead, row }) => eliminate(left, lead, row), functional);
}

/** A functional without some columns. */
export function without(functional: Functional, drop: (column: string) => boolean): Functional {
  return new Map([...functional].filter(([column]) => !drop(column)));
}
