import { DomainError } from "./domain-error.js";
import type { Explanation, ExplanationTerm } from "./types.js";

/** How `formatExplanation` prints. */
export interface FormatExplanationOptions {
  /** Most decimals to print, 0 to 20; 2 by default. The tree itself is never rounded. */
  readonly decimals?: number | undefined;
}

/**
 * Prints an explanation as an indented tree that a person can read.
 *
 * @remarks Every line gives a label, its number and, where it has one, its share of the whole.
 * Numbers are rounded for display only.
 * @param explanation - the tree.
 * @param options - how many decimals to print.
 * @returns the lines, joined by line feeds.
 * @throws {@link DomainError} with code `kernel/invariant` when the decimals are no whole number from
 *   0 to 20.
 * @example
 * ```ts
 * import { formatExplanation } from "truescore/kernel";
 * import { weightedMean } from "truescore/values";
 *
 * const score = weightedMean(
 *   [
 *     { label: "Goals", value: 5, weight: 30 },
 *     { label: "Skills", value: null, weight: 70 },
 *   ],
 *   { missing: "skip", label: "Overall" },
 * );
 * if (score.ok) {
 *   formatExplanation(score.value.explanation);
 *   // => "Overall = 5 (weightedMean)\n├─ Goals = 5 × 100%\n└─ Skills left out: missing"
 * }
 * ```
 */
export function formatExplanation(
  explanation: Explanation,
  options: FormatExplanationOptions = {},
): string {
  const print = printer(options.decimals ?? 2);
  const rule = explanation.rule === "given" ? "" : ` (${explanation.rule})`;
  const root = `${explanation.label} = ${print(explanation.value)}${rule}`;
  return [root, ...formatBranches(explanation, print)].join("\n");
}

type Print = (value: number | null) => string;

function printer(decimals: number): Print {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) {
    throw DomainError.invariant("An explanation is printed with 0 to 20 decimals.");
  }
  return (value) => (value === null ? "unknown" : String(Number(value.toFixed(decimals))));
}

function formatBranches(node: Explanation, print: Print): string[] {
  const branches = [
    ...node.terms.map((term) => formatTerm(node, term, print)),
    ...node.excluded.map(({ label, reason }) => [`${label} left out: ${reason}`]),
  ];
  return branches.flatMap(([head, ...rest], index) => {
    const last = index === branches.length - 1;
    const indent = last ? "   " : "│  ";
    return [`${last ? "└─" : "├─"} ${head}`, ...rest.map((line) => indent + line)];
  });
}

function formatTerm(node: Explanation, term: ExplanationTerm, print: Print): string[] {
  const child = node.children.find(({ label }) => label === term.label);
  const head = `${term.label} = ${print(term.value)}${formatWeight(node, term, print)}`;
  if (child === undefined) return [head];
  const rule = child.rule === "given" ? "" : ` (${child.rule})`;
  return [head + rule, ...formatBranches(child, print)];
}

function formatWeight(node: Explanation, term: ExplanationTerm, print: Print): string {
  if (node.rule === "weightedMean") return ` × ${print(term.effectiveWeight * 100)}%`;
  if (node.rule === "weightedSum") return ` × ${print(term.effectiveWeight)}`;
  return "";
}
