import { compareScores } from "../values/compare-scores.js";
import { type CompositePart, composeOthers } from "./compose-others.js";
import { OTHERS, SELF } from "./defaults.js";
import { coarsen, type DisclosedGroup } from "./disclose-groups.js";
import { countPointsOf, deviationOf, medianOf } from "./group-answers.js";
import type { IndexedCompetency, IndexedItem, SurveyIndex } from "./index-survey.js";
import {
  type CompetencyInput,
  scoreCompetency,
  standardErrorOf,
  usedItems,
} from "./score-competency.js";
import type { ViewCell, ViewCompetency, ViewItem, ViewPolicy, WithheldCell } from "./view-types.js";

/** What all views of a survey share. */
export interface ViewFrame {
  /** The survey. */
  readonly index: SurveyIndex;
  /** The rules. */
  readonly policy: ViewPolicy;
  /** A withheld cell for every group of the view. */
  readonly withheld: readonly WithheldCell[];
  /** A withheld cell of `others`. */
  readonly withheldOthers: WithheldCell;
  /** Weight of all relationships but `self`. */
  readonly totalWeight: number;
  /** Whether items are listed. */
  readonly listItems: boolean;
}

/** What all cells of a view share. */
export interface ViewContext {
  /** What its survey decides. */
  readonly frame: ViewFrame;
  /** One entry per group of the view; `null` where it is withheld. */
  readonly groups: readonly (DisclosedGroup | null)[];
}

/** The cells of one competency. */
export function discloseCompetency(
  context: ViewContext,
  competency: IndexedCompetency,
): ViewCompetency {
  const { frame, groups } = context;
  const { id, name, weight, start, end } = competency;
  const cells: ViewCell[] = [];
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at] as DisclosedGroup | null;
    const withheld = frame.withheld[at] as WithheldCell;
    cells.push(group === null ? withheld : competencyCell(frame, { group, competency, withheld }));
  }
  const others = othersCell(context, cells);
  let items: readonly ViewItem[] = NO_ITEMS;
  if (frame.listItems) {
    items = frame.index.items
      .slice(start, end)
      .map((item, offset) => discloseItem(context, item, start + offset));
  }
  return { competencyId: id, name, weight, cells, others, items };
}

const NO_ITEMS: readonly ViewItem[] = /* @__PURE__ */ Object.freeze([]);

function competencyCell(
  frame: ViewFrame,
  place: { group: DisclosedGroup; competency: IndexedCompetency; withheld: WithheldCell },
): ViewCell {
  const { index, policy } = frame;
  const { group, competency, withheld } = place;
  const input = competencyInput(frame, group, competency);
  if (input === null) return withheld;
  const { score, n, coverage } = scoreCompetency(input);
  const { identity, insiders } = group.plan;
  const tested = n - insiders;
  const few = identity === "confidential" && tested < policy.minimumRaters;
  if (few || !isCovered(coverage, policy)) return withheld;
  const { min, max } = index.reporting;
  const raterFirst = input.order === "raterFirst";
  const mean = raterFirst ? coarsen(score, { n: tested, min, max, identity, policy }) : score;
  const shown = { group: withheld.group, status: "shown", mean, n, coverage } as const;
  if (!passesSpread(group, n, policy) || !itemsPassSpread(input, group, policy)) return shown;
  const standardError = standardErrorOf(input, score);
  if (standardError === null) return shown;
  return {
    group: withheld.group,
    status: "shown",
    mean,
    n,
    coverage,
    sd: standardError * Math.sqrt(n),
    standardError,
    degreesOfFreedom: n - 1,
  };
}

/**
 * What a group's competency is scored from: its shown items, or, where none is shown and the policy
 * averages raters first, its raters' own means. Raters' means beside item means would give single
 * answers away. `null` where neither may be.
 */
