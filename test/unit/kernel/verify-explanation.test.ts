import { describe, expect, it } from "vitest";
import type { Explanation, ExplanationTerm, JsonValue } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import { deepFreeze } from "./deep-freeze.js";
import { nextUp } from "./exact-sum-reference.js";

const term = (label: string, value: number, weight = 1, effectiveWeight = weight) => ({
  label,
  value,
  weight,
  effectiveWeight,
});

const node = (over: Partial<Explanation>): Explanation => ({
  rule: "given",
  label: "Node",
  value: 1,
  terms: [],
  excluded: [],
  policy: {},
  children: [],
  ...over,
});

const mean = (over: Partial<Explanation> = {}): Explanation =>
  node({
    rule: "weightedMean",
    value: 3.5,
    terms: [term("Goals", 5, 1, 0.25), term("Skills", 3, 3, 0.75)],
    ...over,
  });

const fivePoints = { min: 1, max: 5, reversed: false };
const rescale = (policy: Readonly<Record<string, JsonValue>>, terms: ExplanationTerm[]) =>
  node({ rule: "rescale", value: 50, terms, policy });
const clamp = (policy: Readonly<Record<string, JsonValue>>, terms: ExplanationTerm[]) =>
  node({ rule: "clamp", value: 1, terms, policy });

