import { OTHERS } from "./defaults.js";
import type {
  CellAddress,
  FeedbackView,
  ViewCell,
  ViewCompetency,
  ViewItem,
} from "./view-types.js";

/** A cell with the rows of the view that it stands in. */
export interface FoundCell {
  /** The cell. */
  readonly cell: ViewCell;
  /** Its competency; `null` for the overall score. */
  readonly competency: ViewCompetency | null;
  /** Its item; `null` for a competency or the overall score. */
  readonly item: ViewItem | null;
  /** Index of its group in the view; −1 for `others`. */
  readonly group: number;
}

/**
 * Finds a cell of a view by its address.
 *
 * @param view - the view.
 * @param address - group, competency and item; the last two `null` for the rows above.
 * @returns the cell; `null` where the view has no such place.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { buildFeedbackReport } from "truescore/gaps";
 * import { findCell, SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const view = reports[0]?.view;
 * if (view !== undefined) {
 *   findCell(view, { group: "self", competencyId: "communication", itemId: null });
 *   // => { group: "self", status: "shown", mean: 4.5, n: 1, coverage: 1 }
 * }
 * ```
 */
export function findCell(view: FeedbackView, address: CellAddress): ViewCell | null {
  return locateCell(view, address)?.cell ?? null;
}

/** Finds a cell with the rows it stands in; `null` where the view has no such place. */
export function locateCell(view: FeedbackView, address: CellAddress): FoundCell | null {
  const { group: id, competencyId, itemId } = address;
  const group = view.groups.findIndex((one) => one.id === id);
  if (id !== OTHERS && group < 0) return null;
  if (competencyId === null) {
    const isOverall = id === OTHERS && itemId === null;
    return isOverall ? { cell: view.overall, competency: null, item: null, group } : null;
  }
  const competency = view.competencies.find((one) => one.competencyId === competencyId);
  if (competency === undefined) return null;
  const item = itemId === null ? null : competency.items.find((one) => one.itemId === itemId);
  if (item === undefined) return null;
  const row = item ?? competency;
  const cell = id === OTHERS ? row.others : row.cells[group];
  return cell === undefined ? null : { cell, competency, item, group };
}
