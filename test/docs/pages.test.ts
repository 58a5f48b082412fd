import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { allDocBlocks } from "../support/doc-tests.js";
import { filesBelow, ROOT } from "../support/source-files.js";

/** Spellings under which TypeScript or JavaScript would stand on a page without being run. */
const UNTESTED = /^(?:ts\b.+|tsx|mts|cts|typescript\b.*|js\b.*|jsx|mjs|cjs|javascript\b.*|)$/i;

it("has no code block that escapes the tests", () => {
  const escaped = allDocBlocks().filter(({ language }) => UNTESTED.test(language));
  expect(escaped.map(({ file, line, language }) => `${file}:${line} is "${language}"`)).toEqual([]);
});

it("has no broken link between its pages", () => {
  expect(pages().flatMap(brokenLinks)).toEqual([]);
});

it("says of every dependency why it is there", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const text = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8");
  const named = [...text.matchAll(/`(?<name>[@a-z][^`\s]*)`/g)].map(
    (m) => m.groups?.["name"] ?? "",
  );
  const isNamed = (wanted: string): boolean =>
    named.some((name) =>
      name.endsWith("*") ? wanted.startsWith(name.slice(0, -1)) : name === wanted,
    );
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter((name) => !isNamed(name))).toEqual([]);
});

function pages(): string[] {
  return [...["README.md", "CHANGELOG.md"].filter(isThere), ...filesBelow("docs", ".md")];
}

function brokenLinks(page: string): string[] {
  const text = readFileSync(join(ROOT, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const links = [...text.matchAll(/\]\((?<to>[^)\s]+)(?:\s+"[^"]*")?\)/g)];
  return links
    .map((link) => link.groups?.["to"] ?? "")
    .filter((to) => !/^[a-z]+:/.test(to))
    .filter((to) => !leadsSomewhere(page, to))
    .map((to) => `${page} links to ${to}`);
}

function leadsSomewhere(page: string, to: string): boolean {
  const [path = "", anchor] = to.split("#");
  const target = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  if (!isThere(target)) return false;
  return anchor === undefined || !target.endsWith(".md") || anchorsOf(target).has(anchor);
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const headings = [...readFileSync(join(ROOT, page), "utf8").matchAll(/^#{1,6} +(.+)$/gm)];
  return new Set(
    headings.map(([, title = ""]) =>
      title
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}
