import { describe, expect, it } from "vitest";
import { formatExplanation } from "../../../src/kernel/format-explanation.js";
import type { Explanation } from "../../../src/kernel/types.js";
import { deepFreeze } from "./deep-freeze.js";

const base = { excluded: [], policy: {}, children: [] };
const term = (label: string, value: number, weight: number, effectiveWeight: number) => ({
  label,
  value,
  weight,
  effectiveWeight,
});

const tree: Explanation = deepFreeze({
  ...base,
  rule: "weightedMean",
  label: "Overall",
  value: 3.625,
  terms: [term("Goals", 4.5, 1, 0.25), term("Skills", 10 / 3, 3, 0.75)],
  excluded: [{ label: "KPIs", reason: "missing" }],
  children: [
    {
      ...base,
      rule: "weightedSum",
      label: "Goals",
      value: 4.5,
      terms: [term("Sales", 5, 1, 1), term("Penalty", 0.5, -1, -1)],
      excluded: [{ label: "Costs", reason: "withheld" }],
    },
    { ...base, rule: "given", label: "Skills", value: 10 / 3, terms: [] },
  ],
});

describe("formatExplanation", () => {
  it("draws the tree with shares, weights, rules and what was left out", () => {
    expect(formatExplanation(tree)).toBe(
      [
        "Overall = 3.63 (weightedMean)",
        "├─ Goals = 4.5 × 25% (weightedSum)",
        "│  ├─ Sales = 5 × 1",
        "│  ├─ Penalty = 0.5 × -1",
        "│  └─ Costs left out: withheld",
        "├─ Skills = 3.33 × 75%",
        "└─ KPIs left out: missing",
      ].join("\n"),
    );
  });

  it("prints as many decimals as asked for", () => {
    expect(formatExplanation(tree, { decimals: 0 })).toContain("Skills = 3 × 75%");
    expect(formatExplanation(tree, { decimals: 4 })).toContain("Skills = 3.3333 × 75%");
    expect(formatExplanation(tree, { decimals: 20 })).toContain("Skills = 3.3333333333333335");
  });

  it.each([-1, 21, 1.5, Number.NaN])("refuses %d decimals", (decimals) => {
    expect(() => formatExplanation(tree, { decimals })).toThrowError(
      expect.objectContaining({ code: "kernel/invariant" }),
    );
  });

  it("says unknown for null and prints no negative zero", () => {
    const leaf = { ...base, rule: "given", label: "Score", terms: [] } as const;
    expect(formatExplanation({ ...leaf, value: null })).toBe("Score = unknown");
    expect(formatExplanation({ ...leaf, value: -0.001 })).toBe("Score = 0");
  });

  it("names a rescaling and a clamp without weights", () => {
    const node = (rule: "rescale" | "clamp") =>
      formatExplanation({
        ...base,
        rule,
        label: "Score",
        value: 50,
        terms: [term("Raw", 3, 1, 1)],
      });
    expect(node("rescale")).toBe("Score = 50 (rescale)\n└─ Raw = 3");
    expect(node("clamp")).toBe("Score = 50 (clamp)\n└─ Raw = 3");
  });
});
