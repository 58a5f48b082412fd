import type { Clock, Goal, Median, Medians, Workload } from "./harness.js";

/** Prints every way with its times, their ratios to the reference, and its memory. */
export function printWays(title: string, medians: Medians, reference: string): void {
  console.log(`\n${title}; ratios to: ${reference}\n`);
  const base = medians.get(reference) as Median;
  const rows = [...medians].map(([name, { wall, cpu, peak, held }]) => [
    name,
    format(wall),
    format(wall / base.wall),
    format(cpu),
    format(cpu / base.cpu),
    peak === null ? "unknown" : peak.toFixed(0),
    held.toFixed(0),
  ]);
  printTable(["way", "ms", "ratio", "processor ms", "ratio", "peak MB", "held MB"], rows);
}

/** Prints every goal, and tells whether all are within twice their limit. */
export function printGoals(
  { goals, memoryGoals }: Workload,
  medians: Medians,
  clock: Clock,
): boolean {
  const judged = [
    ...goals.map((goal) => judgeTime(goal, medians, clock)),
    ...Object.entries(memoryGoals ?? {}).map(([way, limit]) => judgeMemory(way, limit, medians)),
  ];
  console.log("");
  printTable(
    ["way", "against", "goal", `found (${clock})`, ""],
    judged.map(({ row, met }) => [...row, met ? "met" : "not met"]),
  );
  return judged.every(({ tolerable }) => tolerable);
}

interface Judgement {
  readonly row: readonly string[];
  readonly met: boolean;
  /** Within twice the limit. */
  readonly tolerable: boolean;
}

function judgeTime({ way, against, kind, limit }: Goal, medians: Medians, clock: Clock): Judgement {
  const time = (name: string): number => (medians.get(name) as Median)[clock];
  const ratio = kind === "atMost" ? time(way) / time(against) : time(against) / time(way);
  const goal = kind === "atMost" ? `≤ ${limit} ×` : `≥ ${limit} × faster`;
  return {
    row: [way, against, goal, format(ratio)],
    met: kind === "atMost" ? ratio <= limit : ratio >= limit,
    tolerable: kind === "atMost" ? ratio <= 2 * limit : ratio >= limit / 2,
  };
}

function judgeMemory(way: string, limit: number, medians: Medians): Judgement {
  const { peak, held } = medians.get(way) as Median;
  const found = Math.max(peak ?? 0, held);
  const row = [way, "before the run", `≤ ${limit} MB`, `${found.toFixed(0)} MB`];
  return { row, met: found <= limit, tolerable: found <= 2 * limit };
}

/** Prints a table with aligned columns. */
function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] as number)).join(" | ")} |`;
  console.log(line(head));
  console.log(`|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  for (const row of rows) console.log(line(row));
}

/** A number with three digits that count. */
function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
