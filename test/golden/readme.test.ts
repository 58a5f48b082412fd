import { describe, expect, it } from "vitest";
import { CASE_FILES, jsonFilesIn, readText } from "./case-files.js";

interface Row {
  readonly file: string;
  readonly id: string;
  readonly status: string;
  readonly text: string;
}

const ORACLES = "oracles";
const ROOMS =
  "kernel values stats disclosure goals kpis bars multirater checkins reviews cycle scorecard gaps development calibration rewards insights advisor".split(
    " ",
  );

const rows: readonly Row[] = readText("README.md")
  .slice(readText("README.md").indexOf("## Every case"))
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(({ length, 1: file }) => length === 6 && file !== "file" && !file?.startsWith("-"))
  .map(([, file = "", id = "", status = "", text = ""]) => ({ file, id, status, text }));

const inFiles = CASE_FILES.flatMap(({ name, cases }) => cases.map(({ id }) => `${name} ${id}`));
const kinds = jsonFilesIn(ORACLES).map(
  (name) => (JSON.parse(readText(`${ORACLES}/${name}.json`)) as { readonly kind: string }).kind,
);

/** What the table says of the given rows, as `file case`. */
function listed(holds: (row: Row) => boolean): string[] {
  return rows.filter(holds).map(({ file, id }) => `${file} ${id}`);
}

describe("the table of golden cases", () => {
  it("has every case once, with a status and a word on it", () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(new Set(listed(() => true)).size).toBe(rows.length);
    for (const { status, text } of rows) {
      const [word, room] = status.split(": ");
      expect(["covered", "later", "not applicable"]).toContain(word);
      expect(word === "later" ? ROOMS : [undefined]).toContain(room);
      expect(text).not.toBe("");
    }
  });

  it("says covered of exactly the cases that are here", () => {
    const covered = listed(({ file, status }) => file !== ORACLES && status === "covered");
    expect(covered.sort()).toEqual([...inFiles].sort());
  });

  it("says covered of exactly the kinds of oracles that are here", () => {
    const covered = listed(({ file, status }) => file === ORACLES && status === "covered");
    const here = new Set(kinds.map((kind) => `${ORACLES} ${kind}`));
    expect(covered.sort()).toEqual([...here].sort());
  });
});
