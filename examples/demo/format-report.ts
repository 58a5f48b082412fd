import { describeGap, type FeedbackReport, type Gap } from "truescore/gaps";
import {
  createIssue,
  fail,
  formatExplanation,
  formatIssue,
  ok,
  type Result,
  verifyExplanation,
} from "truescore/kernel";
import {
  type CellAddress,
  explainCell,
  type FeedbackView,
  type HrCounts,
  type ViewCell,
} from "truescore/multirater";
import { BAD_CELL } from "./issues.js";
import { count, formatScore, formatTable, wrap } from "./text.js";

/** Most items whose gap is put into words. */
const LISTED_ITEMS = 4;

/** One report as a person reads it: table, gaps, and one score explained. */
export function formatReport(report: FeedbackReport, cell: string | null): Result<string[]> {
  const { subjectId, view, gaps } = report;
  const explained = formatExplained(report, cell);
  if (!explained.ok) return explained;
  const title = `Report on ${subjectId}, as ${READERS[view.viewer]} sees it`;
  const clear = gaps.items.filter(isClear).slice(0, LISTED_ITEMS);
  return ok([
    title,
    "=".repeat(title.length),
    "",
    ...formatView(view),
    "",
    `Gaps between ${gaps.policy.compare.join(" and ")}, on the scale ${formatReportingScale(view)}`,
    ...sentences(gaps.competencies, report),
    ...(clear.length > 0 ? ["", "Items with a clear gap", ...sentences(clear, report)] : []),
    "",
    ...explained.value,
  ]);
}

const READERS = { subject: "the subject", manager: "the manager", hr: "HR" } as const;

/** Whether the two groups differ by more than the threshold, and more than by chance. */
export function isClear({ difference }: Gap): boolean {
  return difference === "blindSpot" || difference === "hiddenStrength";
}

function sentences(gaps: readonly Gap[], report: FeedbackReport): string[] {
  return gaps.flatMap((gap) => {
    const [first = "", ...rest] = wrap(describeGap(gap, report.view));
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
}

function formatReportingScale({ scales, reportingScale }: FeedbackView): string {
  const scale = scales[reportingScale];
  return scale === undefined ? "" : `${scale.min} to ${scale.max}`;
}

/** The view as a table, the rule that hid cells once below it, and what only HR sees. */
function formatView(view: FeedbackView): string[] {
  const { groups, competencies, overall, rule, hr } = view;
  const rows = competencies.map(({ name, cells, others }) => [
    name,
    ...cells.map(formatCell),
    formatCell(others),
  ]);
  const isHidden = [...rows.flat()].includes(DASH);
  return [
    ...formatTable([
      ["", ...groups.map(({ name }) => name), "Others"],
      ...rows,
      ["Overall", ...groups.map(() => ""), formatCell(overall)],
    ]),
    "",
    "In brackets: how many raters. Others: all shown groups but Self.",
    ...(isHidden ? wrap(`${DASH} means withheld. ${rule}`) : []),
    ...(hr === undefined ? [] : ["", ...formatHrCounts(view, hr)]),
  ];
}

const DASH = "–";

function formatCell(cell: ViewCell): string {
  return cell.status === "shown" ? `${formatScore(cell.mean)} (${cell.n})` : DASH;
}

function formatHrCounts({ groups }: FeedbackView, { responses, folds }: HrCounts): string[] {
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name ?? id;
  const counts = responses.map(
    ({ relationship, submitted }) => `${nameOf(relationship)} ${submitted}`,
  );
  // A relationship that nobody answered in is listed as folded too; there was nothing to join.
  const answered = new Set(
    responses.filter(({ submitted }) => submitted > 0).map(({ relationship }) => relationship),
  );
  const joined = folds
    .filter(({ from }) => answered.has(from))
    .map(({ from, into }) => `${nameOf(from)} with ${nameOf(into)}`);
  return [
    "For HR only",
    `  Responses: ${counts.join(", ")}.`,
    `  Joined: ${joined.length > 0 ? joined.join(", ") : "no groups"}.`,
  ];
}

/** The tree behind one score, and whether it can be recomputed. */
function formatExplained({ view, gaps }: FeedbackReport, cell: string | null): Result<string[]> {
  const address = cell === null ? firstGap(view, gaps.competencies) : findAddress(view, cell);
  if (address === null) {
    if (cell === null) return ok(["There is no score to explain: everything is withheld."]);
    const groups = view.groups.map(({ id }) => id).join(", ");
    return refuseCell(cell, `there is no such cell. The groups are ${groups} and others.`);
  }
  const explained = explainCell(view, address);
  if (!explained.ok) {
    return refuseCell(cell ?? "", explained.issues.map((issue) => issue.message).join(" "));
  }
  const { explanation } = explained.value;
  const checked = verifyExplanation(explanation);
  return ok([
    `How ${nameAddress(address)} came about`,
    ...formatExplanation(explanation)
      .split("\n")
      .map((line) => `  ${line}`),
    checked.ok
      ? `  verified: recomputed to the last bit (${count(checked.value.nodes, "node")})`
      : `  not verified: ${checked.issues.map((issue) => formatIssue(issue)).join(" ")}`,
  ]);
}

function refuseCell(cell: string, detail: string): Result<string[]> {
  return fail([createIssue(BAD_CELL, { params: { cell, detail } })]);
}

/** What others say where the two differ most; the overall score where no gap can be seen. */
function firstGap(view: FeedbackView, gaps: readonly Gap[]): CellAddress | null {
  const gap = gaps.find(({ second }) => second !== null);
  if (gap !== undefined) return gap.cells[1];
  return view.overall.status === "shown" ? OVERALL : null;
}

const OVERALL: CellAddress = { group: "others", competencyId: null, itemId: null };

/** The address that is written as asked for. Identifiers may hold slashes, so all are written out. */
function findAddress(view: FeedbackView, cell: string): CellAddress | null {
  const groups = [...view.groups.map(({ id }) => id), "others"];
  const addresses = groups.flatMap((group) =>
    view.competencies.flatMap(({ competencyId, items }) => [
      { group, competencyId, itemId: null },
      ...items.map(({ itemId }) => ({ group, competencyId, itemId })),
    ]),
  );
  return [OVERALL, ...addresses].find((address) => nameAddress(address) === cell) ?? null;
}

function nameAddress({ group, competencyId, itemId }: CellAddress): string {
  return [group, competencyId, itemId].filter((part) => part !== null).join("/");
}
