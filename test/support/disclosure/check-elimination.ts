import type { FeedbackView } from "../../../src/multirater/view-types.js";
import { valueAt } from "./arbitrary-case.js";
import {
  type Case,
  countsOf,
  type Item,
  itemsOf,
  ratingsOf,
  reportingScale,
  responsesAbout,
  rulesOf,
  subjectsOf,
} from "./case.js";
import { type Echelon, echelonOf, type Functional, reduce, without } from "./elimination.js";
import type { Engine } from "./engine.js";
import { type Addressed, shownCells } from "./published.js";
import { add, decimal, divide, type Rational, simplest, whole, ZERO } from "./rational.js";

/** One rating of a case: an unknown of the attacker's equations. */
interface Unknown {
  readonly column: string;
  readonly subjectId: string;
  /** Row among the responses about the subject. */
  readonly rater: number;
  readonly item: number;
  readonly weight: Rational;
  readonly competency: number;
  /** Place of the answer in the case. */
  readonly place: { readonly response: number; readonly answer: number };
  readonly point: number;
  readonly points: number;
  readonly scale: Item["scale"];
}

/** Every rating of a confidential rater who will not read the report. */
function unknownsOf(given: Case): Unknown[] {
  const { survey, responses } = given;
  const items = itemsOf(survey);
  const confidential = new Set(
    survey.relationships.filter(({ identified }) => !identified).map(({ id }) => id),
  );
  return subjectsOf(given).flatMap((subjectId) => {
    const counts = countsOf(given, subjectId);
    return responsesAbout(given, subjectId).flatMap((response, rater): Unknown[] => {
      const isKnown = counts[rater]?.insider === true || !confidential.has(response.relationship);
      if (isKnown) return [];
      return ratingsOf(survey, response).flatMap((rating, item): Unknown[] => {
        if (rating === null) return [];
        const { id, scale, weight, competency } = items[item] as Item;
        return [
          {
            column: JSON.stringify([subjectId, rater, item]),
            subjectId,
            rater,
            item,
            weight: decimal(weight),
            competency,
            place: {
              response: responses.indexOf(response),
              answer: response.answers.findIndex(({ itemId }) => itemId === id),
            },
            point: Math.round((rating - scale.min) / scale.step),
            points: Math.round((scale.max - scale.min) / scale.step),
            scale,
          },
        ];
      });
    });
  });
}

/** A case in which some ratings are at other points of their scales. */
function withPoints(given: Case, points: ReadonlyMap<Unknown, number>): Case {
  const responses = [...given.responses];
  for (const [{ place, scale }, point] of points) {
    const response = responses[place.response] as (typeof responses)[number];
    responses[place.response] = {
      ...response,
      answers: response.answers.map((answer, at) =>
        at === place.answer ? { ...answer, value: valueAt(scale, point) } : answer,
      ),
    };
  }
  return { ...given, responses };
}

/** A published number as a share of its scale's span, by subject and address; items first. */
function readNumbers(engine: Engine, given: Case): Map<string, number> {
  const items = itemsOf(given.survey);
  const reporting = reportingScale(given.survey);
  const numbers = new Map<string, number>();
  for (const { view } of engine.release(given, { viewer: "subject" })) {
    const cells = shownCells(view);
    const first = cells.filter(({ address }) => address.itemId !== null);
    const rest = cells.filter(({ address }) => address.itemId === null);
    for (const { address, cell } of [...first, ...rest]) {
      const item = items.find(({ id }) => id === address.itemId);
      const { min, max } = item?.scale ?? reporting;
      numbers.set(nameOf(view, address), cell.mean / (max - min));
    }
  }
  return numbers;
}

function nameOf(view: FeedbackView, address: Addressed["address"]): string {
  return JSON.stringify([view.subjectId, address.competencyId, address.itemId, address.group]);
}

/** What a release publishes, as linear functionals of the unknown ratings; or why it is none. */
function findSystem(
  engine: Engine,
  given: Case,
  unknowns: readonly Unknown[],
): Map<string, Functional> | string {
  const before = readNumbers(engine, given);
  const rows = new Map([...before.keys()].map((name) => [name, new Map<string, Rational>()]));
  const farOf = ({ point, points }: Unknown): number => (point * 2 < points ? points : 0);
  const predicted = new Map(before);
  for (const unknown of unknowns) {
    const { column, point, points } = unknown;
    const change = (farOf(unknown) - point) / points;
    const after = readNumbers(engine, withPoints(given, new Map([[unknown, farOf(unknown)]])));
    if ([...after.keys()].join() !== [...before.keys()].join()) {
      return `another value of ${column} changes what is shown`;
    }
    for (const [name, number] of after) {
      const start = before.get(name) as number;
      if (number === start) continue;
      const effect = simplest((number - start) / change, 1e-12, 1_000_000n);
      if (effect === null) return `${name} is no rational function of ${column}`;
      if (effect.n === 0n) continue;
      rows.get(name)?.set(column, effect);
      const moved = (predicted.get(name) as number) + (number - start);
      predicted.set(name, moved);
    }
  }
  const all = readNumbers(engine, withPoints(given, new Map(unknowns.map((u) => [u, farOf(u)]))));
  const odd = [...all].find(
    ([name, number]) => !(Math.abs(number - (predicted.get(name) ?? Number.NaN)) < 1e-9),
  );
  return odd === undefined ? rows : `${odd[0]} is not linear`;
}

