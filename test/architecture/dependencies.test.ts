import { cruise, type ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";
import { filesBelow, ROOT } from "../support/source-files.js";
import { DEPENDENCY_RULES } from "./dependency-rules.js";
import { EDGES } from "./layers.js";

let result: ICruiseResult;

beforeAll(async () => {
  const { output } = await cruise(["src"], {
    baseDir: ROOT,
    ruleSet: { forbidden: [...DEPENDENCY_RULES] },
    validate: true,
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".js"],
    },
  });
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text.");
  result = output;
}, 60_000);

function violations(prefix: string): string[] {
  return result.summary.violations
    .filter(({ rule }) => rule.name.startsWith(prefix))
    .map(({ rule, from, to }) => `${from} imports ${to} (${rule.name})`);
}

it("sees every file of src and the imports between them", () => {
  const seen = result.modules.map(({ source }) => source).filter((path) => path.startsWith("src/"));
  expect(seen.toSorted()).toEqual(filesBelow("src", ".ts"));
  const edges = result.modules.flatMap((module) => module.dependencies);
  const local = edges.filter(({ resolved }) => resolved.startsWith("src/"));
  expect(local.length).toBeGreaterThan(seen.length);
  expect(local.some(({ dependencyTypes }) => dependencyTypes.includes("type-only"))).toBe(true);
});

it("knows every room on disk", () => {
  const rooms = filesBelow("src", ".ts").flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []);
  expect([...new Set(rooms)].filter((room) => !EDGES.has(room))).toEqual([]);
});

describe("layers", () => {
  it.each([...EDGES.keys()])("%s imports only the rooms it may", (room) => {
    const own = [`layers/${room}`, `layers/${room}-types-only`];
    expect(
      violations("layers/").filter((line) => own.some((r) => line.endsWith(`(${r})`))),
    ).toEqual([]);
  });
});

it("has no cycle between files, types included", () => {
  expect(violations("cycles")).toEqual([]);
});

it("imports concrete files, never a barrel", () => {
  expect(violations("barrels")).toEqual([]);
});

it("uses schemas only as types outside schema.ts", () => {
  expect(violations("schemas-as-types")).toEqual([]);
});

it("uses zod only in schema.ts files", () => {
  // The one file that turns zod's issues into the library's names zod's types, and nothing else.
  const known = /^src\/kernel\/schema\.ts imports \S*zod\S* /;
  expect(violations("packages/zod").filter((line) => !known.test(line))).toEqual([]);
});

it.each([
  ["date-fns only in values", "packages/date-fns"],
  ["immer only in kernel/immer.ts", "packages/immer"],
  ["no other package", "packages/no-other-package"],
  ["no module of a platform", "packages/no-platform-module"],
  ["nothing that does not exist", "packages/resolvable"],
])("uses %s", (_name, prefix) => {
  expect(violations(prefix)).toEqual([]);
});
