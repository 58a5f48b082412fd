import {
  clampValue,
  effectiveWeights,
  rescaleValue,
  type ScaleEnds,
  sumOfProducts,
} from "./arithmetic.js";
import { createIssue } from "./issue.js";
import { EXPLANATION_MALFORMED, EXPLANATION_MISMATCH } from "./issues.js";
import { fail, ok } from "./result.js";
import type { Explanation, Issue, Result } from "./types.js";

/** What a verified explanation comes to. */
export interface VerifiedExplanation {
  /** Number of nodes that were recomputed, 1 or more. */
  readonly nodes: number;
}

type Path = readonly (string | number)[];

/**
 * Recomputes an explanation from its leaves to its root and compares every stated number, to the
 * last bit.
 *
 * @remarks The verifier calls the routines that the scorers call: a weighted mean is the correctly
 * rounded exact sum of its stated terms, so both sides agree or one of them is wrong. A value is
 * `null` exactly where no term entered.
 * @param explanation - the tree to check.
 * @returns the number of nodes that were recomputed; or an issue for every number that does not
 *   follow from the ones below it (`kernel/explanation-mismatch`) and every node that is not an
 *   explanation (`kernel/explanation-malformed`).
 * @example
 * ```ts
 * import { verifyExplanation } from "truescore/kernel";
 * import { weightedMean } from "truescore/values";
 *
 * const score = weightedMean(
 *   [
 *     { label: "Goals", value: 5, weight: 30 },
 *     { label: "Skills", value: 3, weight: 70 },
 *   ],
 *   { missing: "skip" },
 * );
 * if (score.ok) {
 *   verifyExplanation(score.value.explanation); // => { ok: true, value: { nodes: 1 }, warnings: [] }
 * }
 * ```
 */
export function verifyExplanation(explanation: Explanation): Result<VerifiedExplanation> {
  const issues: Issue[] = [];
  const nodes = verifyNode(explanation, [], issues);
  return issues.length > 0 ? fail(issues) : ok({ nodes });
}

function verifyNode(node: Explanation, path: Path, issues: Issue[]): number {
  const before = issues.length;
  if (!Array.isArray(node?.terms) || !Array.isArray(node.children)) {
    const params = { detail: "The node has no lists of terms and children." };
    issues.push(createIssue(EXPLANATION_MALFORMED, { path, params }));
    return 1;
  }
  checkShape(node, path, issues);
  if (issues.length === before) {
    checkWeights(node, path, issues);
    compare(recompute(node), node.value, { what: "The value", path: [...path, "value"], issues });
  }
  let nodes = 1;
  node.children.forEach((child, index) => {
    const term = node.terms.find(({ label }) => label === child.label);
    const childPath = [...path, "children", index];
    if (term !== undefined) {
      compare(child.value, term.value, {
        what: `The term "${term.label}"`,
        path: childPath,
        issues,
      });
    }
    nodes += verifyNode(child, childPath, issues);
  });
  return nodes;
}

function checkShape(node: Explanation, path: Path, issues: Issue[]): void {
  const report = (detail: string, ...place: Path): void => {
    issues.push(
      createIssue(EXPLANATION_MALFORMED, { path: [...path, ...place], params: { detail } }),
    );
  };
  const labels = new Set(node.terms.map(({ label }) => label));
  if (labels.size < node.terms.length) report("Two terms have the same label.", "terms");
  if (new Set(node.children.map(({ label }) => label)).size < node.children.length) {
    report("Two children have the same label.", "children");
  }
  node.children.forEach((child, index) => {
    if (!labels.has(child.label)) report("The child explains no term.", "children", index);
  });
  node.terms.forEach((term, index) => {
    const numbers = [term.value, term.weight, term.effectiveWeight];
    const product = term.effectiveWeight * term.value;
    if (![...numbers, product].every(isSummable)) {
      report("A term has a number that is not finite or too large.", "terms", index);
    }
  });
  if (node.value !== null && !Number.isFinite(node.value)) {
    report("The value is not finite.", "value");
  }
  const expected = Object.hasOwn(EXPECTED_TERMS, node.rule) ? EXPECTED_TERMS[node.rule] : undefined;
  if (expected === undefined) report(`The rule "${node.rule}" is not known.`, "rule");
  else if (!expected(node))
    report(`The rule "${node.rule}" does not have the terms it needs.`, "terms");
}

const EXPECTED_TERMS: Readonly<Record<string, (node: Explanation) => boolean>> = {
  given: (node) => node.terms.length === 0,
  weightedMean: (node) => hasTerms(node) && hasPositiveTotal(node),
  weightedSum: hasTerms,
  rescale: (node) =>
    hasTerms(node) &&
    node.terms.length <= 1 &&
    isScale(node.policy["from"]) &&
    isScale(node.policy["to"]),
  clamp: (node) =>
    hasTerms(node) &&
    node.terms.length <= 1 &&
    typeof node.policy["lower"] === "number" &&
    typeof node.policy["upper"] === "number" &&
    node.policy["lower"] <= node.policy["upper"],
};

/** Beyond this a sum of terms could leave the range of doubles. */
const LARGEST_TERM = 1e300;

function isSummable(number: number): boolean {
  return Math.abs(number) <= LARGEST_TERM;
}

function hasTerms(node: Explanation): boolean {
  return (node.value === null) === (node.terms.length === 0);
}

function hasPositiveTotal(node: Explanation): boolean {
  const weights = node.terms.map(({ weight }) => weight);
  return node.value === null || (weights.every((w) => w >= 0) && weights.some((w) => w > 0));
}

function isScale(value: unknown): boolean {
  const scale = (value ?? {}) as Partial<ScaleEnds>;
  return (
    Number.isFinite(scale.min) &&
    Number.isFinite(scale.max) &&
    (scale.min as number) < (scale.max as number) &&
    typeof scale.reversed === "boolean"
  );
}

function checkWeights(node: Explanation, path: Path, issues: Issue[]): void {
  const stated = node.terms.map(({ weight }) => weight);
  const expected = node.rule === "weightedMean" ? effectiveWeights(stated) : stated;
  node.terms.forEach((term, index) => {
    const place = [...path, "terms", index, "effectiveWeight"];
    const what = `The effective weight of "${term.label}"`;
    compare(expected[index] ?? null, term.effectiveWeight, { what, path: place, issues });
  });
}

function recompute(node: Explanation): number | null {
  if (node.rule === "given" || node.value === null) return node.value;
  const values = node.terms.map(({ value }) => value);
  const [first] = values as [number];
  const { policy } = node;
  if (node.rule === "rescale") {
    return rescaleValue(
      first,
      policy["from"] as unknown as ScaleEnds,
      policy["to"] as unknown as ScaleEnds,
    );
  }
  if (node.rule === "clamp")
    return clampValue(first, policy["lower"] as number, policy["upper"] as number);
  return sumOfProducts(
    node.terms.map((term) => term.effectiveWeight),
    values,
  );
}

function compare(
  recomputed: number | null,
  stated: number | null,
  found: { what: string; path: Path; issues: Issue[] },
): void {
  if (Object.is(recomputed, stated)) return;
  const { what, path, issues } = found;
  issues.push(createIssue(EXPLANATION_MISMATCH, { path, params: { what, stated, recomputed } }));
}
