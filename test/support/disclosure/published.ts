import { describeGap } from "../../../src/gaps/describe-gap.js";
import type { AnalyzeGapsOptions } from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import { explainCell } from "../../../src/multirater/explain-cell.js";
import type {
  CellAddress,
  FeedbackView,
  ShownCell,
  ViewCell,
} from "../../../src/multirater/view-types.js";
import type { Case } from "./case.js";
import type { Engine } from "./engine.js";

const GIVEN_STAND_IN: AnalyzeGapsOptions = {
  standIn: { source: "given", competency: { sd: 0.8, degreesOfFreedom: 40 }, item: { sd: 1.1 } },
  threshold: { kind: "points", value: 0.5 },
  confidence: 0.8,
};

/** Everything anybody reads of a case, as text: views, gaps, explanations and sentences by subject. */
export function publishAll(engine: Engine, given: Case): string[] {
  const texts: string[] = [];
  for (const viewer of ["subject", "manager", "hr"] as const) {
    for (const gaps of [undefined, GIVEN_STAND_IN]) {
      for (const report of engine.release(given, { viewer, gaps })) {
        const { competencies, items } = report.gaps;
        texts.push(
          JSON.stringify({
            report,
            sentences: [...competencies, ...items].map((gap) => describeGap(gap, report.view)),
            explanations: viewer === "subject" && gaps === undefined ? explainAll(report.view) : [],
          }),
        );
      }
    }
  }
  return texts;
}

function explainAll(view: FeedbackView): unknown[] {
  return shownCells(view).map(({ address }) => orThrow(explainCell(view, address)));
}

/** A cell of a view with its address. */
export interface Addressed<T extends ViewCell = ViewCell> {
  readonly address: CellAddress;
  readonly cell: T;
}

/** Every cell of a view. */
export function allCells({ groups, competencies, overall }: FeedbackView): Addressed[] {
  const cells = competencies.flatMap(({ competencyId, cells: own, others, items }) => {
    const rows = [{ itemId: null, cells: own, others }, ...items];
    return rows.flatMap(({ itemId, cells: row, others: composite }): Addressed[] => [
      ...row.map((cell, at) => ({
        address: { group: groups[at]?.id ?? "", competencyId, itemId },
        cell,
      })),
      { address: { group: "others", competencyId, itemId }, cell: composite },
    ]);
  });
  return [
    ...cells,
    { address: { group: "others", competencyId: null, itemId: null }, cell: overall },
  ];
}

/** Every cell of a view that shows a number. */
export function shownCells(view: FeedbackView): Addressed<ShownCell>[] {
  return allCells(view).flatMap(({ address, cell }) =>
    cell.status === "shown" ? [{ address, cell }] : [],
  );
}
