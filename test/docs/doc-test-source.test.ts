import ts from "typescript";
import { expect, it } from "vitest";
import { findDocBlocks } from "../support/doc-blocks.js";
import { docTestSource } from "../support/doc-test-source.js";

/** Runs a block the way vitest would run its generated test. */
async function run(code: string): Promise<void> {
  const source = docTestSource({ file: "page.md", language: "ts", line: 2, code });
  const { outputText } = ts.transpileModule(source.replace(/^import .*?"vitest";/m, ""), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const tests: (() => Promise<void>)[] = [];
  const body = outputText.replace(/^export \{\};?$/m, "");
  new Function("__it", "__expect", body)(
    (_title: string, test: () => Promise<void>) => tests.push(test),
    expect,
  );
  for (const test of tests) await test();
}

it.each([
  ["an expression", "1 + 1; // => 2"],
  ["an expression of several lines", "[\n  1,\n  2,\n].map((x) => x * 2);\n// => [2, 4]"],
  ["a value of several lines", "({ a: 1, b: 2 });\n// => {\n//   a: 1,\n//   b: 2,\n// }"],
  ["a declaration", "const x = 3; // => 3"],
  ["an awaited value", "await Promise.resolve(7); // => 7"],
  ["NaN, undefined and null", "NaN; // => NaN\nundefined; // => undefined\nnull; // => null"],
  ["an error", 'JSON.parse("{"); // => throws SyntaxError'],
  ["an awaited error", 'await Promise.reject(new RangeError("far")); // => throws RangeError'],
  ["a value inside a branch", "const x = 1 as number;\nif (x === 1) {\n  x + 1; // => 2\n}"],
  ["code that states nothing", "const x = [1];\nx.push(2);"],
  ["text that looks like a stated value", 'const text = "// => 3";\ntext; // => "// => 3"'],
])("passes for %s", async (_name, code) => {
  await expect(run(code)).resolves.toBeUndefined();
});

it.each([
  ["a wrong value", "1 + 1; // => 3", "expected 2 to deeply equal 3"],
  ["a wrong value on the next line", "1 + 1;\n// => 3", "expected 2 to deeply equal 3"],
  ["a wrong declared value", "const x = 3; // => 4", "expected 3 to deeply equal 4"],
  ["minus zero", "-0; // => 0", "expected -0 to deeply equal +0"],
  ["a missing error", 'JSON.parse("1"); // => throws SyntaxError', "to throw"],
  ["a thrown error", 'throw new Error("no");', "no"],
  [
    "a branch never entered",
    "const x = 1 as number;\nif (x === 2) {\n  x; // => 9\n}",
    "is reached",
  ],
  ["a value behind a block", "if (Date) {\n} // => 1", "no single value"],
  ["a value behind nothing", "const x = [\n  1, // => 1\n];\nx.length;", "compared with nothing"],
  ["another spelling", "1 + 1; //=> 2", "compared with nothing"],
  ["an arrow sign", "1 + 1; // → 2", "compared with nothing"],
  ["a value that is prose", "1 + 1; // => two of them", "does not state a value"],
  ["a block that does nothing", 'import { ok } from "truescore/kernel";', "does nothing"],
])("fails for %s", async (_name, code, message) => {
  await expect(run(code)).rejects.toThrow(message);
});

it("keeps the line numbers of the page", () => {
  const source = docTestSource({ file: "a.md", language: "ts", line: 9, code: "1;\n2; // => 2" });
  expect(source.split("\n").findIndex((line) => line.includes("__expect(2)"))).toBe(9);
});

it("finds the blocks of a page and of a doc comment", () => {
  const page = "# Title\n\n```ts\n1 + 1; // => 2\n```\n\n```sh\nls\n```\n";
  expect(findDocBlocks("docs/a.md", page)).toEqual([
    { file: "docs/a.md", language: "ts", line: 4, code: "1 + 1; // => 2" },
    { file: "docs/a.md", language: "sh", line: 8, code: "ls" },
  ]);
  const comment =
    "/**\n * @example\n * ```ts\n * if (a) {\n *   b;\n * }\n *\n * c;\n * ```\n */\n";
  expect(findDocBlocks("src/a.ts", comment)).toEqual([
    { file: "src/a.ts", language: "ts", line: 4, code: "if (a) {\n  b;\n}\n\nc;" },
  ]);
});

it("refuses a block that never closes", () => {
  expect(() => findDocBlocks("docs/a.md", "```ts\n1;\n")).toThrow("docs/a.md:1");
});
