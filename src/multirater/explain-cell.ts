import { effectiveWeights, rescaleValue, sumOfProducts } from "../kernel/arithmetic.js";
import { createIssue } from "../kernel/issue.js";
import { fail, ok } from "../kernel/result.js";
import type { ExcludedTerm, Explained, Explanation, Result } from "../kernel/types.js";
import { scaleEnds } from "../values/scale-ends.js";
import type { RatingScale } from "../values/types.js";
import { partWeight } from "./compose-others.js";
import { OTHERS, SELF } from "./defaults.js";
import { locateCell } from "./find-cell.js";
import { CELL_WITHHELD, UNKNOWN_CELL } from "./issues.js";
import type {
  CellAddress,
  FeedbackView,
  ShownCell,
  ViewCell,
  ViewCompetency,
  ViewItem,
} from "./view-types.js";

/**
 * Explains one cell of a view, from the cells that it is made of.
 *
 * @remarks The tree is built from the view alone, so it can hold nothing that its reader may not
 * see: its leaves are cells of the view, named by their addresses. `verifyExplanation` repeats it to
 * the last bit.
 * @param view - the view the reader has.
 * @param address - the cell.
 * @returns the number with its tree; or `multirater/unknown-cell`, or `multirater/cell-withheld`.
 * @example
 * ```ts
 * import { formatExplanation, orThrow } from "truescore/kernel";
 * import { buildFeedbackReport } from "truescore/gaps";
 * import { explainCell, SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const view = reports[0]?.view;
 * if (view !== undefined) {
 *   const address = { group: "peer", competencyId: "communication", itemId: null };
 *   formatExplanation(orThrow(explainCell(view, address)).explanation);
 *   // => "Peers = 3.17 (weightedMean)\n├─ Listens before answering = 3 × 50%\n└─ Explains decisions = 3.33 × 50%"
 * }
 * ```
 */
export function explainCell(view: FeedbackView, address: CellAddress): Result<Explained<number>> {
  const found = locateCell(view, address);
  if (found === null) {
    const detail = [address.group, address.competencyId, address.itemId].join(" / ");
    return fail([createIssue(UNKNOWN_CELL, { path: ["address"], params: { detail } })]);
  }
  const { cell, competency, item } = found;
  if (cell.status === "withheld") {
    return fail([createIssue(CELL_WITHHELD, { path: ["address"], params: {} })]);
  }
  const label = address.group === OTHERS ? "Others" : nameOfGroup(view, address.group);
  const explanation =
    competency === null
      ? explainOverall(view, cell)
      : item !== null
        ? explainItem(view, { cell, competency, item, label })
        : address.group === OTHERS
          ? explainOthers(view, { cell, competency, label })
          : explainGroup(view, { cell, competency, label });
  const asked = explanation.terms.length + explanation.excluded.length;
  return ok({
    value: cell.mean,
    coverage: cell.coverage,
    answered: asked === 0 ? 1 : explanation.terms.length,
    asked: Math.max(1, asked),
    status: cell.coverage < 1 ? "partial" : "complete",
    reasons: cell.coverage < 1 ? ["withheld"] : [],
    explanation,
  });
}

interface Place {
  readonly cell: ShownCell;
  readonly competency: ViewCompetency;
  readonly label: string;
}

interface Part {
  readonly name: string;
  readonly weight: number;
  readonly cell: ViewCell;
  readonly address: CellAddress;
  /** The part's value on the whole's scale, and what leads to it where it is not a leaf. */
  readonly explain: (cell: ShownCell, label: string) => Explanation | null;
}

function nameOfGroup(view: FeedbackView, id: string): string {
  return view.groups.find((group) => group.id === id)?.name ?? id;
}

function explainOverall(view: FeedbackView, cell: ShownCell): Explanation {
  const parts = view.competencies.map((competency): Part => {
    const { competencyId, name, weight, others } = competency;
    return {
      name,
      weight,
      cell: others,
      address: { group: OTHERS, competencyId, itemId: null },
      explain: (shown, label) => explainOthers(view, { cell: shown, competency, label }),
    };
  });
  return explainMean({ label: "Overall", value: cell.mean, parts, policy: echo(view, "overall") });
}

function explainOthers(view: FeedbackView, { cell, competency, label }: Place): Explanation {
  const parts = groupParts(view, competency.cells, {
    competencyId: competency.competencyId,
    itemId: null,
    explain: (group) => (shown, name) =>
      explainGroup(view, { cell: shown, competency, label: name }, group),
  });
  return explainMean({ label, value: cell.mean, parts, policy: echo(view, "others") });
}

function explainItem(view: FeedbackView, place: Place & { readonly item: ViewItem }): Explanation {
  const { cell, competency, item, label } = place;
  const { competencyId } = competency;
  const { itemId } = item;
  if (cell.group !== OTHERS) return given(label, cell, { group: cell.group, competencyId, itemId });
  const parts = groupParts(view, item.cells, { competencyId, itemId, explain: () => () => null });
  return explainMean({ label, value: cell.mean, parts, policy: echo(view, "others") });
}

