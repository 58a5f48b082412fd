import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Explanation, ExplanationTerm } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";
import { nextUp, referenceSum } from "../../unit/kernel/exact-sum-reference.js";

const UNIT = { min: 0, max: 1, reversed: false };
const sum = (numbers: readonly number[]): number => referenceSum(numbers) + 0;

/** What a node's numbers should be, worked out without the library's arithmetic. */
function expectedOf({ rule, terms, policy, value }: Explanation) {
  const weights = terms.map(({ weight }) => weight);
  const total = sum(weights);
  const shares = rule === "weightedMean" ? weights.map((weight) => weight / total) : weights;
  const products = terms.map((term) => term.effectiveWeight * term.value);
  const first = terms[0]?.value ?? 0;
  const { min, max, reversed } = (policy["from"] ?? UNIT) as typeof UNIT;
  const to = (policy["to"] ?? UNIT) as typeof UNIT;
  const distance = reversed === to.reversed ? first - min : max - first;
  const values = {
    given: value,
    weightedMean: sum(products),
    weightedSum: sum(products),
    rescale: to.min + (distance * (to.max - to.min)) / (max - min),
    clamp: Math.min(Math.max(first, Number(policy["lower"])), Number(policy["upper"])),
  };
  return { shares, value: terms.length === 0 && rule !== "given" ? null : values[rule] };
}

function isConsistent(node: Explanation): boolean {
  const { shares, value } = expectedOf(node);
  return (
    Object.is(node.value, value) &&
    node.terms.every((term, index) => Object.is(term.effectiveWeight, shares[index])) &&
    node.children.every(
      (child) =>
        Object.is(child.value, node.terms.find(({ label }) => label === child.label)?.value) &&
        isConsistent(child),
    )
  );
}

const score = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((number) => number + 0);
const weight = fc.double({ noNaN: true, min: 1e-6, max: 1e6 });
const scale = fc.record({
  min: fc.integer({ min: -5, max: 1 }),
  max: fc.integer({ min: 2, max: 100 }),
  reversed: fc.boolean(),
});
const shape = fc.oneof(
  fc.record({ rule: fc.constantFrom("weightedMean" as const, "weightedSum" as const) }),
  fc.record({ rule: fc.constant("rescale" as const), from: scale, to: scale }),
  fc.record({ rule: fc.constant("clamp" as const), lower: fc.constant(-1), upper: fc.constant(4) }),
);

/** A tree whose every number follows from those below it. */
function treeOf(depth: number): fc.Arbitrary<Explanation> {
  const leaf = score.map((value): Explanation => build("given", { value }));
  if (depth === 0) return leaf;
  const parts = fc.array(fc.tuple(treeOf(depth - 1), weight, fc.boolean()), { maxLength: 4 });
  return fc.tuple(shape, parts).map(([{ rule, ...policy }, found]) => {
    const used = rule === "rescale" || rule === "clamp" ? found.slice(0, 1) : found;
    const known = used.filter(([child]) => child.value !== null);
    const terms = known.map(([child, stated], index) => ({
      label: `part ${index}`,
      value: child.value as number,
      weight: stated,
      effectiveWeight: stated,
    }));
    const children = known.flatMap(([child, , explained], index) =>
      explained ? [{ ...child, label: `part ${index}` }] : [],
    );
    return build(rule, { terms, children, policy });
  });
}

function build(rule: Explanation["rule"], over: Partial<Explanation>): Explanation {
  const node: Explanation = {
    rule,
    label: "root",
    value: null,
    terms: [],
    excluded: [],
    policy: {},
    children: [],
    ...over,
  };
  const { shares } = expectedOf(node);
  const terms = node.terms.map((term, index) => ({
    ...term,
    effectiveWeight: shares[index] as number,
  }));
  const weighed = { ...node, terms };
  return { ...weighed, value: expectedOf(weighed).value };
}

const isNumber = (value: unknown): value is number => typeof value === "number";

/** Every tree that differs from this one by one bit of one number, and which number that is. */
function nudges(node: Explanation): { kind: string; tree: Explanation }[] {
  const own = isNumber(node.value)
    ? [{ kind: `node ${node.rule}`, tree: { ...node, value: nextUp(node.value) } }]
    : [];
  const ofTerms = node.terms.flatMap((term, index) =>
    (["value", "weight", "effectiveWeight"] as const).map((field) => ({
      kind: `term ${field}`,
      tree: { ...node, terms: replaceAt(node.terms, index, nudged(term, field)) },
    })),
  );
  const below = node.children.flatMap((child, index) =>
    nudges(child).map(({ kind, tree }) => ({
      kind: `below ${kind}`,
      tree: { ...node, children: replaceAt(node.children, index, tree) },
    })),
  );
  return [...own, ...ofTerms, ...below];
}

function replaceAt<T>(list: readonly T[], place: number, item: T): T[] {
  return list.map((other, index) => (index === place ? item : other));
}

function nudged(term: ExplanationTerm, field: "value" | "weight" | "effectiveWeight") {
  return { ...term, [field]: nextUp(term[field]) };
}

const trees = treeOf(3);

describe("verifyExplanation", () => {
  it("accepts every tree whose numbers follow, and counts its nodes", () => {
    const count = ({ children }: Explanation): number =>
      children.reduce((nodes, child) => nodes + count(child), 1);
    fc.assert(
      fc.property(trees, (tree) => {
        expect(isConsistent(tree)).toBe(true);
        expect(verifyExplanation(deepFreeze(tree))).toEqual({
          ok: true,
          value: { nodes: count(tree) },
          warnings: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it("accepts the same tree read back from JSON", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(verifyExplanation(JSON.parse(JSON.stringify(tree))).ok).toBe(true);
      }),
    );
  });

  it("finds every change of one bit, unless the numbers still follow from each other", () => {
    let found = 0;
    let harmless = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        for (const { kind, tree: changed } of nudges(tree)) {
          const verified = verifyExplanation(changed).ok;
          expect(verified).toBe(isConsistent(changed));
          if (verified) harmless++;
          else found++;
          // Only the root's given number, a term that no child explains, and a weight may pass.
          const computed = /node|effectiveWeight/.test(kind) && kind !== "node given";
          expect(verified && computed).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(1000);
    expect(harmless).toBeGreaterThan(0);
  });
});
