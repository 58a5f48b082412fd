import { readFileSync, writeFileSync } from "node:fs";
import type { Prepared, Sample } from "./harness.js";
import { WORKLOADS } from "./workloads.js";

const MEGABYTE = 2 ** 20;

const [workload = "", name = "", size = "0"] = process.argv.slice(2);
const prepare = WORKLOADS[workload]?.ways[name];
if (prepare === undefined) throw new Error(`There is no way "${name}" of "${workload}".`);
const prepared = await prepare(Number(size));

process.on("message", async (message) => {
  process.send?.(message === "run" ? await takeSample(prepared) : await warmUp(prepared));
});
process.send?.("ready");

const WARM_UP_MS = 1500;
const MOST_WARM_UPS = 50;

/** Runs until the code is compiled, which short runs need more of. */
async function warmUp(way: Prepared): Promise<Sample> {
  const start = performance.now();
  let sample = await takeSample(way);
  for (let run = 1; run < MOST_WARM_UPS && performance.now() - start < WARM_UP_MS; run++) {
    sample = await takeSample(way);
  }
  return sample;
}

async function takeSample({ run, check }: Prepared): Promise<Sample> {
  collectGarbage();
  const heldBefore = heldMemory();
  const residentBefore = readStatus("VmRSS");
  resetPeak();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const peak = readStatus("VmHWM");
  collectGarbage();
  const held = heldMemory() - heldBefore;
  return {
    wall,
    cpu: (user + system) / 1000,
    peak: peak === null || residentBefore === null ? null : peak - residentBefore,
    held,
    check: check === undefined ? null : await check(result),
  };
}

function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Heap and buffers in MB. */
function heldMemory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

/** Makes the kernel forget the highest resident memory so far; only Linux can. */
function resetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // The peak is then that of the whole process, and `readStatus` has none where there is no /proc.
  }
}

/** A figure of the process from the kernel, in MB; `null` where there is no such file. */
function readStatus(field: "VmRSS" | "VmHWM"): number | null {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(
      readFileSync("/proc/self/status", "utf8"),
    );
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}
