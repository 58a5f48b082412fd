import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A case: what a real system was asked, and the right answer. */
export interface Case {
  readonly id: string;
  /** Which operation answers it; absence means the operation of the case's own name. */
  readonly op?: string;
  /** Where it comes from. */
  readonly source: string;
  readonly input: unknown;
  readonly expected: unknown;
}

/** A file of cases, with its name without the ending. */
export interface CaseFile {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** The file whose cases are commands to machines, which have a test of their own. */
export const MACHINE_FILE = "state-transitions";

/** Names of the JSON files of a folder, without their ending. */
export function jsonFilesIn(folder: string): string[] {
  return readdirSync(pathOf(folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(".json", ""));
}

/** The text of a file beside this one. */
export function readText(path: string): string {
  return readFileSync(pathOf(path), "utf8");
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(`./${path}`, import.meta.url));
}

/** Every file of cases. */
export const CASE_FILES: readonly CaseFile[] = jsonFilesIn("cases").map((name) => ({
  name,
  cases: JSON.parse(readText(`cases/${name}.json`)) as Case[],
}));
