import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { filesBelow, ROOT } from "../support/source-files.js";
import { nodesOf, placeOf, ROOMS, SOURCES } from "./sources.js";

interface Code {
  readonly room: string;
  readonly code: string;
  readonly place: string;
}

/** The codes that a room's issue files (`issues.ts`, `scale-issues.ts` …) define. */
const DEFINED: readonly Code[] = SOURCES.filter(({ fileName }) => isIssueFile(fileName)).flatMap(
  (file) => codesIn(file),
);

it("finds the codes", () => {
  expect(DEFINED.length).toBeGreaterThan(8);
});

it("names every code after its room, in kebab case", () => {
  const odd = DEFINED.filter(({ room, code }) => !isWellNamed(room, code));
  expect(odd).toEqual([]);
});

it("defines every code once", () => {
  const codes = DEFINED.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

it("defines issues in issue files only", () => {
  const elsewhere = SOURCES.filter(({ fileName }) => !isIssueFile(fileName)).flatMap(codesIn);
  expect(elsewhere.map(({ place, code }) => `${place} defines ${code}`)).toEqual([]);
});

it("has a test that names every code", () => {
  const tests = ["test/unit", "test/property"].flatMap((folder) => filesBelow(folder, ".test.ts"));
  const text = tests.map((path) => readFileSync(join(ROOT, path), "utf8")).join("\n");
  const unprovoked = DEFINED.filter(({ code }) => !text.includes(`"${code}"`));
  expect(unprovoked.map(({ code }) => code)).toEqual([]);
});

it("has property tests for every room", () => {
  const without = ROOMS.filter(
    (room) => filesBelow(`test/property/${room}`, ".test.ts").length === 0,
  );
  expect(without).toEqual([]);
});

it("has unit tests for every room", () => {
  const without = ROOMS.filter((room) => filesBelow(`test/unit/${room}`, ".test.ts").length === 0);
  expect(without).toEqual([]);
});

function isIssueFile(path: string): boolean {
  return /^src\/[^/]+\/(?:[a-z0-9-]+-)?issues\.ts$/.test(path);
}

function codesIn(file: ts.SourceFile): Code[] {
  const room = /^src\/([^/]+)\//.exec(file.fileName)?.[1] ?? "";
  return [...nodesOf(file)].filter(isDefinition).flatMap((node) => {
    const code = textOf(node, "code");
    return code === undefined ? [] : [{ room, code, place: placeOf(node) }];
  });
}

/** An object literal that has both a `code` and a `message`, both literal texts. */
function isDefinition(node: ts.Node): node is ts.ObjectLiteralExpression {
  return (
    ts.isObjectLiteralExpression(node) &&
    textOf(node, "code") !== undefined &&
    textOf(node, "message") !== undefined
  );
}

function textOf(node: ts.ObjectLiteralExpression, name: string): string | undefined {
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== name) continue;
    const { initializer } = property;
    return ts.isStringLiteralLike(initializer) ? initializer.text : undefined;
  }
  return undefined;
}

function isWellNamed(room: string, code: string): boolean {
  const [owner, ...reason] = code.split("/");
  return owner === room && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(reason.join("/"));
}