function found(tree: Explanation): string[] {
  const result = verifyExplanation(deepFreeze(tree));
  if (result.ok) return [];
  return result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

const MALFORMED = "kernel/explanation-malformed";
const MISMATCH = "kernel/explanation-mismatch";

describe("verifyExplanation accepts", () => {
  it.each<[string, Explanation, number]>([
    ["a given number", node({}), 1],
    ["an unknown number", node({ value: null }), 1],
    ["a weighted mean", mean(), 1],
    ["an empty weighted mean", mean({ value: null, terms: [] }), 1],
    [
      "a difference",
      node({ rule: "weightedSum", value: 0.75, terms: [term("a", 1, 1), term("b", 0.25, -1)] }),
      1,
    ],
    [
      "a rescaling",
      rescale({ from: fivePoints, to: { min: 0, max: 100, reversed: false } }, [term("Raw", 3)]),
      1,
    ],
    ["a clamp", clamp({ lower: 0, upper: 1 }, [term("Raw", 1.4)]), 1],
    [
      "a tree",
      mean({
        children: [
          node({ label: "Goals", value: 5 }),
          mean({ label: "Skills", value: 3, terms: [term("x", 2, 1, 0.5), term("y", 4, 1, 0.5)] }),
        ],
      }),
      3,
    ],
  ])("%s", (_, tree, nodes) => {
    expect(verifyExplanation(deepFreeze(tree))).toEqual({
      ok: true,
      value: { nodes },
      warnings: [],
    });
  });
});

describe("verifyExplanation finds", () => {
  it.each<[string, Explanation, string[]]>([
    ["a value that does not follow", mean({ value: nextUp(3.5) }), [`${MISMATCH} value`]],
    [
      "zero stated as negative",
      node({ rule: "weightedSum", value: -0, terms: [term("a", 0)] }),
      [`${MISMATCH} value`],
    ],
    [
      "an effective weight that does not follow",
      mean({ terms: [term("Goals", 5, 1, nextUp(0.25)), term("Skills", 3, 3, 0.75)] }),
      [`${MISMATCH} terms.0.effectiveWeight`],
    ],
    [
      "a weighted sum that reweights",
      node({ rule: "weightedSum", value: 1, terms: [term("a", 2, 1, 0.5)] }),
      [`${MISMATCH} terms.0.effectiveWeight`],
    ],
    [
      "a child that is not its term",
      mean({ children: [node({ label: "Goals", value: nextUp(5) })] }),
      [`${MISMATCH} children.0`],
    ],
    [
      "an unknown child of a known term",
      mean({ children: [node({ label: "Goals", value: null })] }),
      [`${MISMATCH} children.0`],
    ],
    [
      "a mistake deep below, and every one",
      mean({
        value: 4,
        children: [
          mean({ label: "Skills", value: 3, children: [node({ label: "Goals", value: 4 })] }),
        ],
      }),
      [`${MISMATCH} value`, `${MISMATCH} children.0.value`, `${MISMATCH} children.0.children.0`],
    ],
    [
      "two terms of one label",
      mean({ terms: [term("a", 1, 1, 0.5), term("a", 6, 1, 0.5)] }),
      [`${MALFORMED} terms`],
    ],
    [
      "two children of one label",
      mean({ children: [node({ label: "Goals", value: 5 }), node({ label: "Goals", value: 5 })] }),
      [`${MALFORMED} children`],
    ],
    [
      "a child without a term",
      mean({ children: [node({ label: "Elsewhere" })] }),
      [`${MALFORMED} children.0`],
    ],
    ["a value that is not finite", node({ value: Number.NaN }), [`${MALFORMED} value`]],
    [
      "terms that are not finite",
      node({ rule: "weightedSum", terms: [term("a", Infinity), term("b", 1, Number.NaN)] }),
      [`${MALFORMED} terms.0`, `${MALFORMED} terms.1`],
    ],
    [
      "weights too large to add",
      mean({ terms: [term("a", 1, 1e308, 0.5), term("b", 6, 1e308, 0.5)] }),
      [`${MALFORMED} terms.0`, `${MALFORMED} terms.1`],
    ],
    [
      "a product too large to add",
      node({ rule: "weightedSum", terms: [term("a", 1e200, 1e200)] }),
      [`${MALFORMED} terms.0`],
    ],
    ["a given number with terms", node({ terms: [term("a", 1)] }), [`${MALFORMED} terms`]],
    ["a value without terms", mean({ terms: [] }), [`${MALFORMED} terms`]],
    ["terms without a value", mean({ value: null }), [`${MALFORMED} terms`]],
    [
      "a negative weight",
      mean({ terms: [term("a", 1, -1, -0.5), term("b", 1, 3, 1.5)] }),
      [`${MALFORMED} terms`],
    ],
    ["no weight above zero", mean({ terms: [term("a", 1, 0, 0)] }), [`${MALFORMED} terms`]],
    ["a rule that is not known", node({ rule: "guess" as "given" }), [`${MALFORMED} rule`]],
    [
      "a rule named like an inherited property",
      node({ rule: "constructor" as "given" }),
      [`${MALFORMED} rule`],
    ],
    ["a rescaling without scales", rescale({}, [term("Raw", 3)]), [`${MALFORMED} terms`]],
    [
      "a rescaling over an empty scale",
      rescale({ from: { ...fivePoints, max: 1 }, to: fivePoints }, [term("Raw", 3)]),
      [`${MALFORMED} terms`],
    ],
    [
      "a rescaling over an endless scale",
      rescale({ from: { ...fivePoints, max: Infinity }, to: fivePoints }, [term("Raw", 3)]),
      [`${MALFORMED} terms`],
    ],
    [
      "a rescaling of two terms",
      rescale({ from: fivePoints, to: fivePoints }, [term("a", 3), term("b", 3)]),
      [`${MALFORMED} terms`],
    ],
    ["a clamp without bounds", clamp({ lower: 0 }, [term("Raw", 3)]), [`${MALFORMED} terms`]],
    [
      "a clamp with crossed bounds",
      clamp({ lower: 1, upper: 0 }, [term("Raw", 3)]),
      [`${MALFORMED} terms`],
    ],
    [
      "a clamp of two terms",
      clamp({ lower: 0, upper: 1 }, [term("a", 3), term("b", 3)]),
      [`${MALFORMED} terms`],
    ],
    [
      "a clamp that did not hold",
      clamp({ lower: 0, upper: 2 }, [term("Raw", 3)]),
      [`${MISMATCH} value`],
    ],
  ])("%s", (_, tree, issues) => {
    expect(found(tree)).toEqual(issues);
  });

  it("says what is stated and what it should be", () => {
    const result = verifyExplanation(mean({ value: 4 }));
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      "The value is stated as 4; recomputed it is 3.5.",
    ]);
  });
});
