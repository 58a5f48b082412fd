import { describe, expect, it } from "vitest";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import type { MissingPolicy } from "../../../src/values/types.js";
import {
  type WeightedMeanOptions,
  type WeightedTerm,
  weightedMean,
} from "../../../src/values/weighted-mean.js";
import { type Refusal, refusals, unwrap } from "./helpers.js";

const SKIP: WeightedMeanOptions = { missing: "skip" };
const mean = (terms: readonly WeightedTerm[], options = SKIP) =>
  unwrap(weightedMean(terms, options));
const terms = (...pairs: [number | null, number][]): WeightedTerm[] =>
  pairs.map(([value, weight], index) => ({ label: `t${index}`, value, weight }));

describe("weightedMean of what is there", () => {
  it.each<[string, [number | null, number][], number]>([
    [
      "two results of 30 and 70 per cent",
      [
        [5, 30],
        [3, 70],
      ],
      3.6,
    ],
    [
      "three equal parts, two of them missing",
      [
        [3.6, 1],
        [null, 1],
        [null, 1],
      ],
      3.6,
    ],
    [
      "5 and 5 without a self review",
      [
        [5, 1],
        [null, 1],
        [5, 1],
      ],
      5,
    ],
    [
      "two feedbacks",
      [
        [3.85, 1],
        [3.3, 1],
      ],
      3.575,
    ],
    [
      "category means with a rating left out",
      [
        [3, 20],
        [3.5, 30],
        [2.5, 10],
      ],
      3.1666666666666665,
    ],
    [
      "a key result of weight 0",
      [
        [1, 0],
        [0, 50],
        [0, 50],
      ],
      0,
    ],
    [
      "negative values",
      [
        [-3, 1],
        [1, 1],
      ],
      -1,
    ],
  ])("%s", (_, pairs, expected) => {
    expect(mean(terms(...pairs)).value).toBeCloseTo(expected, 12);
  });

  it("rolls a scorecard up level by level", () => {
    const upper = mean(terms([80, 50], [100, 50])).value;
    const lower = mean(terms([50, 70], [90, 30])).value;
    const vision = mean(terms([upper, 40], [lower, 60])).value;
    expect([upper, lower]).toEqual([90, 62]);
    expect(vision).toBeCloseTo(73.2, 12);
  });

  it("explains a complete mean", () => {
    expect(
      mean(terms([5, 25], [3, 75]), { missing: "skip", label: "Overall", policyId: "p1" }),
    ).toEqual({
      value: 3.5,
      coverage: 1,
      answered: 2,
      asked: 2,
      status: "complete",
      reasons: [],
      explanation: {
        rule: "weightedMean",
        label: "Overall",
        value: 3.5,
        terms: [
          { label: "t0", value: 5, weight: 25, effectiveWeight: 0.25 },
          { label: "t1", value: 3, weight: 75, effectiveWeight: 0.75 },
        ],
        excluded: [],
        policy: { id: "p1", missing: "skip", minimumCoverage: 0, filled: [] },
        children: [],
      },
    });
  });

  it("turns negative zeros into zeros", () => {
    const { value, explanation } = mean(terms([-0, 1], [3, -0]));
    const numbers = explanation.terms.flatMap((term) => [
      term.value,
      term.weight,
      term.effectiveWeight,
    ]);
    expect([value, ...numbers].some((number) => Object.is(number, -0))).toBe(false);
    expect(verifyExplanation(explanation).ok).toBe(true);
  });
});

