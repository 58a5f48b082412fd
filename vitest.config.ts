import { configDefaults, defineConfig } from "vitest/config";
import { writeDocTests } from "./test/support/doc-tests.js";
import { ROOT } from "./test/support/source-files.js";

// Every example of the README, the docs and the doc comments becomes a test in test/generated.
writeDocTests();

export default defineConfig({
  resolve: {
    alias: [
      { find: /^truescore$/, replacement: `${ROOT}/src/index.ts` },
      { find: /^truescore\/([a-z]+)$/, replacement: `${ROOT}/src/$1/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // The packed tarball has its own run, after a build: test/package/vitest.config.ts.
    exclude: [...configDefaults.exclude, "test/package/**"],
    environment: "node",
    // The library has no state, so test files may share one module graph: a third of the time.
    isolate: false,
    pool: "threads",
    testTimeout: 30_000,
    reporters: ["default", "./test/support/plain-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "json-summary"],
      thresholds: { lines: 95, statements: 95, functions: 95, branches: 90 },
    },
  },
});
