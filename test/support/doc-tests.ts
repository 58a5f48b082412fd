import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DocBlock, findDocBlocks } from "./doc-blocks.js";
import { docTestSource } from "./doc-test-source.js";
import { filesBelow, ROOT } from "./source-files.js";

/** Where the generated tests go; git does not see it. */
const FOLDER = join(ROOT, "test/generated");

/** Every fenced block of the README, the pages of `docs` and the doc comments of `src`. */
export function allDocBlocks(): DocBlock[] {
  return ["README.md", ...filesBelow("docs", ".md"), ...filesBelow("src", ".ts")].flatMap((file) =>
    findDocBlocks(file, readIfThere(file)),
  );
}

/**
 * Writes one test file for every `ts` block. Files that are right already stay untouched, so that
 * two runs at a time do not disturb each other.
 */
export function writeDocTests(): void {
  mkdirSync(FOLDER, { recursive: true });
  const stale = new Set(readdirSync(FOLDER));
  for (const block of allDocBlocks().filter(({ language }) => language === "ts")) {
    const name = `${block.file.replaceAll("/", "__")}.L${block.line}.test.ts`;
    const source = docTestSource(block);
    stale.delete(name);
    if (readIfThere(`test/generated/${name}`) !== source) writeFileSync(join(FOLDER, name), source);
  }
  for (const name of stale) rmSync(join(FOLDER, name), { force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(join(ROOT, file), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeDocTests();
