import { orThrow } from "../../../src/kernel/index.js";
import { describeSample } from "../../../src/stats/index.js";
import {
  addMonths,
  apportion,
  type Band,
  bandOf,
  type CalendarDate,
  checkWeights,
  createBands,
  isDeadlineMet,
  isOnScale,
  normalizeWeights,
  type Period,
  prorate,
  rescale,
  roundForDisplay,
  weightedMean,
} from "../../../src/values/index.js";
import type { Operations } from "./answer.js";

type Value = number | null;

interface Decimals {
  readonly dp: number;
}

/** Rounds once, at the very end. */
function shown(value: Value, { dp }: Decimals): Value {
  return value === null ? null : roundForDisplay(value, { decimals: dp });
}

const terms = (values: readonly Value[], weights: readonly number[]) =>
  values.map((value, at) => ({ label: `${at + 1}`, value, weight: weights[at] as number }));
const equal = (values: readonly unknown[]): number[] => values.map(() => 1);

function meanOf(
  values: readonly Value[],
  weights: readonly number[],
  missing: "skip" | "zero" = "skip",
) {
  return orThrow(weightedMean(terms(values, weights), { missing }));
}

interface SumIs {
  readonly total: string;
  readonly rows: readonly (readonly string[])[];
}

/** Exact decimals as text become numbers, as a program that calls the library has them. */
function sumIs({ total, rows }: SumIs): boolean[] {
  return rows.map((row) => {
    const weights = row.map((weight, at) => ({ label: `${at + 1}`, weight: Number(weight) }));
    return checkWeights(weights, { kind: "percent", total: Number(total) as 1 | 100 }).ok;
  });
}

/** Steps of a tenth, so that the bounds decide and not the step. */
function inRange(input: { min: number; max: number; values: readonly number[] }): boolean[] {
  const { min, max, values } = input;
  const scale = { id: "scale", min, max, step: 0.1, direction: "higherIsBetter" } as const;
  return values.map((value) => isOnScale(scale, value));
}

function largestRemainder({ counts, total }: { counts: readonly number[]; total: number }) {
  return orThrow(apportion(total, counts));
}

interface Scored {
  readonly score: number;
  readonly weight: number;
}

/** What each part contributes is its term in the explanation. */
function weightedSum(input: Decimals & { items: readonly Scored[] }) {
  const { items } = input;
  const { value, explanation } = meanOf(
    items.map(({ score }) => score),
    items.map(({ weight }) => weight),
  );
  return {
    contributions: explanation.terms.map((term) => shown(term.effectiveWeight * term.value, input)),
    total: shown(value, input),
  };
}

interface Components extends Decimals {
  readonly components: Readonly<Record<string, Value>>;
  readonly missing: "exclude" | "zero";
}

function combineEqual(input: Components): Value {
  const values = Object.values(input.components);
  const missing = input.missing === "exclude" ? "skip" : "zero";
  return shown(meanOf(values, equal(values), missing).value, input);
}

function mean(input: Decimals & { values: readonly number[] }): Value {
  return shown(orThrow(describeSample(input.values)).mean, input);
}

