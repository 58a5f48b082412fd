import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import type { FeedbackReport, StandInSpread } from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import type {
  FeedbackView,
  ShownCell,
  ViewCell,
  ViewCompetency,
} from "../../../src/multirater/view-types.js";
import {
  type Case,
  type CountRow,
  countsOf,
  type Item,
  itemsOf,
  type Rules,
  ratingsOf,
  reportingScale,
  responsesAbout,
  rulesOf,
  subjectsOf,
} from "./case.js";
import { type Engine, gapOptionsFor, LIBRARY } from "./engine.js";
import { computeExactly, moved } from "./exact.js";
import { decimal, nearest } from "./rational.js";
import { type Disclosed, decide, type RuleGroup } from "./rule.js";

/** What a fault has to work with: one subject's view, the raw answers and the rule. */
interface Scene {
  readonly given: Case;
  readonly view: FeedbackView;
  readonly rules: Rules;
  readonly items: readonly Item[];
  readonly counts: readonly CountRow[];
  readonly disclosed: Disclosed;
  /** Ratings on the items' scales, row by row. */
  readonly ratings: readonly (readonly (number | null)[])[];
  /** The same on the reporting scale. */
  readonly scores: readonly (readonly (number | null)[])[];
}

function sceneOf(given: Case, view: FeedbackView): Scene {
  const { survey } = given;
  const items = itemsOf(survey);
  const counts = countsOf(given, view.subjectId);
  const rules = rulesOf(given);
  const ratings = responsesAbout(given, view.subjectId).map((one) => ratingsOf(survey, one));
  const to = reportingScale(survey);
  const scores = ratings.map((row) =>
    row.map((rating, item) =>
      rating === null ? null : nearest(moved(decimal(rating), (items[item] as Item).scale, to)),
    ),
  );
  const disclosed = decide(survey, rules, counts);
  return { given, view, rules, items, counts, disclosed, ratings, scores };
}

/** A library that changes cells of its views: `place` names where a cell stands. */
function plantInCells(
  name: string,
  fault: (scene: Scene, cell: ViewCell, place: CellPlace) => ViewCell,
): Engine {
  return {
    name,
    release: (given, reading) =>
      LIBRARY.release(given, reading).map((report) => {
        const scene = sceneOf(given, report.view);
        const view = mapCells(report.view, (cell, place) => fault(scene, cell, place));
        const standIn = report.gaps.policy.standIn ?? undefined;
        return withGaps(given, { view, gaps: { ...reading.gaps, standIn } });
      }),
  };
}

function withGaps(
  given: Case,
  { view, gaps }: { view: FeedbackView; gaps: Parameters<typeof gapOptionsFor>[1] },
): FeedbackReport {
  return {
    subjectId: view.subjectId,
    view,
    gaps: orThrow(analyzeGaps(view, gapOptionsFor(given, gaps))),
  };
}

/** Where a cell stands: index of its group (−1 for others), competency and item. */
interface CellPlace {
  readonly group: number;
  readonly competency: number | null;
  readonly item: number | null;
}

