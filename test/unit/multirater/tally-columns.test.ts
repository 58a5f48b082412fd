import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { tallyColumns } from "../../../src/multirater/tally-columns.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { ResponseColumns } from "../../../src/multirater/types.js";
import { refusals, surveyOf } from "./support.js";

const SURVEY = surveyOf({ items: [{}, {}] });

/** Two peers and one report about two subjects; raters 0, 1 and 0. */
const COLUMNS: ResponseColumns = {
  subjectIds: ["bea", "ada"],
  raterCount: 2,
  subjects: Int32Array.of(0, 0, 1),
  raters: Int32Array.of(0, 1, 0),
  relationships: Uint8Array.of(2, 2, 3),
  codes: Uint8Array.of(4, 8, 5, 0, 3, 2),
};

describe("tallyColumns", () => {
  it("reads codes as answers", () => {
    const { responses, answers } = toCounts(orThrow(tallyColumns(SURVEY, COLUMNS)));
    expect(responses).toEqual([
      { subjectId: "ada", relationship: "report", count: 1 },
      { subjectId: "bea", relationship: "peer", count: 2 },
    ]);
    expect(answers.map(({ itemId, value, count }) => [itemId, value, count])).toEqual([
      ["a", "tooNew", 1],
      ["b", "unableToRate", 1],
      ["a", 1, 1],
      ["a", 2, 1],
      ["b", "skipped", 1],
      ["b", 5, 1],
    ]);
  });

  it("leaves out subjects without a row", () => {
    const tally = orThrow(tallyColumns(SURVEY, { ...COLUMNS, subjectIds: ["bea", "ada", "cy"] }));
    expect(tally.subjectIds).toEqual(["ada", "bea"]);
  });

  it("takes no rows at all", () => {
    const empty = {
      subjectIds: [],
      raterCount: 0,
      subjects: new Int32Array(),
      raters: new Int32Array(),
    };
    const columns = { ...empty, relationships: new Uint8Array(), codes: new Uint8Array() };
    expect(orThrow(tallyColumns(SURVEY, columns)).subjectIds).toEqual([]);
  });

  it("leaves the columns as they are", () => {
    const before = JSON.stringify(COLUMNS);
    tallyColumns(SURVEY, COLUMNS);
    expect(JSON.stringify(COLUMNS)).toBe(before);
  });

  it.each<[code: string, path: string, changes: Partial<ResponseColumns>]>([
    ["multirater/column-length", "raters", { raters: Int32Array.of(0, 1) }],
    ["multirater/column-length", "relationships", { relationships: Uint8Array.of(2, 2, 3, 3) }],
    ["multirater/column-length", "codes", { codes: Uint8Array.of(4, 8, 5, 0, 3) }],
    ["multirater/empty-id", "subjectIds.1", { subjectIds: ["bea", ""] }],
    ["multirater/duplicate-id", "subjectIds.1", { subjectIds: ["bea", "bea"] }],
    ["multirater/invalid-code", "subjects.2", { subjects: Int32Array.of(0, 0, 2) }],
    ["multirater/invalid-code", "subjects.0", { subjects: Int32Array.of(-1, 0, 1) }],
    ["multirater/invalid-code", "raters.1", { raters: Int32Array.of(0, 2, 0) }],
    ["multirater/invalid-code", "relationships.2", { relationships: Uint8Array.of(2, 2, 4) }],
    // Codes 0 to 3 are non-answers and 4 to 8 the five points.
    ["multirater/invalid-code", "codes.1", { codes: Uint8Array.of(4, 9, 5, 0, 3, 2) }],
    ["multirater/duplicate-response", "subjects.1", { raters: Int32Array.of(1, 1, 0) }],
    ["multirater/invalid-count", "raterCount", { raterCount: -1 }],
    ["multirater/invalid-count", "raterCount", { raterCount: Number.NaN }],
    ["multirater/invalid-count", "raterCount", { raterCount: Number.POSITIVE_INFINITY }],
  ])("refuses %s at %s", (code, path, changes) => {
    expect(refusals(tallyColumns(SURVEY, { ...COLUMNS, ...changes }))).toEqual([`${code}@${path}`]);
  });

  it("refuses a survey that makes no sense", () => {
    expect(refusals(tallyColumns({ ...SURVEY, id: "" }, COLUMNS))).toEqual([
      "multirater/empty-id@id",
    ]);
  });
});
