import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partitionByCount } from "../../../src/disclosure/partition-by-count.js";
import type { CountFold, CountGroup } from "../../../src/disclosure/types.js";
import { orThrow } from "../../../src/kernel/result.js";

const NAMES = ["peer", "__proto__", "a,b", "customer", "\u200b", "guest"];

interface Counted {
  readonly groups: readonly CountGroup[];
  readonly folds: readonly CountFold[];
  readonly minimum: number;
}

/** Groups and folds without a circle: in a random order of names, each folds into a later one. */
const counted: fc.Arbitrary<Counted> = fc
  .record({
    names: fc.shuffledSubarray(NAMES, { minLength: 1 }),
    sizes: fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
    known: fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
    targets: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    minimum: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ names, sizes, known, targets, order, minimum }) => {
    const groups = names.map((id, at) => ({
      id,
      n: sizes[at] ?? 0,
      ...(known[at] === 0 ? { identified: true } : {}),
    }));
    const confidential = groups.filter(({ identified }) => identified !== true);
    const folds = confidential.flatMap(({ id }, at): CountFold[] => {
      const later = confidential.slice(at + 1);
      const target = later[targets[at] ?? 0];
      return target === undefined ? [] : [{ from: id, into: target.id }];
    });
    const sorted = order.flatMap((at) => folds[at] ?? []);
    return { groups: [...groups].reverse(), folds: sorted, minimum };
  });

function partition({ groups, folds, minimum }: Counted) {
  return orThrow(partitionByCount(groups, { minimum, folds }));
}

describe("partitionByCount", () => {
  it("puts every group into exactly one part and loses nobody", () => {
    fc.assert(
      fc.property(counted, (given) => {
        const { parts } = partition(given);
        const size = new Map(given.groups.map(({ id, n }) => [id, n]));
        expect(parts.flatMap(({ members }) => members).sort()).toEqual([...size.keys()].sort());
        for (const { members, n } of parts) {
          expect(n).toBe(members.reduce((sum, id) => sum + (size.get(id) ?? 0), 0));
        }
      }),
      { numRuns: 300, seed: 51 },
    );
  });

  it("shows a confidential part exactly from the minimum, and withholds only the pool", () => {
    fc.assert(
      fc.property(counted, (given) => {
        const known = new Map(given.groups.map(({ id, identified }) => [id, identified === true]));
        for (const { id, n, status, members } of partition(given).parts) {
          if (known.get(id) === true) {
            expect({ status, members }).toEqual({ status: "identified", members: [id] });
          } else {
            expect(status).toBe(n >= given.minimum ? "shown" : "withheld");
            if (status === "withheld") expect(id).toBe("otherRaters");
          }
        }
      }),
      { numRuns: 300, seed: 52 },
    );
  });

  it("moves only what is too small, and along the folds", () => {
    fc.assert(
      fc.property(counted, (given) => {
        const { parts, folds } = partition(given);
        const reach = (from: string): string[] =>
          given.folds.flatMap((fold) =>
            fold.from === from ? [fold.into, ...reach(fold.into)] : [],
          );
        for (const { from, into } of folds) {
          const group = given.groups.find(({ id }) => id === from);
          expect(group?.n).toBeLessThan(given.minimum);
          expect(parts.find(({ id }) => id === into)?.members).toContain(from);
          if (into !== "otherRaters") expect(reach(from)).toContain(into);
        }
        const moved = new Set(folds.map(({ from }) => from));
        const large = given.groups.filter(({ n }) => n >= given.minimum);
        for (const { id } of large) expect(moved.has(id)).toBe(false);
      }),
      { numRuns: 300, seed: 53 },
    );
  });

  it("does not depend on the order of the groups", () => {
    fc.assert(
      fc.property(counted, (given) => {
        const turned = partition({ ...given, groups: [...given.groups].reverse() });
        const sets = ({ parts }: typeof turned): string[] =>
          parts.map(({ id, members, n, status }) =>
            JSON.stringify([id, [...members].sort(), n, status]),
          );
        expect(sets(turned).sort()).toEqual(sets(partition(given)).sort());
      }),
      { numRuns: 300, seed: 54 },
    );
  });
});
