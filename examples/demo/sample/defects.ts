import { RETIRED_ITEM } from "./survey.js";
import { COLUMNS, type Row } from "./table.js";

/** One way in which rows of real exports are wrong. */
export interface Defect {
  /** What is wrong, for the manifest's readers. */
  readonly what: string;
  /** Codes of the issues that the row must be refused for. */
  readonly codes: readonly string[];
  /** Spoils a row of someone who rates another person. */
  readonly spoil: (row: Row) => void;
  /** How many cells are missing at the end of the line, or too many where negative; 0 by default. */
  readonly missingCells?: number;
}

/** Every kind of wrong row that the reader and the library must notice. */
export const DEFECTS: readonly Defect[] = [
  defect("a 6 on a scale from 1 to 5", "multirater/off-scale", { "explains-reasons": "6" }),
  defect("half a point on a scale of whole points", "multirater/off-scale", {
    "sets-priorities": "3.5",
  }),
  defect("a 0 on a scale from 1 to 7", "multirater/off-scale", { "meets-dates": "0" }),
  defect("a word instead of a number", "kernel/invalid-type", { "stays-calm": "often" }),
  defect("an answer to an item of last year's form", "multirater/unknown-item", {
    [RETIRED_ITEM]: "4",
  }),
  defect("a relationship that the survey does not have", "multirater/unknown-relationship", {
    relationship: "mentor",
  }),
  defect("no rater", "multirater/empty-id", { raterId: "" }),
  defect("no subject", "multirater/empty-id", { subjectId: "" }),
  defect("a response to last year's survey", "multirater/survey-mismatch", {
    surveyId: "fernhill-360-2025",
  }),
  defect("a response to an earlier version", "multirater/survey-mismatch", { surveyVersion: "1" }),
  {
    what: "the subject among their own peers",
    codes: ["multirater/self-mismatch"],
    spoil: (row) => row.set("raterId", row.get("subjectId") ?? ""),
  },
  defect("another person's response marked as self", "multirater/self-mismatch", {
    relationship: "self",
  }),
  defect("a date in another notation, without a zone", "multirater/invalid-instant", {
    submittedAt: "11/03/2026 14:20",
  }),
  defect("a day that does not exist", "multirater/invalid-instant", {
    submittedAt: "2026-02-30T10:00:00Z",
  }),
  {
    what: "two things wrong at once",
    codes: ["multirater/unknown-relationship", "multirater/off-scale"],
    spoil: (row) => row.set("relationship", "boss").set("advises", "11"),
  },
  { ...defect("two cells missing", "demo/unreadable-row", {}), missingCells: 2 },
  { ...defect("one cell too many", "demo/unreadable-row", {}), missingCells: -1 },
];

/** The cells of a row, as many as its defect leaves. */
export function toCells(row: Row, missingCells = 0): string[] {
  const cells = COLUMNS.map((column) => row.get(column) ?? "");
  return missingCells < 0 ? [...cells, ""] : cells.slice(0, cells.length - missingCells);
}

function defect(what: string, code: string, cells: Readonly<Record<string, string>>): Defect {
  return {
    what,
    codes: [code],
    spoil: (row) => {
      for (const [column, text] of Object.entries(cells)) row.set(column, text);
    },
  };
}
