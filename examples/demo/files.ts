import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createIssue, fail, ok, type Result } from "truescore/kernel";
import { FILE_PROBLEM } from "./issues.js";

/** Files that belong to the demo. */
export const DEMO_FILES = {
  survey: pathOf("data/survey.json"),
  responses: pathOf("data/responses.csv"),
  manifest: pathOf("data/manifest.json"),
  out: pathOf("../output/report.json"),
} as const;

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Reads a JSON file; what is in it is for the caller to judge. */
export async function readJson(path: string): Promise<Result<unknown>> {
  try {
    const text = await readFile(path, "utf8");
    return ok<unknown>(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    return fail([fileProblem(path, error)]);
  }
}

/** Writes a value as a JSON file. Only the demo's own output folder is made where it is missing. */
export async function writeJson(path: string, value: unknown): Promise<Result<string>> {
  try {
    if (path === DEMO_FILES.out) await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
    return ok(path);
  } catch (error) {
    return fail([fileProblem(path, error)]);
  }
}

/** Says in one line what went wrong with a file. */
export function fileProblem(path: string, error: unknown) {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const detail =
    error instanceof SyntaxError ? `not readable as JSON: ${message}` : (REASONS[code] ?? message);
  return createIssue(FILE_PROBLEM, { params: { file: displayPath(path), detail } });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder.",
  EISDIR: "it is a folder, not a file.",
  EACCES: "it may not be read or written.",
  ENOTDIR: "a part of the path is a file, not a folder.",
  EEXIST: "a part of the path is a file, not a folder.",
};

/** A path as people type it: from the working folder where it lies below. */
export function displayPath(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter.startsWith("..") || shorter === "" ? path : shorter;
}
