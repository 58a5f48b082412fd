import { RELATIONSHIPS, SURVEY } from "./data.js";

/** Fewest raters of a confidential group. */
export const MINIMUM = 3;

const GROUPS = RELATIONSHIPS.length;
const PEER = 2;
const REPORT = 3;
const CUSTOMER = 4;
const POOL = GROUPS;

/**
 * The greedy loop for this one survey: customers fold into peers, what is still too small is
 * pooled. Per subject and group the index of the group that its people ended in. It knows nothing
 * of other surveys, of readers who are raters, of names and of weights.
 */
export function greedyHomes(counts: readonly (readonly number[])[]): Uint8Array {
  const homes = new Uint8Array(counts.length * GROUPS);
  for (let subject = 0; subject < counts.length; subject++) {
    const list = counts[subject] as readonly number[];
    const base = subject * GROUPS;
    let peers = list[PEER] as number;
    const customers = list[CUSTOMER] as number;
    const folded = customers < MINIMUM;
    if (folded) peers += customers;
    const peerHome = peers < MINIMUM ? POOL : PEER;
    homes[base + 1] = 1;
    homes[base + PEER] = peerHome;
    homes[base + REPORT] = (list[REPORT] as number) < MINIMUM ? POOL : REPORT;
    homes[base + CUSTOMER] = folded ? peerHome : CUSTOMER;
  }
  return homes;
}

/** How many groups of all subjects are shown: those that hold the minimum, or anybody if identified. */
export function countOpen(counts: readonly (readonly number[])[], result: unknown): string {
  const homes = result as Uint8Array;
  let open = 0;
  counts.forEach((list, subject) => {
    const sizes = new Array<number>(GROUPS + 1).fill(0);
    list.forEach((n, group) => {
      const home = homes[subject * GROUPS + group] as number;
      sizes[home] = (sizes[home] as number) + n;
    });
    open += sizes.filter((n, group) =>
      SURVEY.relationships[group]?.identified === true ? n > 0 : n >= MINIMUM,
    ).length;
  });
  return String(open);
}