function competencyInput(
  { index, policy }: ViewFrame,
  { answers, items }: DisclosedGroup,
  competency: IndexedCompetency,
): CompetencyInput | null {
  const order = policy.averaging === "raterFirst" ? "itemFirst" : policy.averaging;
  const used = usedItems(index, competency, items);
  if (used.length > 0) return { index, competency, answers, items, used, order };
  if (policy.averaging !== "raterFirst" || competency.items.some((at) => items.used[at] === 1)) {
    return null;
  }
  const all = { n: items.n, used: new Uint8Array(items.n.length).fill(1) };
  const rated = usedItems(index, competency, all);
  if (rated.length === 0) return null;
  return { index, competency, answers, items, used: rated, order: "raterFirst" };
}

function passesSpread(
  { plan: { identity, insiders } }: DisclosedGroup,
  n: number,
  { minimumForSpread, topCode }: ViewPolicy,
): boolean {
  const tested = n - insiders;
  const coarsened = topCode !== null && tested < topCode.belowRaters;
  return identity === "confidential" && !coarsened && tested >= minimumForSpread;
}

/**
 * Whether every item that a score is made of passes the spread rule: beside an item whose answers all
 * agree, the score's standard error would tell the withheld spread of another.
 */
function itemsPassSpread(
  input: CompetencyInput,
  group: DisclosedGroup,
  policy: ViewPolicy,
): boolean {
  if (input.order === "raterFirst") return true;
  return input.used.every((item) => passesSpread(group, input.items.n[item] as number, policy));
}

function isCovered(coverage: number, { minimumCoverage }: ViewPolicy): boolean {
  return compareScores(coverage, minimumCoverage, 1) >= 0;
}

function discloseItem(context: ViewContext, item: IndexedItem, at: number): ViewItem {
  const { frame, groups } = context;
  const cells: ViewCell[] = [];
  for (let place = 0; place < groups.length; place++) {
    const group = groups[place] as DisclosedGroup | null;
    const withheld = frame.withheld[place] as WithheldCell;
    cells.push(group === null ? withheld : itemCell(frame, { group, item, at, withheld }));
  }
  return {
    itemId: item.id,
    name: item.name,
    weight: item.weight,
    scale: item.scaleIndex,
    cells,
    others: othersCell(context, cells),
  };
}

function itemCell(
  { policy }: ViewFrame,
  where: { group: DisclosedGroup; item: IndexedItem; at: number; withheld: WithheldCell },
): ViewCell {
  const { group, item, at, withheld } = where;
  const { items } = group;
  const n = items.n[at] as number;
  if (n === 0 || items.used[at] === 0) return withheld;
  const mean = items.means[at] as number;
  const shown = { group: withheld.group, status: "shown", mean, n, coverage: 1 } as const;
  if (!passesSpread(group, n, policy)) return shown;
  const distribution = countPointsOf(group.answers, at, item.grid);
  const sd = deviationOf(distribution, item.grid);
  const median = medianOf(distribution, item.grid);
  if (sd === null || median === null) return shown;
  return {
    group: withheld.group,
    status: "shown",
    mean,
    n,
    coverage: 1,
    sd,
    median,
    distribution,
    standardError: sd / Math.sqrt(n),
    degreesOfFreedom: n - 1,
  };
}

/** `others` over shown cells; its spread only where every confidential group in it shows its own. */
function othersCell({ frame, groups }: ViewContext, cells: readonly ViewCell[]): ViewCell {
  const { policy, totalWeight, withheldOthers } = frame;
  const parts: CompositePart[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as ViewCell;
    const group = groups[at] as DisclosedGroup | null;
    if (cell.status === "withheld" || group === null || group.plan.identity === SELF) continue;
    const { mean: score, n, coverage, standardError = null } = cell;
    const { weight, identity } = group.plan;
    const identified = identity === "identified";
    parts.push({ weight, identified, score, n, standardError, coverage });
  }
  const composed = composeOthers(parts, policy.composition, totalWeight);
  if (composed === null || !isCovered(composed.coverage, policy)) return withheldOthers;
  const { score: mean, n, coverage, standardError, degreesOfFreedom } = composed;
  if (standardError === null || degreesOfFreedom === null) {
    return { group: OTHERS, status: "shown", mean, n, coverage };
  }
  return { group: OTHERS, status: "shown", mean, n, coverage, standardError, degreesOfFreedom };
}
