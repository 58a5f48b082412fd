import { parseArgs } from "node:util";
import { type Clock, measure } from "./harness.js";
import { printGoals, printWays } from "./report.js";
import { WORKLOADS } from "./workloads.js";

const USAGE = "npm run bench -- [W1|W2|W8]… [--size small|full] [--clock wall|cpu]";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "full" },
    clock: { type: "string", default: "wall" },
  },
});
const { size, clock } = values;
const names = positionals.length > 0 ? positionals : Object.keys(WORKLOADS);
const unknown = names.filter((name) => !Object.hasOwn(WORKLOADS, name));
if (unknown.length > 0 || !isSize(size) || !isClock(clock)) {
  console.error(USAGE);
  process.exit(2);
}

let tolerable = true;
for (const name of names) {
  const workload = WORKLOADS[name];
  if (workload === undefined) continue;
  const count = workload.sizes[size];
  const medians = await measure(name, workload, count);
  printWays(`${name} ${workload.title(count)}`, medians, workload.reference);
  if (!printGoals(workload, medians, clock)) tolerable = false;
}
// A coarse floor only: figures of a shared machine gate nothing finer than twice a limit.
process.exitCode = tolerable ? 0 : 1;

function isSize(value: string): value is "small" | "full" {
  return value === "small" || value === "full";
}

function isClock(value: string): value is Clock {
  return value === "wall" || value === "cpu";
}
