import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { ROOT } from "../support/source-files.js";
import { EDGES } from "./layers.js";
import { PUBLIC_NAMES, type PublicName, ROOT_NAMES } from "./public-names.js";
import { nodesOf, ROOMS } from "./sources.js";

it("finds the exports of every room", () => {
  const empty = ROOMS.filter((room) => !PUBLIC_NAMES.some((name) => name.room === room));
  expect(empty).toEqual([]);
});

it("has one subpath for every room, and no other", () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  const entry = (folder: string): unknown => ({
    types: `./dist/${folder}index.d.ts`,
    default: `./dist/${folder}index.js`,
  });
  const rooms = [...EDGES.keys()].filter((room) => ROOMS.includes(room));
  expect(exports).toEqual({
    ".": entry(""),
    ...Object.fromEntries(rooms.map((room) => [`./${room}`, entry(`${room}/`)])),
    "./package.json": "./package.json",
  });
});

it("gives every name to one room only", () => {
  const owners = new Map<string, string[]>();
  for (const { name, room } of PUBLIC_NAMES) owners.set(name, [...(owners.get(name) ?? []), room]);
  expect([...owners].filter(([, rooms]) => rooms.length > 1)).toEqual([]);
});

it("exports every name of every room from the root", () => {
  // `testing` needs fast-check, which only users' tests have.
  const names = PUBLIC_NAMES.filter(({ room }) => room !== "testing").map(({ name }) => name);
  expect(ROOT_NAMES.toSorted()).toEqual([...new Set(names)].sort());
});

it("has rooms whose indexes only name what they export", () => {
  const indexes = ROOMS.map((room) => `src/${room}/index.ts`);
  const other = indexes.filter((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return file.statements.some((s) => !ts.isExportDeclaration(s) || s.exportClause === undefined);
  });
  expect(other).toEqual([]);
});

it("says in one sentence what every export is", () => {
  expect(failing(({ declaration }) => summaryOf(declaration) === "")).toEqual([]);
});

it("explains every parameter and the answer of every function", () => {
  const missing = functions().flatMap(({ name, declaration }) => {
    const tags = ts.getJSDocTags(declaration);
    const explained = new Set(tags.filter(ts.isJSDocParameterTag).map((tag) => tag.name.getText()));
    const parameters = declaration.parameters.flatMap((parameter, index) => {
      const own = parameter.name;
      // A destructured parameter has no name of its own: its place decides.
      const known = ts.isIdentifier(own) ? explained.has(own.text) : explained.size > index;
      return known ? [] : [`${name} does not explain its parameter ${own.getText()}`];
    });
    const answers = declaration.type?.kind !== ts.SyntaxKind.VoidKeyword;
    const returns = !answers || tags.some(ts.isJSDocReturnTag);
    return returns ? parameters : [...parameters, `${name} does not say what it returns`];
  });
  expect(missing).toEqual([]);
});

it("shows every function in an example that states a value", () => {
  const silent = functions().filter(({ declaration }) => {
    const examples = ts.getJSDocTags(declaration).filter((tag) => tag.tagName.text === "example");
    return !examples.some((tag) => {
      const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
      return text.includes("```ts") && text.includes("// => ");
    });
  });
  expect(silent.map(({ room, name }) => `${room}: ${name}`)).toEqual([]);
});

it("declares every function as a function", () => {
  const constants = PUBLIC_NAMES.filter(
    ({ declaration }) =>
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      ts.isFunctionLike(declaration.initializer),
  );
  expect(constants.map(({ room, name }) => `${room}: ${name}`)).toEqual([]);
});

it("explains every field of every exported type", () => {
  const fields = PUBLIC_NAMES.filter(
    ({ declaration }) =>
      ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration),
  ).flatMap(({ declaration }) => [...nodesOf(declaration)].filter(isField));
  expect(fields.length).toBeGreaterThan(100);
  const bare = fields.filter((field) => summaryOf(field) === "");
  expect(bare.map((field) => `${field.getSourceFile().fileName}: ${field.getText()}`)).toEqual([]);
});

/** A field of a model; not one that a condition or the bound of a type parameter only asks about. */
function isField(node: ts.Node): node is ts.PropertySignature | ts.MethodSignature {
  if (!ts.isPropertySignature(node) && !ts.isMethodSignature(node)) return false;
  const asks = ts.findAncestor(
    node,
    (parent) =>
      ts.isTypeParameterDeclaration(parent) ||
      (parent.parent !== undefined &&
        ts.isConditionalTypeNode(parent.parent) &&
        parent.parent.extendsType === parent),
  );
  return asks === undefined;
}

interface PublicFunction extends PublicName {
  readonly declaration: ts.FunctionDeclaration;
}

function functions(): PublicFunction[] {
  return PUBLIC_NAMES.filter((name): name is PublicFunction =>
    ts.isFunctionDeclaration(name.declaration),
  );
}

function failing(isBad: (name: PublicName) => boolean): string[] {
  return PUBLIC_NAMES.filter(isBad).map(({ room, name }) => `${room}: ${name}`);
}

/** The text of a doc comment before its first tag. */
function summaryOf(declaration: ts.Node): string {
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const comment = ts.getJSDocCommentsAndTags(owner).findLast(ts.isJSDoc)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}
