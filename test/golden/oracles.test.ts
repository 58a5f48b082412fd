import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { OracleFile, OracleRunner } from "./runners/close.js";

declare global {
  interface ImportMeta {
    /** Vite reads the pattern at build time and puts the modules in its place. */
    glob<T>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, T>>;
  }
}

interface RunnerModule {
  readonly runners?: Readonly<Record<string, OracleRunner>>;
}

const FOLDER = fileURLToPath(new URL("./oracles/", import.meta.url));

const modules = import.meta.glob<RunnerModule>("./runners/*.ts", { eager: true });
const registered = Object.values(modules).flatMap((module) => Object.entries(module.runners ?? {}));
const runners = new Map<string, OracleRunner>(registered);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, JSON.parse(readFileSync(FOLDER + name, "utf8")) as OracleFile] as const);

describe("the oracle files", () => {
  it("have runners, each kind one", () => {
    expect(runners.size).toBe(registered.length);
    expect(runners.size).toBeGreaterThan(0);
  });

  it("cover every kind that has a runner", () => {
    const kinds = new Set(files.map(([, { kind }]) => kind));
    expect([...runners.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it.each(files)(
    "%s is of a known kind, states its source and is named after its id",
    (name, file) => {
      expect(runners.has(file.kind), `no runner for the kind "${file.kind}"`).toBe(true);
      expect(file.source.length).toBeGreaterThan(0);
      expect(name).toBe(`${file.id}.json`);
    },
  );
});

for (const [name, file] of files) {
  const run = runners.get(file.kind);
  if (run !== undefined) describe(`${name} (${file.kind})`, () => run(file));
}
