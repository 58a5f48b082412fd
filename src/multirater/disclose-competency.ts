import { compareScores } from "../values/compare-scores.js";
import { type CompositePart, composeOthers } from "./compose-others.js";
import { OTHERS, SELF } from "./defaults.js";
import { coarsen, type DisclosedGroup } from "./disclose-groups.js";
import { countPointsOf, deviationOf, medianOf } from "./group-answers.js";
import type { IndexedCompetency, IndexedItem, SurveyIndex } from "./index-survey.js";
import {
  type CompetencyInput,
  type ItemScore,
  scoreCompetency,
  standardErrorOf,
} from "./score-competency.js";
import type {
  ShownCell,
  ViewCell,
  ViewCompetency,
  ViewItem,
  ViewPolicy,
  WithheldCell,
} from "./view-types.js";

/** What all cells of a view share. */
export interface ViewContext {
  /** The survey. */
  readonly index: SurveyIndex;
  /** The rules. */
  readonly policy: ViewPolicy;
  /** One entry per group of the view; `null` where it is withheld. */
  readonly groups: readonly (DisclosedGroup | null)[];
  /** A withheld cell for every group of the view. */
  readonly withheld: readonly WithheldCell[];
  /** A withheld cell of `others`. */
  readonly withheldOthers: WithheldCell;
  /** Weight of all relationships but `self`. */
  readonly totalWeight: number;
  /** Whether items are listed. */
  readonly listItems: boolean;
}

/** The cells of one competency. */
export function discloseCompetency(
  context: ViewContext,
  competency: IndexedCompetency,
): ViewCompetency {
  const { index, groups, listItems } = context;
  const cells = groups.map((group, at) =>
    group === null ? withheldAt(context, at) : competencyCell(context, { group, competency, at }),
  );
  const items = listItems ? index.items.slice(competency.start, competency.end) : [];
  return {
    competencyId: competency.id,
    name: competency.name,
    weight: competency.weight,
    cells,
    others: othersCell(context, cells),
    items: items.map((item, offset) => discloseItem(context, item, competency.start + offset)),
  };
}

function withheldAt({ withheld }: ViewContext, at: number): WithheldCell {
  return withheld[at] as WithheldCell;
}

function competencyCell(
  context: ViewContext,
  place: { group: DisclosedGroup; competency: IndexedCompetency; at: number },
): ViewCell {
  const { index, policy } = context;
  const { group, competency, at } = place;
  const input = competencyInput(index, policy, { group, competency });
  const scored = input === null ? null : scoreCompetency(input);
  if (input === null || scored === null) return withheldAt(context, at);
  const { n, coverage } = scored;
  const { identity, insiders } = group;
  const few = identity === "confidential" && n - insiders < policy.minimumRaters;
  if (few || !isCovered(coverage, policy)) return withheldAt(context, at);
  const { min, max } = index.reporting;
  const raterFirst = input.order === "raterFirst";
  const mean = raterFirst ? coarsen(scored.score, { n, min, max, identity, policy }) : scored.score;
  const cell: ShownCell = {
    group: withheldAt(context, at).group,
    status: "shown",
    mean,
    n,
    coverage,
  };
  if (!passesSpread(group, n, policy)) return cell;
  const standardError = standardErrorOf(input, scored.score);
  if (standardError === null) return cell;
  return { ...cell, sd: standardError * Math.sqrt(n), standardError, degreesOfFreedom: n - 1 };
}

/**
 * What a group's competency is scored from: its shown items, or, where none is shown and the policy
 * averages raters first, its raters' own means. Raters' means beside item means would give single
 * answers away. `null` where neither may be.
 */
function competencyInput(
  index: SurveyIndex,
  policy: ViewPolicy,
  { group, competency }: { group: DisclosedGroup; competency: IndexedCompetency },
): CompetencyInput | null {
  const { answers, items } = group;
  const own = items.slice(competency.start, competency.end);
  const order = policy.averaging;
  if (own.some(({ used }) => used)) {
    return {
      index,
      competency,
      answers,
      items,
      order: order === "raterFirst" ? "itemFirst" : order,
    };
  }
  if (order !== "raterFirst") return null;
  return { index, competency, answers, items: items.map(withUse), order };
}

function withUse(item: ItemScore): ItemScore {
  return { ...item, used: true };
}

function passesSpread(
  { identity, insiders }: DisclosedGroup,
  n: number,
  { minimumForSpread, topCode }: ViewPolicy,
): boolean {
  const coarsened = topCode !== null && n < topCode.belowRaters;
  return identity === "confidential" && !coarsened && n - insiders >= minimumForSpread;
}

function isCovered(coverage: number, { minimumCoverage }: ViewPolicy): boolean {
  return compareScores(coverage, minimumCoverage, 1) >= 0;
}

function discloseItem(context: ViewContext, item: IndexedItem, at: number): ViewItem {
  const cells = context.groups.map((group, place) => itemCell(context, { group, item, at, place }));
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
  context: ViewContext,
  where: { group: DisclosedGroup | null; item: IndexedItem; at: number; place: number },
): ViewCell {
  const { group, item, at, place } = where;
  const score = group?.items[at];
  const withheld = withheldAt(context, place);
  if (group === null || score === undefined || !score.used) return withheld;
  const { n, mean } = score;
  const cell: ShownCell = { group: withheld.group, status: "shown", mean, n, coverage: 1 };
  if (!passesSpread(group, n, context.policy)) return cell;
  const distribution = countPointsOf(group.answers, at, item.grid);
  const sd = deviationOf(distribution, item.grid);
  const median = medianOf(distribution, item.grid);
  if (sd === null || median === null) return cell;
  return {
    ...cell,
    sd,
    median,
    distribution,
    standardError: sd / Math.sqrt(n),
    degreesOfFreedom: n - 1,
  };
}

/** `others` over shown cells; its spread only where every confidential group in it shows its own. */
function othersCell(context: ViewContext, cells: readonly ViewCell[]): ViewCell {
  const { groups, policy, totalWeight, withheldOthers } = context;
  const parts = cells.flatMap((cell, at): CompositePart[] => {
    const group = groups[at];
    if (cell.status === "withheld" || group === null || group === undefined) return [];
    if (group.identity === SELF) return [];
    const { mean, n, coverage, standardError = null } = cell;
    const identified = group.identity === "identified";
    return [{ weight: group.weight, identified, score: mean, n, standardError, coverage }];
  });
  const composed = composeOthers(parts, policy.composition, totalWeight);
  if (composed === null || !isCovered(composed.coverage, policy)) return withheldOthers;
  const { score, n, coverage, standardError, degreesOfFreedom } = composed;
  const cell: ShownCell = { group: OTHERS, status: "shown", mean: score, n, coverage };
  if (standardError === null || degreesOfFreedom === null) return cell;
  return { ...cell, standardError, degreesOfFreedom };
}
