import type { FeedbackView, ShownCell, ViewCell } from "../../../src/multirater/view-types.js";
import { type Case, countsOf, itemsOf, responsesAbout, rulesOf } from "./case.js";
import type { Engine } from "./engine.js";
import { computeExactly, type ExactCell, type ExactView } from "./exact.js";
import { nearest, type Rational } from "./rational.js";
import { type Disclosed, decide, type RuleCell } from "./rule.js";

/** One cell of a view beside what the rule and exact arithmetic say of it. */
interface Comparison {
  readonly place: string;
  readonly group: string;
  readonly found: ViewCell | undefined;
  readonly rule: (Omit<RuleCell, "spread"> & { readonly spread?: boolean }) | null;
  /** Worked out only where it is asked for. */
  readonly exact: () => ExactCell | null;
  readonly kind: "item" | "score" | "others";
}

function comparisons(view: FeedbackView, disclosed: Disclosed, given: Case): Comparison[] {
  const { survey } = given;
  const responses = responsesAbout(given, view.subjectId);
  let numbers: ExactView | null = null;
  const exact = (): ExactView => {
    numbers ??= computeExactly({ survey, rules: rulesOf(given), responses }, disclosed);
    return numbers;
  };
  const names = [...survey.relationships.map(({ id }) => id), "otherRaters"];
  const all: Comparison[] = [];
  const items = itemsOf(survey);
  view.competencies.forEach((competency, c) => {
    names.forEach((group, at) => {
      all.push({
        place: `${competency.competencyId} of ${group}`,
        group,
        found: competency.cells[at],
        rule: disclosed.scores[at]?.[c] ?? null,
        exact: () => exact().scores[at]?.[c] ?? null,
        kind: "score",
      });
    });
    all.push({
      place: `${competency.competencyId} of others`,
      group: "others",
      found: competency.others,
      rule: disclosed.others[c] ?? null,
      exact: () => exact().others[c] ?? null,
      kind: "others",
    });
    for (const row of competency.items) {
      const item = items.findIndex(({ id }) => id === row.itemId);
      names.forEach((group, at) => {
        all.push({
          place: `${row.itemId} of ${group}`,
          group,
          found: row.cells[at],
          rule: disclosed.items[at]?.[item] ?? null,
          exact: () => exact().items[at]?.[item] ?? null,
          kind: "item",
        });
      });
      all.push({
        place: `${row.itemId} of others`,
        group: "others",
        found: row.others,
        rule: disclosed.itemOthers[item] ?? null,
        exact: () => exact().itemOthers[item] ?? null,
        kind: "others",
      });
    }
  });
  all.push({
    place: "overall",
    group: "others",
    found: view.overall,
    rule: disclosed.overall === null ? null : { ...disclosed.overall, spread: false },
    exact: () => {
      const mean = exact().overall;
      return mean === null ? null : { mean, variance: null, degrees: null };
    },
    kind: "others",
  });
  return all;
}

function compareAll(
  engine: Engine,
  given: Case,
  judge: (comparison: Comparison) => string | null,
): string | null {
  const rules = rulesOf(given);
  for (const { view } of engine.release(given, { viewer: "subject" })) {
    const disclosed = decide(given.survey, rules, countsOf(given, view.subjectId));
    for (const comparison of comparisons(view, disclosed, given)) {
      const wrong = judge(comparison);
      if (wrong !== null) return `${view.subjectId}, ${comparison.place}: ${wrong}`;
    }
    const wrong = judgeGroups(view, disclosed);
    if (wrong !== null) return `${view.subjectId}, ${wrong}`;
  }
  return null;
}

function judgeGroups(view: FeedbackView, disclosed: Disclosed): string | null {
  for (const [at, { id, status, weight }] of view.groups.entries()) {
    const cells = [...(disclosed.items[at] ?? []), ...(disclosed.scores[at] ?? [])];
    const shown = cells.some((cell) => cell !== null);
    if (shown !== (status === "shown")) return `group ${id} is ${status}`;
    const group = disclosed.groups[at] ?? null;
    const expected = shown && group !== null ? nearest(group.weight) : 0;
    if (!isNear(weight, expected)) return `group ${id} weighs ${weight}, not ${expected}`;
  }
  return null;
}

