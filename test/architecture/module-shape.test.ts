import ts from "typescript";
import { expect, it } from "vitest";
import { findings, nodesOf, SOURCES } from "./sources.js";

const MOST_LINES = 300;
const MOST_FUNCTION_LINES = 50;
const MOST_PARAMETERS = 3;

/** The one class of the library. */
const CLASSES = new Set(["src/kernel/domain-error.ts"]);

it("has no variable at module level, only constants", () => {
  expect(
    findings((node) =>
      ts.isVariableStatement(node) &&
      ts.isSourceFile(node.parent) &&
      (node.declarationList.flags & ts.NodeFlags.Const) === 0
        ? "declares a variable of the module"
        : undefined,
    ),
  ).toEqual([]);
});

it("does nothing when it is imported", () => {
  expect(
    findings((node) => {
      if (!ts.isSourceFile(node.parent ?? node) || node.parent === undefined) return undefined;
      if (!ts.isStatement(node) || isDeclaration(node)) return undefined;
      return "is a statement at module level";
    }),
  ).toEqual([]);
});

it("leaves no import behind where only types are named", () => {
  // `import { type A } from` stays as an import without names; `import type { A } from` goes away.
  expect(
    findings((node) => {
      const names = namedElements(node);
      return names !== undefined && names.length > 0 && names.every((name) => name.isTypeOnly)
        ? "names only types, but is not a type import or export"
        : undefined;
    }),
  ).toEqual([]);
});

it("marks every call at module level as pure", () => {
  expect(
    SOURCES.flatMap((file) =>
      file.statements
        .filter(ts.isVariableStatement)
        .flatMap((statement) => statement.declarationList.declarations)
        .flatMap(({ initializer }) => (initializer === undefined ? [] : impureCalls(initializer)))
        .map((call) => `${file.fileName} calls ${call.expression.getText().slice(0, 40)}`),
    ),
  ).toEqual([]);
});

it("keeps files short", () => {
  const long = SOURCES.filter(({ fileName }) => !fileName.includes("/data/"))
    .map((file) => ({ path: file.fileName, lines: file.text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

it("keeps functions short", () => {
  expect(
    findings((node) => {
      if (!isFunction(node)) return undefined;
      const lines = node.getText().split("\n").length;
      return lines > MOST_FUNCTION_LINES ? `is a function of ${lines} lines` : undefined;
    }),
  ).toEqual([]);
});

it("keeps lists of parameters short", () => {
  expect(
    findings((node) => {
      if (!isFunction(node)) return undefined;
      const { length } = node.parameters.filter((parameter) => parameter.name.getText() !== "this");
      return length > MOST_PARAMETERS ? `is a function of ${length} parameters` : undefined;
    }),
  ).toEqual([]);
});

it("has no any, enum, namespace or foreign class", () => {
  expect(
    findings((node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) return "says any";
      if (ts.isEnumDeclaration(node)) return "is an enum";
      if (ts.isModuleDeclaration(node)) return "is a namespace";
      if (ts.isNonNullExpression(node)) return "says ! instead of handling absence";
      if (ts.isClassLike(node) && !CLASSES.has(node.getSourceFile().fileName)) return "is a class";
      return undefined;
    }),
  ).toEqual([]);
});

it("silences no tool", () => {
  const silencers =
    /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|istanbul|v8 ignore/;
  const silenced = SOURCES.filter(({ text }) => silencers.test(text));
  expect(silenced.map(({ fileName }) => fileName)).toEqual([]);
});

function namedElements(node: ts.Node): readonly ts.ImportOrExportSpecifier[] | undefined {
  if (ts.isExportDeclaration(node) && !node.isTypeOnly) {
    const { exportClause } = node;
    return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : undefined;
  }
  if (!ts.isImportDeclaration(node)) return undefined;
  const { importClause } = node;
  if (importClause === undefined || importClause.isTypeOnly || importClause.name) return undefined;
  const { namedBindings } = importClause;
  return namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined;
}

function isDeclaration(node: ts.Statement): boolean {
  return (
    (ts.isImportDeclaration(node) && node.importClause !== undefined) ||
    (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) ||
    ts.isVariableStatement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node)
  );
}

function isFunction(node: ts.Node): node is ts.SignatureDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** The calls that run when the module is read and are not marked as pure. */
function impureCalls(node: ts.Node): (ts.CallExpression | ts.NewExpression)[] {
  if (ts.isFunctionLike(node)) return [];
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  const found = isCall && !isMarkedPure(node) ? [node] : [];
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    below.push(child);
  });
  return [...found, ...below.flatMap(impureCalls)];
}

function isMarkedPure(node: ts.Node): boolean {
  const before = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
  return /\/\* @__PURE__ \*\/\s*$/.test(before);
}

it("recognises a call that is not marked", () => {
  const parse = (code: string): number => {
    const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true);
    const [statement] = [...nodesOf(file)].filter(ts.isVariableDeclaration);
    return statement?.initializer === undefined ? -1 : impureCalls(statement.initializer).length;
  };
  expect(parse("const a = f();")).toBe(1);
  expect(parse("const a = /* @__PURE__ */ f();")).toBe(0);
  expect(parse("const a = /* @__PURE__ */ f(g());")).toBe(1);
  expect(parse("const a = /* @__PURE__ */ (() => g())();")).toBe(0);
  expect(parse("const a = () => f();")).toBe(0);
  expect(parse("const a = { b: new Set([1]) };")).toBe(1);
});
