import { effectiveWeights, type ScaleEnds } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { fail, ok } from "../kernel/result.js";
import type { Result } from "../kernel/types.js";
import { scaleEnds } from "../values/scale-ends.js";
import type { RatingScale } from "../values/types.js";
import { checkSurvey } from "./check-survey.js";
import { FIRST_POINT_CODE, SELF } from "./defaults.js";
import { makeGrid, type ScaleGrid } from "./scale-grid.js";
import type { Survey } from "./types.js";

/** An item with its place and its grid. */
export interface IndexedItem {
  /** Identifier. */
  readonly id: string;
  /** Text or identifier. */
  readonly name: string;
  /** Weight among the items of its competency. */
  readonly weight: number;
  /** Index of its scale in the survey. */
  readonly scaleIndex: number;
  /** Its scale as integers. */
  readonly grid: ScaleGrid;
}

/** A competency with the range of its items. */
export interface IndexedCompetency {
  /** Identifier. */
  readonly id: string;
  /** Name or identifier. */
  readonly name: string;
  /** Weight among the competencies. */
  readonly weight: number;
  /** Index of its first item. */
  readonly start: number;
  /** One more than the index of its last item. */
  readonly end: number;
  /** Indices of its items. */
  readonly items: readonly number[];
  /** Exact sum of its items' weights. */
  readonly itemWeight: number;
  /** Effective weights of its items where all of them enter; `null` where one has no weight. */
  readonly shares: readonly number[] | null;
}

/** A relationship with its defaults filled in. */
export interface IndexedRelationship {
  /** Identifier. */
  readonly id: string;
  /** Name or identifier. */
  readonly name: string;
  /** Whether the subject knows who answered. */
  readonly identified: boolean;
  /** Weight among the groups of others; 0 for `self`. */
  readonly weight: number;
}

/** A survey compiled for the operations of this room. */
export interface SurveyIndex {
  /** The survey. */
  readonly survey: Survey;
  /** Items of all competencies in the survey's order. */
  readonly items: readonly IndexedItem[];
  /** Index of an item by identifier. */
  readonly itemIndex: ReadonlyMap<string, number>;
  /** Competencies in the survey's order. */
  readonly competencies: readonly IndexedCompetency[];
  /** Relationships in the survey's order. */
  readonly relationships: readonly IndexedRelationship[];
  /** Index of a relationship by identifier. */
  readonly relationshipIndex: ReadonlyMap<string, number>;
  /** Index of the reporting scale in the survey. */
  readonly reportingScale: number;
  /** Ends of the reporting scale. */
  readonly reporting: ScaleEnds;
  /** Whether answer codes need 16 bits. */
  readonly wide: boolean;
}

/** Checks a survey and compiles it. */
export function indexSurvey(survey: Survey): Result<SurveyIndex> {
  const issues = checkSurvey(survey);
  return issues.length > 0 ? fail(issues) : ok(compile(survey));
}

function compile(survey: Survey): SurveyIndex {
  const reportingScale = survey.scales.findIndex(({ id }) => id === survey.reportingScaleId);
  const reporting = scaleEnds(survey.scales[reportingScale] as RatingScale);
  const grids = survey.scales.map((scale) => makeGrid(scale, reporting));
  const scaleIndex = new Map(survey.scales.map(({ id }, index) => [id, index]));
  const items: IndexedItem[] = [];
  const competencies = survey.competencies.map((competency): IndexedCompetency => {
    const start = items.length;
    for (const { id, text, scaleId, weight } of competency.items) {
      const index = scaleIndex.get(scaleId) as number;
      const grid = grids[index] as ScaleGrid;
      items.push({ id, name: text ?? id, weight: weight ?? 1, scaleIndex: index, grid });
    }
    const { id, name, weight } = competency;
    const weights = items.slice(start).map((item) => item.weight);
    const shares = weights.every((one) => one > 0) ? effectiveWeights(weights) : null;
    const itemWeight = exactSum(weights);
    const all = weights.map((_, at) => start + at);
    const range = { start, end: items.length, items: all, itemWeight, shares };
    return { id, name: name ?? id, weight: weight ?? 1, ...range };
  });
  const relationships = survey.relationships.map(({ id, name, identified, weight }) => ({
    id,
    name: name ?? id,
    identified,
    weight: id === SELF ? 0 : (weight ?? 1),
  }));
  return {
    survey,
    items,
    itemIndex: new Map(items.map(({ id }, index) => [id, index])),
    competencies,
    relationships,
    relationshipIndex: new Map(relationships.map(({ id }, index) => [id, index])),
    reportingScale,
    reporting,
    wide: items.some(({ grid }) => grid.points + FIRST_POINT_CODE > 256),
  };
}
