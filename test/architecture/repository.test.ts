import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT } from "../support/source-files.js";

/** What the top of the repository holds; anything else belongs into one of these folders. */
const TOP = [
  ...[".ci", ".gitignore", ".npmrc", "CHANGELOG.md", "LICENSE", "README.md", "biome.json"],
  ...["docs", "examples", "package-lock.json", "package.json", "src", "test", "tsconfig.json"],
  ...["tsup.config.ts", "vitest.config.ts"],
];

it("has exactly the agreed entries at its top", () => {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const entries = list.split("\n").filter(Boolean);
  expect([...new Set(entries.map((path) => path.split("/")[0]))].sort()).toEqual(TOP);
});
