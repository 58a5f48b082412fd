import type { Explanation } from "../../../src/kernel/types.js";
import {
  add,
  binary,
  divide,
  multiply,
  nearest,
  type Rational,
  subtract,
  sum,
} from "./rational.js";

interface Ends {
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
}

/** One operation on doubles as IEEE 754 has it: exact, then rounded once. */
function round(value: Rational): Rational {
  return binary(nearest(value));
}

/** A second opinion on an explanation: every stated number, in exact arithmetic rounded as doubles are. */
export function recheck(node: Explanation): boolean {
  const children = node.children.every((child) => {
    const term = node.terms.find(({ label }) => label === child.label);
    return term !== undefined && Object.is(term.value, child.value) && recheck(child);
  });
  return (
    children && Object.is(recompute(node), node.value) && node.terms.every(weighsRightly(node))
  );
}

function weighsRightly({ rule, terms }: Explanation) {
  const total = round(sum(terms.map(({ weight }) => binary(weight))));
  return ({ weight, effectiveWeight }: Explanation["terms"][number]): boolean => {
    const expected = rule === "weightedMean" ? nearest(divide(binary(weight), total)) : weight;
    return Object.is(expected, effectiveWeight);
  };
}

function recompute({ rule, terms, value, policy }: Explanation): number | null {
  if (rule === "given" || value === null) return value;
  if (rule === "weightedMean" || rule === "weightedSum") {
    return nearest(
      sum(terms.map((term) => round(multiply(binary(term.effectiveWeight), binary(term.value))))),
    );
  }
  if (rule !== "rescale") throw new RangeError(`The rule ${rule} has no second opinion.`);
  const [from, to] = [policy["from"], policy["to"]] as unknown as [Ends, Ends];
  const start = binary(terms[0]?.value ?? Number.NaN);
  const away =
    from.reversed === to.reversed
      ? subtract(start, binary(from.min))
      : subtract(binary(from.max), start);
  const stretched = round(multiply(round(away), round(span(to))));
  return nearest(add(binary(to.min), round(divide(stretched, round(span(from))))));
}

function span({ min, max }: Ends): Rational {
  return subtract(binary(max), binary(min));
}
