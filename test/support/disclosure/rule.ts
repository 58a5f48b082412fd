import type { Survey } from "../../../src/multirater/types.js";
import { type CountRow, type Item, itemsOf, type Rules } from "./case.js";
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  ONE,
  type Rational,
  sum,
  whole,
  ZERO,
} from "./rational.js";

/** Answers that stand together in a view. */
export interface RuleGroup {
  readonly id: string;
  readonly confidential: boolean;
  readonly isSelf: boolean;
  /** Weight among the groups of others. */
  readonly weight: Rational;
  /** Rows of the counts. */
  readonly rows: readonly number[];
  /** How many of its raters will read the report. */
  readonly insiders: number;
}

/** A cell that the rule shows. */
export interface RuleCell {
  readonly n: number;
  readonly coverage: Rational;
  /** Whether its spread is shown. */
  readonly spread: boolean;
}

/** A group's competency that the rule shows, and what it is made of. */
export interface RuleScore extends RuleCell {
  readonly order: Rules["averaging"];
  /** Items that enter, as places among all items. */
  readonly items: readonly number[];
}

/** What may be shown of one subject: `null` stands for withheld. */
export interface Disclosed {
  /** In the order of the view: the relationships, then the pool. */
  readonly groups: readonly (RuleGroup | null)[];
  /** Groups by items. */
  readonly items: readonly (readonly (RuleCell | null)[])[];
  /** Groups by competencies. */
  readonly scores: readonly (readonly (RuleScore | null)[])[];
  /** Of others, per item. */
  readonly itemOthers: readonly (RuleCell | null)[];
  /** Of others, per competency. */
  readonly others: readonly (RuleCell | null)[];
  readonly overall: Omit<RuleCell, "spread"> | null;
  /** Where the raters of every relationship went that does not stand alone. */
  readonly folds: readonly { readonly from: string; readonly into: string }[];
}

const TOLERANCE = { n: 1n, d: 1_000_000_000n };

interface Setting {
  readonly survey: Survey;
  readonly rules: Rules;
  readonly items: readonly Item[];
  readonly counts: readonly CountRow[];
}

/** Says what may be shown, from counts alone: it never sees a value. */
export function decide(survey: Survey, rules: Rules, counts: readonly CountRow[]): Disclosed {
  const setting = { survey, rules, items: itemsOf(survey), counts };
  const { groups, folds } = partition(setting);
  const items = groups.map((group) =>
    setting.items.map((_, item) => (group === null ? null : itemCell(setting, group, item))),
  );
  const scores = groups.map((group, at) =>
    survey.competencies.map((_, competency) =>
      group === null ? null : scoreCell(setting, { group, competency, shown: items[at] ?? [] }),
    ),
  );
  const others = survey.competencies.map((_, competency) =>
    othersCell(
      setting,
      groups,
      scores.map((row) => row[competency] ?? null),
    ),
  );
  return {
    groups,
    items,
    scores,
    itemOthers: setting.items.map((_, item) =>
      othersCell(
        setting,
        groups,
        items.map((row) => row[item] ?? null),
      ),
    ),
    others,
    overall: overallCell(setting, others),
    folds,
  };
}

/** Small confidential groups go where the folds say, in their order; the rest is pooled. */
function partition({ survey, rules, counts }: Setting): Pick<Disclosed, "groups" | "folds"> {
  const parts = new Map<string, Set<string>>();
  for (const { id } of survey.relationships) parts.set(id, new Set([id]));
  const confidential = new Set(
    survey.relationships.filter(({ identified }) => !identified).map(({ id }) => id),
  );
  const people = (names: ReadonlySet<string>): number =>
    counts.filter(({ relationship, insider }) => names.has(relationship) && !insider).length;
  const join = (from: string, into: Set<string>): void => {
    for (const name of parts.get(from) ?? []) into.add(name);
    parts.delete(from);
  };
  for (const { from, into } of rules.folds) {
    const own = parts.get(from);
    const home = [...parts.values()].find((names) => names.has(into));
    if (own === undefined || home === undefined || people(own) >= rules.k) continue;
    join(from, home);
  }
  const pool = new Set<string>();
  for (const [id, names] of [...parts]) {
    if (confidential.has(id) && people(names) < rules.k) join(id, pool);
  }
  parts.set("otherRaters", pool);
  const order = [...survey.relationships.map(({ id }) => id), "otherRaters"];
  const groups = order.map((id): RuleGroup | null => {
    const names = parts.get(id);
    if (names === undefined) return null;
    const isConfidential = id === "otherRaters" || confidential.has(id);
    if (isConfidential && people(names) < rules.k) return null;
    return makeGroup({ survey, counts }, { id, names, confidential: isConfidential });
  });
  const homeOf = (id: string): string => [...parts].find(([, names]) => names.has(id))?.[0] ?? id;
  const folds = survey.relationships
    .map(({ id }) => ({ from: id, into: homeOf(id) }))
    .filter(({ from, into }) => from !== into);
  return { groups, folds };
}

function makeGroup(
  { survey, counts }: Pick<Setting, "survey" | "counts">,
  part: { id: string; names: ReadonlySet<string>; confidential: boolean },
): RuleGroup | null {
  const rows = counts.flatMap(({ relationship }, at) => (part.names.has(relationship) ? [at] : []));
  if (rows.length === 0) return null;
  const present = survey.relationships.filter(
    ({ id }) =>
      id !== "self" && part.names.has(id) && counts.some(({ relationship }) => relationship === id),
  );
  return {
    id: part.id,
    confidential: part.confidential,
    isSelf: part.id === "self",
    weight: sum(present.map(({ weight }) => decimal(weight ?? 1))),
    rows,
    insiders: part.confidential ? rows.filter((row) => counts[row]?.insider === true).length : 0,
  };
}

