import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./source-files.js";

/**
 * Half an hour off the full hour; summer time that began at midnight, so that some days had no
 * midnight; and a zone that skipped a whole day. UTC comes with the run that measures coverage.
 */
const ZONES = ["Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"];

/** The parts of the suite whose answer could depend on the zone of the machine. */
const PARTS = ["test/unit", "test/property", "test/golden", "test/generated", "test/support"];

const vitest = join(
  dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);

for (const zone of ZONES) {
  process.stdout.write(`\nTime zone ${zone}\n`);
  const { status } = spawnSync(process.execPath, [vitest, "run", ...PARTS], {
    cwd: ROOT,
    env: { ...process.env, TZ: zone },
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
