import { describe, expect, it } from "vitest";
import { bandOf } from "../../../src/values/band-of.js";
import { createBands } from "../../../src/values/create-bands.js";
import { type RoundingMode, roundForDisplay } from "../../../src/values/round-for-display.js";
import type { Band, Direction } from "../../../src/values/types.js";
import { type Refusal, refusals, thrownCode, unwrap } from "./helpers.js";

describe("roundForDisplay", () => {
  it.each([
    [1.005, 2, 1.01],
    [3.575, 3, 3.575],
    [3.7666666666666666, 3, 3.767],
    [84.4, 0, 84],
    [1e21, 2, 1e21],
    [1.5e-7, 7, 2e-7],
    [1e-7, 2, 0],
    [5e-324, 20, 0],
    [123456789.5, 0, 123456790],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.4000000000000004, 20, 2.4000000000000004],
  ])("rounds %d to %d decimals as %d", (value, decimals, expected) => {
    expect(roundForDisplay(value, { decimals })).toBe(expected);
  });

  it.each<RoundingMode>(["halfAwayFromZero", "halfEven", "halfTowardPositive", "truncate"])(
    "never gives a negative zero with %s",
    (mode) => {
      const zeros = [
        roundForDisplay(-0.01, { decimals: 1, mode }),
        roundForDisplay(-0, { decimals: 1, mode }),
      ];
      expect(zeros.every((zero) => Object.is(zero, 0))).toBe(true);
    },
  );

  it.each<[number, number, string]>([
    [Number.NaN, 2, "halfEven"],
    [Number.POSITIVE_INFINITY, 2, "halfEven"],
    [1, 1.5, "halfEven"],
    [1, -1, "halfEven"],
    [1, 21, "halfEven"],
    [1, Number.NaN, "halfEven"],
    [1, 2, "halfUp"],
    [1, 2, "constructor"],
  ])("refuses %d to %d decimals with %s", (value, decimals, mode) => {
    const call = () => roundForDisplay(value, { decimals, mode: mode as RoundingMode });
    expect(thrownCode(call)).toBe("values/out-of-range");
  });
});

const bands = (...froms: (number | null)[]): Band[] =>
  froms.map((from, index) => ({ label: `b${index}`, from }));
const labels = (list: Band[], direction: Direction, scores: number[], to?: number) => {
  const made = unwrap(createBands(list, { direction, to }));
  return scores.map((score) => bandOf(made, score)?.label ?? null);
};

describe("bandOf", () => {
  it("leaves no hole between integer bounds", () => {
    const scores = [30, 30.5, 31, 79.5, 80, 100, 100.1, -0.1];
    expect(labels(bands(0, 31, 80), "higherIsBetter", scores, 100)).toEqual([
      "b0",
      "b0",
      "b1",
      "b1",
      "b2",
      "b2",
      null,
      null,
    ]);
  });

  it("bands the unrounded score", () => {
    const scores = [90, 89.6, 89.1, 75, 74.999, 60, 45, 44.99, 0];
    expect(labels(bands(null, 45, 60, 75, 90), "higherIsBetter", scores)).toEqual([
      "b4",
      "b3",
      "b3",
      "b3",
      "b2",
      "b2",
      "b1",
      "b0",
      "b0",
    ]);
  });

  it("gives a boundary to the better band of its direction", () => {
    const scores = [0, 10, 10.01, 20, 30];
    expect(labels(bands(0, 10, 20), "lowerIsBetter", scores, 30)).toEqual([
      "b0",
      "b0",
      "b1",
      "b1",
      "b2",
    ]);
    expect(labels(bands(0, 10, 20), "higherIsBetter", scores, 30)).toEqual([
      "b0",
      "b1",
      "b1",
      "b2",
      "b2",
    ]);
  });

  it("does not let the noise of doubles decide", () => {
    const noisy = (0.4 - 0.3) * 100;
    expect(noisy).toBeGreaterThan(10);
    expect(labels(bands(0, 10), "lowerIsBetter", [noisy], 100)).toEqual(["b0"]);
    expect(labels(bands(0, 1), "higherIsBetter", [1 - 1e-12, 0 - 1e-12, 4 + 1e-12], 4)).toEqual([
      "b1",
      "b0",
      "b1",
    ]);
    expect(labels(bands(null, 60), "higherIsBetter", [59.99999999999999])).toEqual(["b1"]);
  });

  it("has one band for everything", () => {
    expect(labels(bands(null), "lowerIsBetter", [-1e99, 0, 1e99])).toEqual(["b0", "b0", "b0"]);
  });

  it("takes the upper end from the highest band", () => {
    const made = unwrap(
      createBands([{ label: "only", from: 0, to: 10 }], { direction: "higherIsBetter" }),
    );
    expect(made.to).toBe(10);
    expect([10, 10.1].map((score) => bandOf(made, score)?.label ?? null)).toEqual(["only", null]);
  });

  it.each([[bands(null)], [bands(0)]])("refuses a score that is not finite for %j", (list) => {
    const made = unwrap(createBands(list, { direction: "higherIsBetter" }));
    expect(thrownCode(() => bandOf(made, Number.NaN))).toBe("kernel/invariant");
  });
});

describe("createBands", () => {
  const meet = (first: number): Band[] => [
    { label: "a", from: 0, to: first },
    { label: "b", from: 50, to: 100 },
  ];
  it.each<[string, Band[], number | undefined, Refusal[]]>([
    ["bands that meet", meet(50), 100, []],
    ["bounds that differ by noise only", meet(50.00000000000001), 100, []],
    ["no bands", [], undefined, [["values/empty-list", "bands"]]],
    ["a gap", meet(49), 100, [["values/band-gap", "bands.0.to"]]],
    ["a gap below the upper end", meet(50), 101, [["values/band-gap", "bands.1.to"]]],
    ["an overlap", meet(51), 100, [["values/band-overlap", "bands.0.to"]]],
    ["an overlap of the upper end", meet(50), 99, [["values/band-overlap", "bands.1.to"]]],
    ["bands out of order", bands(10, 0, 20), 30, [["values/band-order", "bands.1.from"]]],
    ["equal bounds", bands(0, 0), 30, [["values/band-order", "bands.1.from"]]],
    [
      "an open band that is not the lowest",
      bands(0, null),
      undefined,
      [["values/band-open", "bands.1.from"]],
    ],
    ["an upper end below the highest band", bands(0, 10), 10, [["values/band-end", "to"]]],
    [
      "a bound that is NaN",
      bands(Number.NaN, 1),
      undefined,
      [["values/not-finite", "bands.0.from"]],
    ],
    [
      "infinite ends",
      [{ label: "a", from: 0, to: Number.POSITIVE_INFINITY }],
      Number.POSITIVE_INFINITY,
      [
        ["values/not-finite", "bands.0.to"],
        ["values/not-finite", "to"],
      ],
    ],
    [
      "labels",
      [
        { label: "", from: 0 },
        { label: "a", from: 1 },
        { label: "a", from: 2 },
      ],
      undefined,
      [
        ["values/empty-label", "bands.0.label"],
        ["values/duplicate-label", "bands.2.label"],
      ],
    ],
  ])("judges %s", (_, list, to, expected) => {
    expect(refusals(createBands(list, { direction: "higherIsBetter", to }))).toEqual(expected);
  });
});

it("refuses bands in no known direction", () => {
  const bands = createBands([{ label: "all", from: null }], {
    direction: "up" as "higherIsBetter",
  });
  expect(bands.ok ? [] : bands.issues.map(({ code, path }) => `${code}@${path}`)).toEqual([
    "values/out-of-range@direction",
  ]);
});
