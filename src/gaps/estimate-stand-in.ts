import { exactSum } from "../kernel/exact-sum.js";
import type { FeedbackView, ViewCell } from "../multirater/view-types.js";
import type { RatingScale } from "../values/types.js";
import { STAND_IN_RATERS, STAND_IN_SUBJECTS } from "./defaults.js";
import type { RaterSpread, StandInSpread } from "./types.js";

/**
 * Estimates the spread between raters that stands in for groups too small to show their own.
 *
 * @remarks It is the pooled standard deviation √(Σ(n − 1)s² / Σ(n − 1)) over the confidential cells
 * whose own spread is shown, apart for competencies and items, on the reporting scale. Cells of at
 * least 30 raters over at least 10 subjects are needed. Only shown numbers enter, so that the
 * stand-in tells nothing of withheld answers.
 * @param views - the views of all subjects of one survey, one per subject.
 * @returns the stand-in; `null` where too little is shown for either.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { buildFeedbackReport, estimateStandIn } from "truescore/gaps";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * estimateStandIn(reports.map(({ view }) => view)); // => null
 * ```
 */
export function estimateStandIn(views: readonly FeedbackView[]): StandInSpread | null {
  const cells = views.flatMap(spreadCells);
  const competency = poolSpread(cells.filter(({ level }) => level === "competency"));
  const item = poolSpread(cells.filter(({ level }) => level === "item"));
  if (competency === null && item === null) return null;
  return { source: "pooled shown cells", competency, item };
}

interface SpreadCell {
  readonly level: "competency" | "item";
  readonly subjectId: string;
  readonly group: string;
  readonly n: number;
  readonly sd: number;
}

function spreadCells(view: FeedbackView): SpreadCell[] {
  const reporting = spanOf(view.scales[view.reportingScale]);
  return view.competencies.flatMap(({ cells, items }) => [
    ...readSpreads(view, cells, { level: "competency", factor: 1 }),
    ...items.flatMap((item) =>
      readSpreads(view, item.cells, {
        level: "item",
        factor: reporting / spanOf(view.scales[item.scale]),
      }),
    ),
  ]);
}

function readSpreads(
  { groups, subjectId }: FeedbackView,
  cells: readonly ViewCell[],
  { level, factor }: { level: SpreadCell["level"]; factor: number },
): SpreadCell[] {
  return cells.flatMap((cell, at): SpreadCell[] => {
    if (cell.status === "withheld" || cell.sd === undefined) return [];
    if (groups[at]?.identity !== "confidential") return [];
    return [{ level, subjectId, group: cell.group, n: cell.n, sd: cell.sd * factor }];
  });
}

function spanOf(scale: RatingScale | undefined): number {
  return scale === undefined ? 1 : scale.max - scale.min;
}

function poolSpread(cells: readonly SpreadCell[]): RaterSpread | null {
  const raters = new Map<string, number>();
  for (const { subjectId, group, n } of cells) {
    const key = JSON.stringify([subjectId, group]);
    raters.set(key, Math.max(raters.get(key) ?? 0, n));
  }
  const people = [...raters.values()].reduce((sum, n) => sum + n, 0);
  const subjects = new Set(cells.map(({ subjectId }) => subjectId)).size;
  if (people < STAND_IN_RATERS || subjects < STAND_IN_SUBJECTS) return null;
  const squares = exactSum(cells.map(({ n, sd }) => (n - 1) * sd * sd));
  const sd = Math.sqrt(squares / exactSum(cells.map(({ n }) => n - 1)));
  // The competencies, and the items, of one group share their raters, who are counted once.
  return sd > 0 ? { sd, degreesOfFreedom: people - raters.size } : null;
}