/**
 * Plays the attacker, who knows everything but the confidential answers: solves the published numbers,
 * taken from the engine itself by probing it, for anything that fewer than k raters hold alone.
 * Returns what is found; `null` where the numbers determine nothing.
 */
export function findDetermined(engine: Engine, given: Case): string | null {
  const unknowns = unknownsOf(given);
  const system = findSystem(engine, given, unknowns);
  if (typeof system === "string") return system;
  const echelon = echelonOf(system.values());
  const { k } = rulesOf(given);
  for (const subjectId of subjectsOf(given)) {
    const own = unknowns.filter((unknown) => unknown.subjectId === subjectId);
    const raters = [...new Set(own.map(({ rater }) => rater))];
    for (const few of subsets(raters, k - 1)) {
      const theirs = own.filter(({ rater }) => few.includes(rater));
      const found = findTarget(echelon, theirs) ?? findAnything(echelon, theirs);
      if (found !== null) return `${subjectId}: ${found} of the raters ${few.join(", ")}`;
    }
  }
  return null;
}

/** All sets of 1 to `most` of a list, small ones first. */
function subsets<T>(list: readonly T[], most: number): T[][] {
  const sets: T[][] = [];
  const extend = (set: T[], from: number): void => {
    if (set.length > 0) sets.push(set);
    if (set.length === most) return;
    for (let at = from; at < list.length; at++) extend([...set, list[at] as T], at + 1);
  };
  extend([], 0);
  return sets.sort((a, b) => a.length - b.length);
}

/** A mean of some raters that the published numbers determine: of an item, a competency, or overall. */
function findTarget(echelon: Echelon, theirs: readonly Unknown[]): string | null {
  const groups = new Map<string, Unknown[]>();
  const file = (name: string, unknown: Unknown): void => {
    groups.set(name, [...(groups.get(name) ?? []), unknown]);
  };
  for (const unknown of theirs) {
    file(`mean of item ${unknown.item}`, unknown);
    file(`competency ${unknown.competency}`, unknown);
    file("overall mean", unknown);
  }
  for (const [name, list] of groups) {
    const targets = name.startsWith("mean") ? [pooledMean(list)] : meansOf(list);
    if (targets.some((target) => target.size > 0 && reduce(echelon, target).size === 0))
      return name;
  }
  return null;
}

function scaled(list: readonly { column: string; share: Rational }[]): Functional {
  const row = new Map<string, Rational>();
  for (const { column, share } of list) {
    if (share.n !== 0n) row.set(column, add(row.get(column) ?? ZERO, share));
  }
  return row;
}

function pooledMean(list: readonly Unknown[]): Functional {
  return scaled(list.map(({ column }) => ({ column, share: whole(1) })));
}

/** Weighted, pooled and rater-first means over what some raters answered. */
function meansOf(list: readonly Unknown[]): Functional[] {
  const byItem = list.map(({ column, weight, item }) => {
    const n = list.filter((one) => one.item === item).length;
    return { column, share: divide(weight, whole(n)) };
  });
  const pooled = list.map(({ column, weight }) => ({ column, share: weight }));
  const byRater = list.map(({ column, weight, rater }) => {
    const total = list
      .filter((one) => one.rater === rater)
      .reduce((sum, one) => add(sum, one.weight), ZERO);
    return { column, share: total.n === 0n ? ZERO : divide(weight, total) };
  });
  return [byItem, pooled, byRater].map(scaled);
}

/**
 * Any number whatever that some raters hold alone: it is there exactly where the published rows lose
 * rank when these raters' answers are taken out of them.
 */
function findAnything(echelon: Echelon, theirs: readonly Unknown[]): string | null {
  const columns = new Set(theirs.map(({ column }) => column));
  const rows = echelon.rows.map(({ row }) => row);
  if (!rows.some((row) => [...row.keys()].some((column) => columns.has(column)))) return null;
  const rest = echelonOf(rows.map((row) => without(row, (column) => columns.has(column))));
  return rest.rows.length < rows.length ? "some number" : null;
}