function groupParts(
  view: FeedbackView,
  cells: readonly ViewCell[],
  where: {
    competencyId: string;
    itemId: string | null;
    explain: (group: string) => Part["explain"];
  },
): Part[] {
  const { competencyId, itemId, explain } = where;
  return view.groups.flatMap((group, at): Part[] => {
    const cell = cells[at];
    if (cell === undefined || group.identity === SELF) return [];
    const n = cell.status === "shown" ? cell.n : 0;
    return [
      {
        name: group.name,
        weight: partWeight({ weight: group.weight, n }, view.policy.composition),
        cell,
        address: { group: group.id, competencyId, itemId },
        explain: explain(group.id),
      },
    ];
  });
}

function explainGroup(view: FeedbackView, place: Place, group = place.cell.group): Explanation {
  const { cell, competency, label } = place;
  const { competencyId } = competency;
  const at = view.groups.findIndex(({ id }) => id === group);
  const parts = competency.items.map((item): Part => {
    const shown = item.cells[at] as ViewCell;
    const n = view.policy.averaging === "pooled" && shown.status === "shown" ? shown.n : 1;
    return {
      name: item.name,
      weight: item.weight * n,
      cell: shown,
      address: { group, competencyId, itemId: item.itemId },
      explain: (own, name) =>
        explainRescaling(view, { item, cell: own, label: name, group, competencyId }),
    };
  });
  // Raters' own means are shown only where no item is: the cell is then a leaf of its own.
  if (!parts.some((part) => part.cell.status === "shown")) {
    return given(label, cell, { group, competencyId, itemId: null });
  }
  return explainMean({ label, value: cell.mean, parts, policy: echo(view, "items") });
}

function explainRescaling(
  view: FeedbackView,
  own: { item: ViewItem; cell: ShownCell; label: string; group: string; competencyId: string },
): Explanation | null {
  const from = scaleEnds(view.scales[own.item.scale] as RatingScale);
  const to = scaleEnds(view.scales[view.reportingScale] as RatingScale);
  if (from.min === to.min && from.max === to.max && from.reversed === to.reversed) return null;
  const { item, cell, label, group, competencyId } = own;
  const address = { group, competencyId, itemId: item.itemId };
  return {
    rule: "rescale",
    label,
    value: rescaleValue(cell.mean, from, to),
    terms: [
      { label: "on its own scale", value: cell.mean, weight: 1, effectiveWeight: 1, address },
    ],
    excluded: [],
    policy: { from: { ...from }, to: { ...to } },
    children: [],
  };
}

function explainMean(node: {
  label: string;
  value: number;
  parts: readonly Part[];
  policy: Explanation["policy"];
}): Explanation {
  const labels = uniqueLabels(node.parts);
  const entries = node.parts.map((part, at) => ({ ...part, label: labels[at] as string }));
  const excluded = entries.flatMap(({ cell, weight, label }): ExcludedTerm[] => {
    if (cell.status === "withheld") return [{ label, reason: "withheld" }];
    return weight > 0 ? [] : [{ label, reason: "no-weight" }];
  });
  const used = entries.flatMap(({ cell, weight, label, address, explain }) => {
    if (cell.status === "withheld" || !(weight > 0)) return [];
    const child = explain(cell, label);
    const value = child?.value ?? cell.mean;
    return [{ label, weight, value, child, address: { ...address } }];
  });
  const shares = effectiveWeights(used.map(({ weight }) => weight));
  return {
    rule: "weightedMean",
    label: node.label,
    value: sumOfProducts(
      shares,
      used.map(({ value }) => value),
    ),
    terms: used.map(({ label, value, weight, address }, at) => ({
      label,
      value,
      weight,
      effectiveWeight: shares[at] as number,
      address,
    })),
    excluded,
    policy: node.policy,
    children: used.flatMap(({ child }) =>
      child === null || child.rule === "given" ? [] : [child],
    ),
  };
}

/** Names that tell the parts apart: their names, numbered where names repeat. */
function uniqueLabels(parts: readonly { readonly name: string }[]): string[] {
  const names = new Set(parts.map(({ name }) => name));
  return parts.map(({ name }, at) => (names.size === parts.length ? name : `${at + 1}. ${name}`));
}

function given(label: string, cell: ShownCell, address: CellAddress): Explanation {
  return {
    rule: "given",
    label,
    value: cell.mean,
    address: { ...address },
    terms: [],
    excluded: [],
    policy: {},
    children: [],
  };
}

/** The parameters that shaped a number of the view. */
function echo(
  { policy }: FeedbackView,
  over: "items" | "others" | "overall",
): Explanation["policy"] {
  const { id, minimumRaters, summaryId, averaging, composition } = policy;
  const disclosure = { disclosure: id, minimumRaters, summary: summaryId };
  if (over === "items") {
    return { ...disclosure, averaging: averaging === "raterFirst" ? "itemFirst" : averaging };
  }
  return over === "others" ? { ...disclosure, composition } : disclosure;
}
