import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesBelow, ROOT } from "../support/source-files.js";

/** The parsed files of `src`, each with its path from the top of the repository as its name. */
export const SOURCES: readonly ts.SourceFile[] = filesBelow("src", ".ts").map((path) =>
  ts.createSourceFile(path, readFileSync(join(ROOT, path), "utf8"), ts.ScriptTarget.Latest, true),
);

/** The rooms on disk: the folders of `src` that have an index. */
export const ROOMS: readonly string[] = SOURCES.flatMap(
  ({ fileName }) => /^src\/([^/]+)\/index\.ts$/.exec(fileName)?.[1] ?? [],
);

/** A node and everything below it. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** Where a node stands, as `path:line`. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** One line per node of `src` about which a rule has something to say. */
export function findings(rule: (node: ts.Node) => string | undefined): string[] {
  return SOURCES.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) => {
      const finding = rule(node);
      return finding === undefined ? [] : [`${placeOf(node)} ${finding}`];
    }),
  );
}