describe("weightedMean of what is missing", () => {
  const some = [
    { label: "Goals", value: 5, weight: 30 },
    { label: "Skills", value: 3, weight: 50 },
    { label: "Conduct", value: null, weight: 20, previous: { value: 4, ageDays: 90 } },
  ];
  const carry = (maxAgeDays: number): MissingPolicy => ({ carryForward: { maxAgeDays } });

  it.each<[string, MissingPolicy, number, number, number, string[]]>([
    ["skip", "skip", 3.75, 0.8, 2, ["missing"]],
    ["zero", "zero", 3, 0.8, 2, ["missing-as-zero"]],
    ["carryForward", carry(90), 3.8, 1, 3, ["carried-forward"]],
    ["carryForward of what is too old", carry(89), 3.75, 0.8, 2, ["missing"]],
  ])("%s", (_, missing, value, coverage, answered, reasons) => {
    const result = mean(some, { missing });
    expect(result).toMatchObject({ coverage, answered, asked: 3, status: "partial", reasons });
    expect(result.value).toBeCloseTo(value, 12);
    expect(verifyExplanation(result.explanation).ok).toBe(true);
  });

  it("names what the policy filled in, and what it left out", () => {
    expect(mean(some, { missing: "zero" }).explanation.policy["filled"]).toEqual(["Conduct"]);
    expect(mean(some, { missing: carry(90) }).explanation.policy["filled"]).toEqual(["Conduct"]);
    expect(mean(some).explanation.excluded).toEqual([{ label: "Conduct", reason: "missing" }]);
  });

  it("skips what has nothing to carry forward", () => {
    expect(mean(terms([5, 1], [null, 1]), { missing: carry(9) }).reasons).toEqual(["missing"]);
  });

  it("refuses with an issue for each missing value", () => {
    const result = weightedMean(terms([null, 1], [3, 1], [null, 1]), { missing: "fail" });
    expect(refusals(result)).toEqual([
      ["values/missing-value", "0.value"],
      ["values/missing-value", "2.value"],
    ]);
  });

  it("knows no mean where all is missing", () => {
    const result = mean(terms([null, 0.462], [null, 0.538]));
    expect(result).toMatchObject({
      value: null,
      coverage: 0,
      answered: 0,
      asked: 2,
      status: "insufficient",
      reasons: ["missing", "no-weight"],
    });
    expect(result.explanation).toMatchObject({
      value: null,
      terms: [],
      excluded: [
        { label: "t0", reason: "missing" },
        { label: "t1", reason: "missing" },
      ],
    });
    expect(verifyExplanation(result.explanation).ok).toBe(true);
  });

  it("counts all as 0 where the policy says so", () => {
    expect(mean(terms([null, 1], [null, 1]), { missing: "zero" })).toMatchObject({
      value: 0,
      coverage: 0,
      answered: 0,
      status: "partial",
    });
  });

  it("knows no mean where what is there weighs nothing", () => {
    const result = mean(terms([4, 0], [null, 1]));
    expect(result).toMatchObject({
      value: null,
      coverage: 0,
      answered: 1,
      status: "insufficient",
      reasons: ["missing", "no-weight"],
    });
    expect(result.explanation.excluded).toEqual([
      { label: "t0", reason: "no-weight" },
      { label: "t1", reason: "missing" },
    ]);
  });

  it("counts a term of weight 0 without letting it move score or coverage", () => {
    expect(mean(terms([1, 0], [4, 2]))).toMatchObject({
      value: 4,
      coverage: 1,
      answered: 2,
      asked: 2,
      status: "complete",
    });
    expect(mean(terms([null, 0], [4, 2]))).toMatchObject({
      value: 4,
      coverage: 1,
      answered: 1,
      asked: 2,
      status: "partial",
    });
  });
});

