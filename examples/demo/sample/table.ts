import { FERNHILL_SURVEY, RETIRED_ITEM } from "./survey.js";

/** One row of the export: column name and text. */
export type Row = Map<string, string>;

/** Identifiers of the survey's items, in its order. */
export const ITEM_IDS: readonly string[] = FERNHILL_SURVEY.competencies.flatMap(({ items }) =>
  items.map(({ id }) => id),
);

/** The columns of the export, with one item that only last year's form had. */
export const COLUMNS: readonly string[] = [
  ...["surveyId", "surveyVersion", "subjectId", "raterId", "relationship", "submittedAt"],
  ...ITEM_IDS,
  RETIRED_ITEM,
];

/** Writes rows as CSV (RFC 4180 with line feeds); a cell is quoted where it has to be. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quote).join(",")}\n`).join("");
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
