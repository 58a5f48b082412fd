import ts from "typescript";
import { expect, it } from "vitest";
import { findings, nodesOf } from "./sources.js";

/** Names of a platform; time, ids, seeds and output are the caller's. */
const AMBIENT = new Set(
  [
    "process console fetch setTimeout setInterval setImmediate queueMicrotask structuredClone",
    "performance crypto globalThis window document navigator localStorage require module",
    "__dirname __filename Buffer eval Function alert WebSocket XMLHttpRequest",
  ].flatMap((line) => line.split(" ")),
);

/** Members that answer from the clock, from chance, or (`Date.parse`) in the zone of the machine. */
const AMBIENT_MEMBERS = new Set(["Date.now", "Math.random", "Date.parse"]);

/** Files that may call `Date.parse`: they check first that the text names its zone or is a bare day. */
const CHECKED_TEXTS = new Set(["src/values/day-number.ts", "src/values/parse-instant.ts"]);

/** Members of a date that answer in the zone of the machine. */
const LOCAL_TIME =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes)|getTimezoneOffset|to(?:Date|Time)String)$/;

/** Members that use the language of the machine unless a locale is their argument of this index. */
const LOCALE_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ["toLocaleString", 0],
  ["toLocaleDateString", 0],
  ["toLocaleTimeString", 0],
  ["toLocaleLowerCase", 0],
  ["toLocaleUpperCase", 0],
  ["localeCompare", 1],
]);

/** Files that may read local fields because their dates carry their own zone. */
const ZONED_DATES: ReadonlySet<string> = new Set();

it("names nothing of a platform", () => {
  expect(
    findings((node) =>
      ts.isIdentifier(node) && AMBIENT.has(node.text) && isReference(node)
        ? `uses ${node.text}`
        : undefined,
    ),
  ).toEqual([]);
});

it("never asks for the time of the machine or a random number", () => {
  expect(
    findings((node) => {
      if (ts.isPropertyAccessExpression(node) && AMBIENT_MEMBERS.has(node.getText())) {
        const checked = CHECKED_TEXTS.has(node.getSourceFile().fileName);
        return checked && node.name.text === "parse" ? undefined : `uses ${node.getText()}`;
      }
      if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
      if (node.expression.getText() !== "Date") return undefined;
      if (ts.isCallExpression(node)) return "calls Date()";
      const { length } = node.arguments ?? [];
      return length === 1 ? undefined : "makes a Date from the clock or the zone of the machine";
    }),
  ).toEqual([]);
});

it("never reads a date in the zone of the machine", () => {
  expect(
    findings((node) =>
      ts.isPropertyAccessExpression(node) &&
      LOCAL_TIME.test(node.name.text) &&
      !ZONED_DATES.has(node.getSourceFile().fileName)
        ? `uses ${node.name.text}`
        : undefined,
    ),
  ).toEqual([]);
});

it("never uses the language of the machine", () => {
  expect(
    findings((node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const index = LOCALE_ARGUMENT.get(node.expression.name.text);
      return index === undefined || node.arguments.length > index
        ? undefined
        : `calls ${node.expression.name.text} without a locale`;
    }),
  ).toEqual([]);
});

it("gives every Intl format its locale, and a date format its zone", () => {
  expect(
    findings((node) => {
      if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
      const name = /^Intl\.(\w+)$/.exec(node.expression.getText())?.[1];
      if (name === undefined || /^[a-z]/.test(name)) return undefined;
      const [locale, options] = node.arguments ?? [];
      if (locale === undefined || locale.getText() === "undefined") {
        return `makes Intl.${name} without a locale`;
      }
      return name === "DateTimeFormat" && !namesZone(options)
        ? "makes Intl.DateTimeFormat without a time zone"
        : undefined;
    }),
  ).toEqual([]);
});

function namesZone(options: ts.Expression | undefined): boolean {
  return (
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((property) => property.name?.getText() === "timeZone")
  );
}

/** Whether an identifier reads a variable that its file does not declare. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) && parent.right === node) return false;
  const named = (parent as { name?: ts.Node; propertyName?: ts.Node }) ?? {};
  if (ts.isShorthandPropertyAssignment(parent)) return !declaredIn(node.getSourceFile(), node.text);
  if (named.name === node || named.propertyName === node) return false;
  return !declaredIn(node.getSourceFile(), node.text);
}

function declaredIn(file: ts.SourceFile, name: string): boolean {
  return [...nodesOf(file)].some(
    (node) =>
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isImportSpecifier(node)) &&
      node.name?.getText() === name,
  );
}
