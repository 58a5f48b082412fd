import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A way to do a workload, with its data at hand. */
export interface Prepared {
  /** Does the work. The result is held until the clock has stopped, so that nothing is optimised away. */
  readonly run: () => unknown;
  /** What a result comes to; all ways that tell must agree. */
  readonly check?: ((result: unknown) => string | Promise<string>) | undefined;
}

/** Ways by name; each makes its own data for a number of subjects or rows. */
type Ways = Readonly<Record<string, (size: number) => Prepared | Promise<Prepared>>>;

/** What a ratio of two ways has to be. */
export interface Goal {
  /** The way that is judged. */
  readonly way: string;
  /** The way it is held against. */
  readonly against: string;
  /** `atMost`: time of `way` / time of `against`; `fasterBy`: the other way round. */
  readonly kind: "atMost" | "fasterBy";
  /** The limit of the ratio. */
  readonly limit: number;
}

/** A workload: its ways, and what is asked of them. */
export interface Workload {
  /** Title of the table. */
  readonly title: (size: number) => string;
  /** Number of subjects or rows per `--size`. */
  readonly sizes: Readonly<Record<"small" | "full", number>>;
  /** The way that ratios are given to. */
  readonly reference: string;
  /** The ways. */
  readonly ways: Ways;
  /** Ratios that are asked for. */
  readonly goals: readonly Goal[];
  /** Most extra memory of a way, in MB. */
  readonly memoryGoals?: Readonly<Record<string, number>> | undefined;
}

/** What one run of a way took. */
export interface Sample {
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Milliseconds of processor time, all threads of the way's process together. */
  readonly cpu: number;
  /** Highest resident memory during the run less that before it, in MB; `null` where the system does not tell. */
  readonly peak: number | null;
  /** Heap and buffers that the result holds after a collection, in MB. */
  readonly held: number;
  /** What the result comes to; `null` where the way does not tell. */
  readonly check: string | null;
}

/** Medians of the repetitions of one way, memory of its first run. */
export type Median = Omit<Sample, "check">;

/** Medians per way. */
export type Medians = ReadonlyMap<string, Median>;

/**
 * Which time decides goals. The clock is what a user waits for; on a machine that others use as
 * well, processor time is the steadier of the two. DuckDB's threads add up in it.
 */
export type Clock = "wall" | "cpu";

const REPETITIONS = 5;

/**
 * Runs every way in a process of its own, that holds no other way's data: runs to warm up, then
 * five, all ways in turn, so that a busy moment of the machine hits them alike.
 */
export async function measure(
  workloadId: string,
  { ways }: Workload,
  size: number,
): Promise<Medians> {
  const samples = new Map<string, Sample[]>();
  const processes = new Map<string, ChildProcess>();
  await compileWays();
  try {
    for (const name of Object.keys(ways)) {
      processes.set(name, await startProcess([workloadId, name, String(size)]));
      samples.set(name, []);
    }
    for (const [name, child] of processes) samples.get(name)?.push(await ask(child, "run"));
    for (const child of processes.values()) await ask(child, "warm up");
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      for (const [name, child] of processes) samples.get(name)?.push(await ask(child, "run"));
    }
  } finally {
    for (const child of processes.values()) child.kill();
  }
  requireAgreement(samples);
  return new Map([...samples].map(([name, list]) => [name, summarize(list)]));
}

const COMPILED = fileURLToPath(
  new URL("../../node_modules/.cache/truescore-bench/way-process.mjs", import.meta.url),
);

/**
 * Compiles the ways and the library as the package ships: a loader that keeps the names of functions
 * sets the name of every closure when it is made, and hot code would pay for it.
 */
async function compileWays(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL("./way-process.ts", import.meta.url))],
    outfile: COMPILED,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
  });
}

/**
 * A collection between runs would throw away compiled code, and the shapes of objects that are all
 * gone, on which other code depends. Both are kept, as they are in a product that runs on.
 */
const KEEP_CODE = ["--no-flush-bytecode", "--retain-maps-for-n-gc=1000"];

async function startProcess(args: readonly string[]): Promise<ChildProcess> {
  const child = fork(COMPILED, args, {
    execArgv: [...KEEP_CODE, "--expose-gc", "--max-old-space-size=4096"],
  });
  await answerOf(child);
  return child;
}

/** Has a way run once, or so often that its code is compiled; the last run's sample comes back. */
async function ask(child: ChildProcess, what: "run" | "warm up"): Promise<Sample> {
  child.send(what);
  return (await answerOf(child)) as Sample;
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`A way ended with code ${code}.`)));
  });
}

function requireAgreement(samples: ReadonlyMap<string, readonly Sample[]>): void {
  const checks = [...samples].flatMap(([name, [first]]) =>
    first === undefined || first.check === null ? [] : [`${first.check} (${name})`],
  );
  const found = new Set(checks.map((text) => text.replace(/ \(.*\)$/, "")));
  if (found.size > 1) {
    throw new Error(`The ways do not come to the same result:\n${checks.join("\n")}`);
  }
}

function summarize(samples: readonly Sample[]): Median {
  const [first, ...kept] = samples as [Sample, ...Sample[]];
  return {
    wall: median(kept.map(({ wall }) => wall)),
    cpu: median(kept.map(({ cpu }) => cpu)),
    peak: first.peak,
    held: first.held,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