const SPREAD_FIELDS = {
  item: ["sd", "median", "distribution", "standardError", "degreesOfFreedom"],
  score: ["sd", "standardError", "degreesOfFreedom"],
  others: ["standardError", "degreesOfFreedom"],
} as const;

/** Every field of a view is there exactly where counts alone say so; else what is not. */
export function findMisdisclosure(engine: Engine, given: Case): string | null {
  return compareAll(engine, given, ({ found, rule, group, kind }) => {
    if (found === undefined) return "there is no cell";
    const base = rule === null ? [] : ["mean", "n", "coverage"];
    const spread = rule?.spread === true ? SPREAD_FIELDS[kind] : [];
    const expected = ["group", "status", ...base, ...spread].sort();
    const fields = Object.keys(found).sort();
    if (found.group !== group) return `it is called ${found.group}`;
    if ((found.status === "shown") !== (rule !== null)) return `it is ${found.status}`;
    return fields.join() === expected.join() ? null : `it shows ${fields.join(", ")}`;
  });
}

/** Every number of a view is what exact arithmetic over the raw answers gives; else which is not. */
export function findWrongNumber(engine: Engine, given: Case): string | null {
  const isPlain = rulesOf(given).topCode === null;
  return compareAll(engine, given, ({ found, rule, exact, kind }) => {
    if (found?.status !== "shown" || rule === null) return null;
    const numbers = exact();
    if (numbers === null) return "nothing exact is known of it";
    return judgeNumbers(found, { rule, exact: numbers, kind, isPlain });
  });
}

function judgeNumbers(
  found: ShownCell,
  given: { rule: Omit<RuleCell, "spread">; exact: ExactCell; kind: string; isPlain: boolean },
): string | null {
  const { rule, exact, kind, isPlain } = given;
  const { mean, n, coverage, sd, median, distribution, standardError, degreesOfFreedom } = found;
  if (n !== rule.n) return `n is ${n}, not ${rule.n}`;
  // An item's mean is one division of whole numbers: the nearest double, to the bit.
  if (kind === "item" && isPlain && !Object.is(mean, nearest(exact.mean)))
    return `mean is ${mean}, not ${nearest(exact.mean)} to the bit`;
  const numbers: [string, number | undefined, number][] = [
    ["mean", mean, nearest(exact.mean)],
    ["coverage", coverage, nearest(rule.coverage)],
  ];
  if (exact.variance !== null && standardError !== undefined) {
    const factor = kind === "others" ? null : n;
    numbers.push(["standardError", standardError, rootOf(exact.variance)]);
    if (factor !== null) {
      const variance = { n: exact.variance.n * BigInt(factor), d: exact.variance.d };
      numbers.push(["sd", sd, rootOf(variance)]);
    }
    if (exact.degrees !== null && standardError > 1e-9) {
      numbers.push(["degreesOfFreedom", degreesOfFreedom, nearest(exact.degrees)]);
    }
  }
  if (median !== undefined && exact.median !== undefined) {
    numbers.push(["median", median, nearest(exact.median)]);
  }
  const wrong = numbers.find(([, value, expected]) => !isNear(value, expected));
  if (wrong !== undefined) return `${wrong[0]} is ${wrong[1]}, not ${wrong[2]}`;
  const counts = exact.distribution?.join();
  return distribution === undefined || distribution.join() === counts
    ? null
    : `distribution is ${distribution.join()}, not ${counts}`;
}

function rootOf(value: Rational): number {
  return Math.sqrt(nearest(value));
}

function isNear(value: number | undefined, expected: number): boolean {
  const size = Math.max(1, Math.abs(expected));
  return value !== undefined && Math.abs(value - expected) <= 1e-12 * size;
}