function mapCells(view: FeedbackView, fault: (cell: ViewCell, place: CellPlace) => ViewCell) {
  let item = -1;
  const competencies = view.competencies.map((row, competency): ViewCompetency => {
    const cells = row.cells.map((cell, group) => fault(cell, { group, competency, item: null }));
    const others = fault(row.others, { group: -1, competency, item: null });
    const items = row.items.map((one) => {
      item += 1;
      const place = { competency, item };
      return {
        ...one,
        cells: one.cells.map((cell, group) => fault(cell, { group, ...place })),
        others: fault(one.others, { group: -1, ...place }),
      };
    });
    return { ...row, cells, others, items };
  });
  const overall = fault(view.overall, { group: -1, competency: null, item: null });
  return { ...view, competencies, overall };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

function showItem(cell: ViewCell, values: readonly number[]): ShownCell {
  const { group } = cell;
  return { group, status: "shown", mean: meanOf(values), n: values.length, coverage: 1 };
}

function itemValues({ ratings }: Scene, rows: readonly number[], item: number): number[] {
  return rows.flatMap((row) => ratings[row]?.[item] ?? []);
}

/** Every rater's own weighted mean over some items. */
function raterMeans({ scores, items }: Scene, rows: readonly number[], used: number[]): number[] {
  return rows.flatMap((row) => {
    const own = used.flatMap((item) => {
      const value = scores[row]?.[item] ?? null;
      return value === null ? [] : [{ value, weight: items[item]?.weight ?? 0 }];
    });
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    return total > 0 ? [own.reduce((sum, one) => sum + one.value * one.weight, 0) / total] : [];
  });
}

function confidentialAt({ disclosed }: Scene, group: number): RuleGroup | null {
  const found = disclosed.groups[group] ?? null;
  return found?.confidential === true ? found : null;
}

/** Raters' own means stand beside the means of the items they are made of. */
const raterFirstBesideItems = plantInCells(
  "rater-first beside item means",
  (scene, cell, place) => {
    const group = confidentialAt(scene, place.group);
    const score = scene.disclosed.scores[place.group]?.[place.competency ?? -1] ?? null;
    if (place.item !== null || cell.status === "withheld" || group === null || score === null)
      return cell;
    const means = raterMeans(scene, group.rows, [...score.items]);
    return { ...cell, mean: meanOf(means) };
  },
);

/** Others show a standard error although a group in it may not show its own. */
const spreadOverSmallGroup = plantInCells("spread over a small group", (scene, cell, place) => {
  if (place.group >= 0 || place.item !== null || place.competency === null) return cell;
  if (cell.status === "withheld" || cell.standardError !== undefined) return cell;
  const score = scene.disclosed.scores.map((row) => row[place.competency ?? -1] ?? null);
  const means = score.flatMap((one, at) => {
    const group = confidentialAt(scene, at);
    return one === null || group === null ? [] : raterMeans(scene, group.rows, [...one.items]);
  });
  if (means.length < 2) return cell;
  const standardError = deviationOf(means) / Math.sqrt(means.length);
  return { ...cell, standardError, degreesOfFreedom: means.length - 1 };
});

/** The overall score is a total over everybody who answered. */
const totalOverAll = plantInCells("a total over all raters", (scene, cell, place) => {
  if (place.competency !== null || cell.status === "withheld") return cell;
  const values = scene.counts.flatMap(({ relationship }, row) =>
    relationship === "self" ? [] : (scene.scores[row] ?? []).flatMap((value) => value ?? []),
  );
  return { ...cell, mean: meanOf(values) };
});

/** An item is shown where one rater is missing. */
const itemOneShort = plantInCells("an item shown at k - 1", (scene, cell, { group: at, item }) => {
  const group = confidentialAt(scene, at);
  if (group === null || item === null || cell.status === "shown") return cell;
  const values = itemValues(scene, group.rows, item);
  const short = values.length - group.insiders === scene.rules.k - 1;
  return short && values.length > 0 ? showItem(cell, values) : cell;
});

/** A single confidential rater is shown as if everybody knew who it is. */
const loneRater = plantInCells("a lone rater taken as identified", (scene, cell, place) => {
  const relationship = scene.given.survey.relationships[place.group];
  if (relationship === undefined || relationship.identified || place.item === null) return cell;
  const rows = scene.counts.flatMap((count, row) =>
    count.relationship === relationship.id ? [row] : [],
  );
  const values = itemValues(scene, rows, place.item);
  return rows.length === 1 && values.length === 1 ? showItem(cell, values) : cell;
});

/** Groups that agree are hidden, which tells that they agree. */
const hideUnanimous = plantInCells("unanimous groups hidden", (scene, cell, place) => {
  const group = confidentialAt(scene, place.group);
  if (group === null || place.item === null || cell.status === "withheld") return cell;
  const values = itemValues(scene, group.rows, place.item);
  const unanimous = values.every((value) => value === values[0]);
  return unanimous ? { group: cell.group, status: "withheld" } : cell;
});

/** A competency shows its spread although one of its items may not. */
const spreadOverSmallItem = plantInCells("spread over a small item", (scene, cell, place) => {
  const { given, disclosed, rules, view } = scene;
  const group = confidentialAt(scene, place.group);
  if (group === null || place.item !== null || place.competency === null) return cell;
  if (cell.status === "withheld" || cell.n - group.insiders < rules.kSpread) return cell;
  const responses = responsesAbout(given, view.subjectId);
  const exact = computeExactly({ survey: given.survey, rules, responses }, disclosed);
  const variance = exact.scores[place.group]?.[place.competency]?.variance ?? null;
  if (variance === null) return cell;
  const standardError = Math.sqrt(nearest(variance));
  const sd = standardError * Math.sqrt(cell.n);
  return { ...cell, sd, standardError, degreesOfFreedom: cell.n - 1 };
});

/** Withheld cells say whether anybody answered. */
const reasonsTold = plantInCells("reasons for withholding", (scene, cell, place) => {
  const relationship = scene.given.survey.relationships[place.group];
  if (cell.status === "shown" || relationship === undefined) return cell;
  const empty = !scene.counts.some((count) => count.relationship === relationship.id);
  return { ...cell, reason: empty ? "empty" : "tooFew" } as ViewCell;
});

/** The stand-in spread is pooled over what other subjects' raters answered, withheld or not. */
const standInFromWithheld: Engine = {
  name: "stand-in from withheld answers",
  release: (given, reading) =>
    LIBRARY.release(given, reading).map((report) => {
      if (reading.gaps?.standIn !== undefined) return report;
      const standIn = pooledOverOthers(given, report.subjectId);
      if (standIn === null) return report;
      return withGaps(given, { view: report.view, gaps: { ...reading.gaps, standIn } });
    }),
};

function pooledOverOthers(given: Case, subjectId: string): StandInSpread | null {
  const { survey } = given;
  const confidential = new Set(
    survey.relationships.filter(({ identified }) => !identified).map(({ id }) => id),
  );
  const values = subjectsOf(given)
    .filter((id) => id !== subjectId)
    .flatMap((id) => responsesAbout(given, id))
    .filter(({ relationship }) => confidential.has(relationship))
    .flatMap((response) => ratingsOf(survey, response).flatMap((rating) => rating ?? []));
  const sd = values.length < 2 ? 0 : deviationOf(values);
  return sd > 0 ? { source: "pooled", competency: { sd }, item: { sd } } : null;
}

/** A reader who also answered is counted when thresholds are tested. */
const insidersCounted: Engine = {
  name: "insiders counted",
  release: (given, reading) => LIBRARY.release({ ...given, readers: [] }, reading),
};

/** Libraries with a fault each. */
export const MUTANTS = {
  raterFirstBesideItems,
  spreadOverSmallGroup,
  standInFromWithheld,
  totalOverAll,
  itemOneShort,
  loneRater,
  hideUnanimous,
  spreadOverSmallItem,
  insidersCounted,
  reasonsTold,
} as const;
