import { DEFAULT_POOL } from "./defaults.js";
import type { CountGroup, CountPart, Partition, PartitionPolicy } from "./types.js";

/** Where the people of every group are, by indices; the pool has the index after the last group. */
export interface IndexedPartition {
  /** Per group the index of the part that its people ended in: its own unless it was folded or pooled. */
  readonly homes: readonly number[];
  /** Per group and for the pool how many people gathered there. */
  readonly sizes: readonly number[];
}

/** Groups and a policy compiled, for parting many lists of counts. */
export interface PartitionPlan {
  /** Parts one list of counts, in the order of the groups. */
  readonly part: (counts: readonly number[]) => IndexedPartition;
  /** Writes a partition with names. */
  readonly describe: (partition: IndexedPartition) => Partition;
}

/** Compiles groups and a policy that were checked before. */
export function planPartition(
  groups: readonly Omit<CountGroup, "n">[],
  policy: PartitionPolicy,
): PartitionPlan {
  const { minimum, folds = [], pool = DEFAULT_POOL } = policy;
  const indexOf = new Map(groups.map(({ id }, at) => [id, at]));
  const steps = folds.map(
    ({ from, into }) => [indexOf.get(from) as number, indexOf.get(into) as number] as const,
  );
  const open = groups.map(({ identified }) => identified !== true);
  const names = [...groups.map(({ id }) => id), pool];
  const part = (counts: readonly number[]): IndexedPartition => {
    const homes: number[] = [];
    const sizes: number[] = [];
    for (let at = 0; at < open.length; at++) {
      homes.push(at);
      sizes.push(counts[at] as number);
    }
    sizes.push(0);
    const partition = { homes, sizes };
    for (const [from, into] of steps) {
      if ((sizes[from] as number) < minimum) move(partition, from, homeOf(homes, into));
    }
    for (let at = 0; at < open.length; at++) {
      const tooSmall = open[at] === true && homes[at] === at && (sizes[at] as number) < minimum;
      if (tooSmall) move(partition, at, open.length);
    }
    for (let at = 0; at < open.length; at++) homes[at] = homeOf(homes, at);
    return partition;
  };
  return { part, describe: (partition) => describe({ names, open, minimum }, partition) };
}

function move({ homes, sizes }: { homes: number[]; sizes: number[] }, from: number, into: number) {
  sizes[into] = (sizes[into] as number) + (sizes[from] as number);
  homes[from] = into;
}

/** The end of the way that a group's people went; the pool stays where it is. */
function homeOf(homes: readonly number[], group: number): number {
  let home = group;
  while (home < homes.length && homes[home] !== home) home = homes[home] as number;
  return home;
}

function describe(
  plan: { names: readonly string[]; open: readonly boolean[]; minimum: number },
  { homes, sizes }: IndexedPartition,
): Partition {
  const { names, open, minimum } = plan;
  const nameOf = (at: number): string => names[at] as string;
  const parts = names.flatMap((id, at): CountPart[] => {
    if (!homes.includes(at) || (at < homes.length && homes[at] !== at)) return [];
    const members = homes.flatMap((home, group) => (home === at ? [nameOf(group)] : []));
    const n = sizes[at] as number;
    const status = open[at] === false ? "identified" : n >= minimum ? "shown" : "withheld";
    return [{ id, members, n, status }];
  });
  const folds = homes.flatMap((home, group) =>
    home === group ? [] : [{ from: nameOf(group), into: nameOf(home) }],
  );
  return { parts, folds };
}
