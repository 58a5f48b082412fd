import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import type { Explanation } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import { explainCell } from "../../../src/multirater/explain-cell.js";
import type { FeedbackView } from "../../../src/multirater/view-types.js";
import { arbitraryCase } from "../../support/disclosure/arbitrary-case.js";
import type { Case } from "../../support/disclosure/case.js";
import { seeds } from "../../support/disclosure/checks.js";
import { LIBRARY } from "../../support/disclosure/engine.js";
import { allCells, shownCells } from "../../support/disclosure/published.js";
import { recheck } from "../../support/disclosure/recheck.js";
import { SHAPES } from "../../support/disclosure/shapes.js";
import { drawFrom } from "../../support/disclosure/tape.js";

interface Leaf {
  readonly address?: Explanation["address"];
  readonly value: number | null;
}

/** The numbers that a tree takes as given: nodes without terms, and terms that no child explains. */
function leavesOf(node: Explanation): Leaf[] {
  if (node.rule === "given") return [{ address: node.address, value: node.value }];
  const explained = new Set(node.children.map(({ label }) => label));
  return [
    ...node.terms.filter(({ label }) => !explained.has(label)),
    ...node.children.flatMap(leavesOf),
  ];
}

/** The double next to another, above or below. */
function nextTo(value: number, up: boolean): number {
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] ?? 0n) + (up === value > 0 ? 1n : -1n);
  return new Float64Array(bits.buffer)[0] ?? Number.NaN;
}

/** Copies of a tree in which one stated number is another. */
function variants(node: Explanation, change: (value: number) => number): Explanation[] {
  const own = node.value === null ? [] : [{ ...node, value: change(node.value) }];
  const terms = node.terms.flatMap((_, at) =>
    (["value", "weight", "effectiveWeight"] as const).map((field) => ({
      ...node,
      terms: node.terms.map((term, index) =>
        index === at ? { ...term, [field]: change(term[field]) } : term,
      ),
    })),
  );
  const children = node.children.flatMap((child, at) =>
    variants(child, change).map((variant) => ({
      ...node,
      children: node.children.map((one, index) => (index === at ? variant : one)),
    })),
  );
  return [...own, ...terms, ...children];
}

function viewsOf(given: Case): FeedbackView[] {
  return LIBRARY.release(given, { viewer: "subject" }).map(({ view }) => view);
}

describe("the explanation of a shown cell", () => {
  it("leads to the cell's own bits, from cells that are shown and from nothing else", () => {
    let cells = 0;
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), (given) => {
        for (const view of viewsOf(given)) {
          const shown = new Map(
            shownCells(view).map(({ address, cell }) => [JSON.stringify(address), cell]),
          );
          for (const { address, cell } of shownCells(view)) {
            const { value, explanation } = orThrow(explainCell(view, address));
            expect(value).toBe(cell.mean);
            expect(explanation.value).toBe(cell.mean);
            expect(verifyExplanation(explanation)).toMatchObject({ ok: true });
            expect(recheck(explanation)).toBe(true);
            const leaves = leavesOf(explanation);
            expect(leaves.length).toBeGreaterThan(0);
            for (const leaf of leaves) {
              expect(shown.get(JSON.stringify(leaf.address))?.mean).toBe(leaf.value);
            }
            cells += 1;
          }
        }
      }),
      { numRuns: 80, seed: 31 },
    );
    expect(cells).toBeGreaterThan(1000);
  });

  it("names every part that did not enter, and whether it is withheld or weighs nothing", () => {
    let left = 0;
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), (given) => {
        for (const view of viewsOf(given)) {
          for (const row of view.competencies) {
            for (const [at, cell] of row.cells.entries()) {
              if (cell.status === "withheld" || view.policy.averaging === "raterFirst") continue;
              const address = { group: cell.group, competencyId: row.competencyId, itemId: null };
              const { terms, excluded } = orThrow(explainCell(view, address)).explanation;
              const reasons = row.items.flatMap(({ cells, weight }) => {
                if (cells[at]?.status === "withheld") return ["withheld"];
                return weight > 0 ? [] : ["no-weight"];
              });
              expect(excluded.map(({ reason }) => reason)).toEqual(reasons);
              expect(terms).toHaveLength(row.items.length - reasons.length);
              left += reasons.length;
            }
          }
        }
      }),
      { numRuns: 60, seed: 34 },
    );
    expect(left).toBeGreaterThan(50);
  });

  it("is refused for a cell that is withheld", () => {
    fc.assert(
      fc.property(arbitraryCase(SHAPES.small), (given) => {
        for (const view of viewsOf(given)) {
          for (const { address, cell } of allCells(view)) {
            const result = explainCell(view, address);
            expect(result.ok).toBe(cell.status === "shown");
            if (!result.ok) expect(result.issues[0]?.code).toBe("multirater/cell-withheld");
          }
        }
      }),
      { numRuns: 40, seed: 32 },
    );
  });

  it("does not verify with any number one step off, unless the same bits come out", () => {
    let changed = 0;
    let harmless = 0;
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), seeds, (given, seed) => {
        const tape = drawFrom(seed);
        const [view] = viewsOf(given);
        if (view === undefined) return;
        const made = shownCells(view)
          .map(({ address }) => orThrow(explainCell(view, address)).explanation)
          .filter(({ rule }) => rule !== "given");
        for (const explanation of tape.shuffle(made).slice(0, 5)) {
          const up = tape.below(2) === 0;
          const all = variants(explanation, (value) => nextTo(value, up));
          for (const variant of tape.shuffle(all).slice(0, 12)) {
            changed += 1;
            if (!verifyExplanation(variant).ok) continue;
            expect(recheck(variant)).toBe(true);
            harmless += 1;
          }
        }
      }),
      { numRuns: 60, seed: 33 },
    );
    expect(changed).toBeGreaterThan(500);
    expect(harmless / changed).toBeLessThan(0.35);
  });
});
