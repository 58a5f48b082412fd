import { type Case, countsOf, rulesOf, subjectsOf } from "./case.js";
import { decide } from "./rule.js";

/** How many cases of a run have what the proof is about, so that it does not pass for want of cases. */
export interface Features {
  cases: number;
  /** A fold, a withheld item of a shown group and a withheld pool, all for one subject. */
  hidden: number;
  folds: number;
  chains: number;
  withheldItems: number;
  withheldPools: number;
  shownPools: number;
  spreads: number;
  raterFirst: number;
  insiders: number;
  coarsened: number;
}

export function noFeatures(): Features {
  return {
    cases: 0,
    hidden: 0,
    folds: 0,
    chains: 0,
    withheldItems: 0,
    withheldPools: 0,
    shownPools: 0,
    spreads: 0,
    raterFirst: 0,
    insiders: 0,
    coarsened: 0,
  };
}

/** Counts a case, by the rule's own reading of its counts. */
export function countFeatures(features: Features, given: Case): void {
  const found = new Set<keyof Features>(["cases"]);
  for (const subjectId of subjectsOf(given)) {
    for (const feature of featuresOf(given, subjectId)) found.add(feature);
  }
  for (const feature of found) features[feature] += 1;
}

function featuresOf(given: Case, subjectId: string): (keyof Features)[] {
  const rules = rulesOf(given);
  const counts = countsOf(given, subjectId);
  const disclosed = decide(given.survey, rules, counts);
  const answered = (id: string): boolean => counts.some(({ relationship }) => relationship === id);
  const folds = disclosed.folds.filter(({ from }) => answered(from));
  const groups = disclosed.groups.flatMap((group, at) =>
    group?.confidential === true ? [{ group, at }] : [],
  );
  const pool = disclosed.groups.at(-1) ?? null;
  const has = {
    folds: folds.some(({ into }) => into !== "otherRaters"),
    chains: rules.folds.some(({ from, into }) =>
      folds.some((fold) => fold.from === from && fold.into !== into && fold.into !== "otherRaters"),
    ),
    withheldItems: groups.some(({ at }) => disclosed.items[at]?.some((cell) => cell === null)),
    withheldPools: pool === null && folds.some(({ into }) => into === "otherRaters"),
    shownPools: pool !== null,
    spreads: groups.some(({ at }) => disclosed.items[at]?.some((cell) => cell?.spread === true)),
    raterFirst: groups.some(({ at }) =>
      disclosed.scores[at]?.some((score) => score?.order === "raterFirst"),
    ),
    insiders: groups.some(({ group }) => group.insiders > 0),
    coarsened: rules.topCode !== null && groups.length > 0,
  };
  const names = (Object.keys(has) as (keyof typeof has)[]).filter((name) => has[name]);
  const isHidden = has.folds && has.withheldItems && has.withheldPools;
  return isHidden ? [...names, "hidden"] : names;
}