interface WeightedRows extends Decimals {
  readonly weights: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

function weightedRows(input: WeightedRows): Value[] {
  return input.rows.map((row) => shown(meanOf(row, input.weights).value, input));
}

interface Factor {
  readonly weight: number;
  readonly ratio: Value;
}

function renormalise({ factors }: { factors: readonly Factor[] }) {
  const ratios = factors.map(({ ratio }) => ratio);
  const { value, coverage } = meanOf(
    ratios,
    factors.map(({ weight }) => weight),
  );
  return { score: value, completeness: coverage };
}

function bandLabels(bands: readonly Band[], scores: readonly number[]): (string | undefined)[] {
  const made = orThrow(createBands(bands, { direction: "higherIsBetter" }));
  return scores.map((score) => bandOf(made, score)?.label);
}

type BandRow = readonly [label: string, from: Value];

/** The cases list the best band first. */
function band({ bands, scores }: { bands: readonly BandRow[]; scores: readonly number[] }) {
  return bandLabels(bands.map(([label, from]) => ({ label, from })).reverse(), scores);
}

/** Zones of a goal: 0.3 and 0.7 of the way to the stretch target, and the target itself. */
function zone(input: { baseline: number; stretch: number; values: readonly number[] }) {
  const { baseline, stretch, values } = input;
  const from = (share: number): number => baseline + share * (stretch - baseline);
  const zones = [
    { label: "fail", from: from(0) },
    { label: "commit", from: from(0.3) },
    { label: "target", from: from(0.7) },
    { label: "stretch", from: from(1) },
  ];
  return bandLabels(zones, values);
}

interface Part extends Scored {
  readonly max: number;
}

function twoPart(input: Decimals & { parts: readonly Part[] }): Value {
  const scale = (max: number) =>
    ({ id: `${max}`, min: 0, max, step: max, direction: "higherIsBetter" }) as const;
  const values = input.parts.map(({ score, max }) => rescale(score, scale(max), scale(100)));
  return shown(
    meanOf(
      values,
      input.parts.map(({ weight }) => weight),
    ).value,
    input,
  );
}

function weightedMeanOf(input: Decimals & { values: number[]; weights: number[] }): Value {
  return shown(meanOf(input.values, input.weights).value, input);
}

/** A weight that is not there is refused, whatever type it got through as. */
function weightedMeanChecked({ values, weights }: { values: number[]; weights: number[] }) {
  const result = weightedMean(terms(values, weights), { missing: "skip" });
  const places = result.ok ? [] : result.issues.map(({ path }) => path.join("."));
  return places.join() === "1.weight" ? { error: "weight missing" } : places;
}

interface Overdue {
  readonly due: CalendarDate;
  readonly zone: string;
  readonly at: readonly string[];
}

function overdue({ due, zone: name, at }: Overdue): boolean[] {
  return at.map((instant) => !orThrow(isDeadlineMet(due, instant, name)));
}

interface NextDue {
  readonly first: CalendarDate;
  readonly everyMonths: number;
  readonly generatedOn: readonly CalendarDate[];
}

/** The schedule counts from the first date, whenever the next one is asked for. */
function nextDue({ first, everyMonths, generatedOn }: NextDue): (CalendarDate | undefined)[] {
  const schedule = [1, 2, 3, 4, 5].map((time) => orThrow(addMonths(first, time * everyMonths)));
  return generatedOn.map((today) => schedule.find((date) => date > today));
}

interface Proration {
  readonly period: Period;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function inclusiveProration({ period, from, to }: Proration) {
  return orThrow(prorate({ start: from, end: to }, period));
}

interface Gapless {
  readonly bands: readonly Band[];
  readonly to: number;
  readonly values: readonly number[];
}

function gaplessBands({ bands, to, values }: Gapless): (string | undefined)[] {
  const made = orThrow(createBands(bands, { direction: "higherIsBetter", to }));
  return values.map((value) => bandOf(made, value)?.label);
}

/** The weights as they stand after an edit: the locked ones keep theirs. */
function lockedWeights({ locked, edited }: { locked: number[]; edited: number[] }): number[] {
  const weights = [
    ...locked.map((weight, at) => ({ label: `locked ${at}`, weight, locked: true })),
    ...edited.map((weight, at) => ({ label: `edited ${at}`, weight })),
  ];
  return orThrow(normalizeWeights(weights, { total: 100 })).map(({ weight }) => weight);
}

/** What `values`, with `describeSample` of `stats`, answers. */
export const operations: Operations = {
  sumIs,
  inRange,
  largestRemainder,
  weightedSum,
  combineEqual,
  mean,
  weightedRows,
  renormalise,
  band,
  zone,
  twoPart,
  weightedMean: weightedMeanOf,
  weightedMeanChecked,
  overdue,
  nextDue,
  "inclusive-proration": inclusiveProration,
  "gapless-bands": gaplessBands,
  "locked-weights": lockedWeights,
};
