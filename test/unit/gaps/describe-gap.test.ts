import { describe, expect, it } from "vitest";
import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import { type DescribeGapOptions, describeGap } from "../../../src/gaps/describe-gap.js";
import type { AnalyzeGapsOptions } from "../../../src/gaps/types.js";
import { DomainError } from "../../../src/kernel/domain-error.js";
import { orThrow } from "../../../src/kernel/result.js";
import { type GroupRows, RELATIONSHIPS, surveyOf, viewOf } from "../multirater/support.js";

const SURVEY = surveyOf({
  competencies: [{ id: "c", name: "Clarity", items: [{ id: "a", scaleId: "five" }] }],
  relationships: RELATIONSHIPS.map((one) => ({
    ...one,
    name: { self: "You", manager: "Your manager", peer: "Peers" }[one.id],
  })),
});

function sentence(
  groups: GroupRows,
  options: AnalyzeGapsOptions = {},
  wording: DescribeGapOptions = {},
): string {
  const view = viewOf(SURVEY, groups);
  const { competencies } = orThrow(analyzeGaps(view, options));
  return competencies.map((gap) => describeGap(gap, view, wording)).join();
}

const rows = (digits: string) => [...digits].map((digit) => [Number(digit)]);
const HIGH = { self: [[5]], manager: [[2]] };

describe("describeGap", () => {
  it.each<[finding: string, groups: GroupRows, options: AnalyzeGapsOptions, text: string]>([
    ["blindSpot", HIGH, {}, "Clarity: You 5, Others 2. A gap of 3: You higher."],
    [
      "hiddenStrength",
      { self: [[2]], manager: [[5]] },
      {},
      "Clarity: You 2, Others 5. A gap of -3: You lower.",
    ],
    [
      "none",
      { self: [[3]], manager: [[3]] },
      {},
      "Clarity: You 3, Others 3. No gap: the difference of 0 is within the threshold.",
    ],
    [
      "withheld",
      { self: [[3]] },
      {},
      "Clarity: there are not enough answers to compare You and Others.",
    ],
    [
      "no norm",
      HIGH,
      { threshold: { kind: "standardDeviations", value: 1 } },
      "Clarity: You 5, Others 2. There is no norm to judge the difference of 3 by.",
    ],
    [
      "another pair",
      HIGH,
      { compare: ["manager", "self"] },
      "Clarity: Your manager 2, You 5. A gap of -3: Your manager lower.",
    ],
    // 3.2 with SE 0.2 and 4 degrees: 1.8 ± 0.555.
    [
      "an interval",
      { self: [[5]], peer: rows("33334") },
      {},
      "Clarity: You 5, Others 3.2. A gap of 1.8 (95 % interval 1.24 to 2.36): You higher.",
    ],
    [
      "indeterminate",
      { self: [[5]], peer: rows("12345") },
      {},
      "Clarity: You 5, Others 3. Not to be told: the difference of 2 (95 % interval 0.04 to 3.96) may or may not exceed the threshold.",
    ],
    [
      "another confidence",
      { self: [[3]], peer: rows("33334") },
      { confidence: 0.9 },
      "Clarity: You 3, Others 3.2. No gap: the difference of -0.2 (90 % interval -0.63 to 0.23) is within the threshold.",
    ],
  ])("says %s", (_, groups, options, text) => {
    expect(sentence(groups, options)).toBe(text);
  });

  it("prints as many decimals as are asked for, rounded once", () => {
    const thirds = { self: [[5]], peer: rows("233") };
    expect(sentence(thirds, { confidence: null }, { decimals: 0 })).toBe(
      "Clarity: You 5, Others 3. A gap of 2: You higher.",
    );
    expect(sentence(thirds, { confidence: null }, { decimals: 4 })).toBe(
      "Clarity: You 5, Others 2.6667. A gap of 2.3333: You higher.",
    );
  });

  it("rounds a half away from zero on the decimal that a reader sees", () => {
    const view = viewOf(SURVEY, HIGH);
    const [gap] = orThrow(analyzeGaps(view)).competencies;
    if (gap === undefined) throw new Error("no gap");
    // 1.005 is 1.00499999999999989… as a double; toFixed would print 1.00.
    expect(describeGap({ ...gap, first: 1.005, delta: -0.995 }, view)).toContain("You 1.01,");
  });

  it("takes other wording, sentence by sentence", () => {
    const catalogue = {
      higher: "{firstGroup} {first} > {secondGroup} {second} ({name}, {delta}{interval})",
      interval: "; {lower} … {upper}, {confidence}",
    };
    expect(sentence(HIGH, {}, { catalogue })).toBe("You 5 > Others 2 (Clarity, 3)");
    expect(sentence({ self: [[5]], peer: rows("33334") }, {}, { catalogue })).toBe(
      "You 5 > Others 3.2 (Clarity, 1.8; 1.24 … 2.36, 95)",
    );
    expect(sentence({ self: [[3]] }, {}, { catalogue })).toContain("there are not enough answers");
  });

  it.each([-1, 1.5, 21, Number.NaN])("refuses %d decimals", (decimals) => {
    expect(() => sentence(HIGH, {}, { decimals })).toThrow(DomainError);
  });

  it("shows a name with braces as it is", () => {
    const view = viewOf(SURVEY, HIGH);
    const [gap] = orThrow(analyzeGaps(view)).competencies;
    if (gap === undefined) throw new Error("no gap");
    expect(describeGap({ ...gap, name: "{first}" }, view)).toMatch(/^\{first\}: You 5/);
  });
});