describe("weightedMean below its minimum coverage", () => {
  it("gives no value, and every term its reason", () => {
    const result = mean(terms([5, 30], [3, 49], [null, 21]), {
      missing: "skip",
      minimumCoverage: 0.8,
    });
    expect(result).toMatchObject({
      value: null,
      coverage: 0.79,
      status: "insufficient",
      reasons: ["insufficient-coverage", "missing"],
    });
    expect(result.explanation).toMatchObject({
      terms: [],
      excluded: [
        { label: "t0", reason: "insufficient-coverage" },
        { label: "t1", reason: "insufficient-coverage" },
        { label: "t2", reason: "missing" },
      ],
      policy: { minimumCoverage: 0.8 },
    });
    expect(verifyExplanation(result.explanation).ok).toBe(true);
  });

  it("is not below where only the noise of doubles is", () => {
    // 0.1 + 0.7 over 1 is 0.7999999999999999.
    const options = { missing: "skip", minimumCoverage: 0.8 } as const;
    expect(mean(terms([5, 0.1], [3, 0.7], [null, 0.2]), options).value).not.toBeNull();
  });

  it("does not let zeros stand in for coverage", () => {
    const options = { missing: "zero", minimumCoverage: 0.5 } as const;
    expect(mean(terms([5, 1], [null, 2]), options).value).toBeNull();
  });
});

describe("weightedMean refuses", () => {
  const one = terms([3, 1]);
  const bad = (missing: unknown): WeightedMeanOptions => ({ missing: missing as MissingPolicy });
  it.each<[string, readonly WeightedTerm[], WeightedMeanOptions, Refusal[]]>([
    ["no terms", [], SKIP, [["values/weight-all-zero", ""]]],
    ["weights of 0 only", terms([3, 0]), SKIP, [["values/weight-all-zero", ""]]],
    ["a negative weight", terms([3, -1]), SKIP, [["values/invalid-weight", "0.weight"]]],
    ["a weight that is NaN", terms([3, Number.NaN]), SKIP, [["values/invalid-weight", "0.weight"]]],
    ["a value that is NaN", terms([Number.NaN, 1]), SKIP, [["values/invalid-value", "0.value"]]],
    [
      "an infinite value",
      terms([Number.NEGATIVE_INFINITY, 1]),
      SKIP,
      [["values/invalid-value", "0.value"]],
    ],
    ["labels twice", [...one, ...one], SKIP, [["values/invalid-label", "1.label"]]],
    [
      "an empty label",
      [{ label: "", value: 1, weight: 1 }],
      SKIP,
      [["values/invalid-label", "0.label"]],
    ],
    [
      "a previous value that is NaN",
      [{ label: "a", value: 1, weight: 1, previous: { value: Number.NaN, ageDays: 1 } }],
      SKIP,
      [["values/invalid-value", "0.previous"]],
    ],
    [
      "a previous value from the future",
      [{ label: "a", value: 1, weight: 1, previous: { value: 1, ageDays: -1 } }],
      SKIP,
      [["values/invalid-value", "0.previous"]],
    ],
    [
      "a minimum coverage above 1",
      one,
      { missing: "skip", minimumCoverage: 1.1 },
      [["values/invalid-option", "minimumCoverage"]],
    ],
    [
      "a minimum coverage that is NaN",
      one,
      { missing: "skip", minimumCoverage: Number.NaN },
      [["values/invalid-option", "minimumCoverage"]],
    ],
    ["an unknown policy", one, bad("skp"), [["values/invalid-option", "missing"]]],
    ["no policy", one, bad(undefined), [["values/invalid-option", "missing"]]],
    [
      "a negative age",
      one,
      bad({ carryForward: { maxAgeDays: -1 } }),
      [["values/invalid-option", "missing"]],
    ],
    [
      "an infinite age",
      one,
      bad({ carryForward: { maxAgeDays: Number.POSITIVE_INFINITY } }),
      [["values/invalid-option", "missing"]],
    ],
    [
      "everything at once",
      [...terms([Number.NaN, -1]), { label: "", value: 1, weight: 1 }],
      { missing: "skip", minimumCoverage: 2 },
      [
        ["values/invalid-weight", "0.weight"],
        ["values/invalid-label", "1.label"],
        ["values/invalid-value", "0.value"],
        ["values/invalid-option", "minimumCoverage"],
      ],
    ],
  ])("%s", (_, given, options, expected) => {
    expect(refusals(weightedMean(given, options))).toEqual(expected);
  });
});
