import { defineConfig } from "vitest/config";
import { ROOT } from "../support/source-files.js";

/** What users install: these tests need a build first, so they have a run of their own. */
export default defineConfig({
  root: ROOT,
  test: {
    include: ["test/package/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ["default", "./test/support/plain-reporter.ts"],
  },
});
