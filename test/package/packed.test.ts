import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../support/source-files.js";

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
const rooms = Object.keys(manifest.exports).flatMap(
  (path) => /^\.\/([a-z]+)$/.exec(path)?.[1] ?? [],
);
const specifiers = ["truescore", ...rooms.map((room) => `truescore/${room}`)];

const folder = mkdtempSync(join(tmpdir(), "truescore-package-"));
const esm = join(folder, "esm");
const commonJs = join(folder, "common-js");
let packedFiles: string[] = [];

beforeAll(() => {
  const answer = npm(ROOT, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  const packs = JSON.parse(answer) as { filename: string; files: { path: string }[] }[];
  const [pack] = Object.values(packs);
  if (pack === undefined) throw new Error("npm pack made nothing.");
  packedFiles = pack.files.map(({ path }) => path);
  install(pack.filename);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the tarball", () => {
  it("holds the build, the licence and the readme, and nothing else", () => {
    const kinds = packedFiles.map((path) =>
      /^dist\/.+\.(?:d\.ts|js)$/.test(path) ? "dist" : path,
    );
    expect([...new Set(kinds)].sort()).toEqual([
      ...["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json"],
    ]);
  });

  it("has code and types for every entry", () => {
    const entries = ["", ...rooms.map((room) => `${room}/`)];
    const wanted = entries.flatMap((at) => [`dist/${at}index.js`, `dist/${at}index.d.ts`]);
    expect(wanted.filter((path) => !packedFiles.includes(path))).toEqual([]);
  });
});

describe.each([
  ["an ES module project", esm, (name: string) => `await import("${name}")`],
  ["a CommonJS project", commonJs, (name: string) => `require("${name}")`],
])("in %s", (_name, project, load) => {
  it("loads every entry, and gives the root the rooms' own functions", () => {
    const modules = `[${specifiers.map(load).join(", ")}]`;
    const code = `(([root, ...rooms]) => ({
      sizes: [root, ...rooms].map((room) => Object.keys(room).length),
      strangers: rooms.flatMap((room) => Object.keys(room)).filter(
        (name) => !rooms.some((room) => name in room && room[name] === root[name])),
    }))(${modules})`;
    const { sizes, strangers } = run(project, code) as { sizes: number[]; strangers: string[] };
    const [root = 0, ...others] = sizes;
    expect(strangers).toEqual([]);
    expect(others.every((size) => size > 0)).toBe(true);
    expect(root).toBe(others.reduce((sum, size) => sum + size, 0));
  });

  it("computes a weighted mean that verifies", () => {
    const code = `(({ weightedMean }, { verifyExplanation }) => {
      const terms = [{ label: "Goals", value: 5, weight: 25 }, { label: "Skills", value: 3, weight: 75 }];
      const score = weightedMean(terms, { missing: "skip" });
      return [score.value.value, verifyExplanation(score.value.explanation).ok];
    })(${load("truescore/values")}, ${load("truescore/kernel")})`;
    expect(run(project, code)).toEqual([3.5, true]);
  });

  it("hides every file that is not an entry", () => {
    const hidden = load("truescore/dist/values/index.js");
    expect(() => run(project, hidden)).toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

describe("types", () => {
  // The declarations are the same files in all three; one look into every dependency is enough.
  it.each([
    ["an ES module project", esm, { module: "NodeNext", skipLibCheck: false }],
    ["a CommonJS project", commonJs, { module: "NodeNext", skipLibCheck: true }],
    [
      "a bundled project",
      esm,
      { module: "ESNext", moduleResolution: "Bundler", skipLibCheck: true },
    ],
  ])("compile strictly in %s", (_name, project, options) => {
    expect(compile(project, options)).toBe("");
  });
});

const CONSUMER = `
${specifiers.map((name, index) => `import * as entry${index} from "${name}";`).join("\n")}
import { orThrow, type Result } from "truescore/kernel";
import { weightedMean } from "truescore/values";

const score = weightedMean([{ label: "Goals", value: 5, weight: 30 }], { missing: "skip" });
const value: number | null = orThrow(score).value;
const result: Result<unknown> = score;
// @ts-expect-error a value is a number or null
weightedMean([{ label: "Goals", value: "5", weight: 30 }], { missing: "skip" });
export const used: readonly unknown[] = [${specifiers.map((_, i) => `entry${i}`).join(", ")}, value, result];
`;

function npm(cwd: string, args: readonly string[]): string {
  return execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: "pipe" });
}

/** Installs the tarball once, above the two projects that use it. */
function install(tarball: string): void {
  const types = manifest.devDependencies["@types/node"];
  const dependencies = { truescore: `file:${tarball}`, "@types/node": types };
  writeManifest(folder, { name: "consumers", private: true, dependencies });
  npm(folder, ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  for (const [project, type] of [[esm, "module"] as const, [commonJs, "commonjs"] as const]) {
    mkdirSync(project);
    writeManifest(project, { name: type, private: true, type });
  }
}

function writeManifest(project: string, content: unknown): void {
  writeFileSync(join(project, "package.json"), JSON.stringify(content));
}

/** The value of an expression, computed by a Node of its own in the project. */
function run(project: string, expression: string): unknown {
  const type = project === esm ? "module" : "commonjs";
  const code = `process.stdout.write(JSON.stringify(${expression}) ?? "null");`;
  const flags = [`--input-type=${type}`, "--no-warnings", "--eval", code];
  const answer = execFileSync(process.execPath, flags, {
    cwd: project,
    encoding: "utf8",
    stdio: "pipe",
  });
  return JSON.parse(answer);
}

/** What the compiler says about the consumer in the project; nothing where all is well. */
function compile(project: string, options: Record<string, unknown>): string {
  writeFileSync(join(project, "consumer.ts"), CONSUMER);
  const compilerOptions = {
    ...{ target: "ES2022", strict: true, noEmit: true, types: ["node"] },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...options,
  };
  const config = { compilerOptions, files: ["consumer.ts"] };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