/** The number of raters that a threshold is tested with. */
function tested(group: RuleGroup, n: number): number {
  return n - group.insiders;
}

function maySpread({ rules }: Setting, group: RuleGroup, n: number): boolean {
  const own = tested(group, n);
  const coarse = rules.topCode !== null && own < rules.topCode.belowRaters;
  return group.confidential && own >= rules.kSpread && !coarse;
}

function itemCell(setting: Setting, group: RuleGroup, item: number): RuleCell | null {
  const { rules, counts } = setting;
  const n = group.rows.filter((row) => counts[row]?.rated[item] === true).length;
  if (rules.publish !== "items" || n === 0) return null;
  if (group.confidential && tested(group, n) < rules.k) return null;
  return { n, coverage: ONE, spread: maySpread(setting, group, n) };
}

function scoreCell(
  setting: Setting,
  place: { group: RuleGroup; competency: number; shown: readonly (RuleCell | null)[] },
): RuleScore | null {
  const { rules, counts, items } = setting;
  const { group, competency, shown } = place;
  const own = items.flatMap((item, at) => (item.competency === competency ? [at] : []));
  const hasShown = own.some((item) => (shown[item] ?? null) !== null);
  if (!hasShown && rules.averaging !== "raterFirst") return null;
  const rated = (item: number, row: number): boolean => counts[row]?.rated[item] === true;
  const used = own.filter(
    (item) =>
      (items[item]?.weight ?? 0) > 0 &&
      (hasShown ? shown[item] !== null : group.rows.some((row) => rated(item, row))),
  );
  const n = group.rows.filter((row) => used.some((item) => rated(item, row))).length;
  if (n === 0 || (group.confidential && tested(group, n) < rules.k)) return null;
  const weight = (places: readonly number[]): Rational =>
    sum(places.map((item) => decimal(items[item]?.weight ?? 0)));
  const coverage = divide(weight(used), weight(own));
  if (!isCovered(rules, coverage)) return null;
  return {
    n,
    coverage,
    spread:
      maySpread(setting, group, n) &&
      (!hasShown || used.every((item) => shown[item]?.spread === true)),
    order: hasShown && rules.averaging === "raterFirst" ? "itemFirst" : rules.averaging,
    items: used,
  };
}

function isCovered({ minimumCoverage }: Rules, coverage: Rational): boolean {
  return compare(add(coverage, TOLERANCE), decimal(minimumCoverage)) >= 0;
}

/** Groups of others that enter a composite of cells. */
export function partsOf<T extends RuleCell>(
  groups: readonly (RuleGroup | null)[],
  cells: readonly (T | null)[],
): { readonly group: RuleGroup; readonly cell: T; readonly at: number }[] {
  return cells.flatMap((cell, at) => {
    const group = groups[at] ?? null;
    if (cell === null || group === null || group.isSelf || group.weight.n === 0n) return [];
    return [{ group, cell, at }];
  });
}

function othersCell(
  setting: Setting,
  groups: readonly (RuleGroup | null)[],
  cells: readonly (RuleCell | null)[],
): RuleCell | null {
  const parts = partsOf(groups, cells);
  if (parts.length === 0) return null;
  const all = setting.survey.relationships.filter(({ id }) => id !== "self");
  const total = sum(all.map(({ weight }) => decimal(weight ?? 1)));
  const coverage = divide(
    sum(parts.map(({ group, cell }) => multiply(group.weight, cell.coverage))),
    total,
  );
  if (!isCovered(setting.rules, coverage)) return null;
  const confidential = parts.filter(({ group }) => group.confidential);
  return {
    n: parts.reduce((n, { cell }) => n + cell.n, 0),
    coverage,
    spread: confidential.length > 0 && confidential.every(({ cell }) => cell.spread),
  };
}

function overallCell(
  { survey, rules }: Setting,
  others: readonly (RuleCell | null)[],
): Disclosed["overall"] {
  const weights = survey.competencies.map(({ weight }) => decimal(weight ?? 1));
  const used = others.flatMap((cell, at) =>
    cell !== null && weights[at]?.n !== 0n ? [{ cell, weight: weights[at] ?? ZERO }] : [],
  );
  if (used.length === 0) return null;
  const covered = sum(used.map(({ cell, weight }) => multiply(weight, cell.coverage)));
  const coverage = divide(covered, sum(weights));
  if (!isCovered(rules, coverage)) return null;
  return { n: Math.max(...used.map(({ cell }) => cell.n)), coverage };
}

/** The weight of a group in a composite: its own, or its raters where raters are weighed. */
export function shareOf(rules: Rules, group: RuleGroup, n: number): Rational {
  return rules.composition === "byRater" ? whole(n) : group.weight;
}

/** Confidential ratings that enter no shown cell, as row and item. */
export function withheldAnswers(
  survey: Survey,
  disclosed: Disclosed,
  counts: readonly CountRow[],
): { readonly row: number; readonly item: number }[] {
  const identified = new Set(
    survey.relationships.filter((one) => one.identified).map(({ id }) => id),
  );
  const items = itemsOf(survey);
  return counts.flatMap(({ relationship, rated }, row) => {
    if (identified.has(relationship)) return [];
    const at = disclosed.groups.findIndex((group) => group?.rows.includes(row) === true);
    return items.flatMap(({ competency }, item) => {
      if (rated[item] !== true) return [];
      const score = disclosed.scores[at]?.[competency] ?? null;
      const enters =
        (disclosed.items[at]?.[item] ?? null) !== null || score?.items.includes(item) === true;
      return enters ? [] : [{ row, item }];
    });
  });
}
