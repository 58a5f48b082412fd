import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { describeSample } from "../../../src/stats/describe-sample.js";
import { describeWeighted } from "../../../src/stats/describe-weighted.js";
import { quantile } from "../../../src/stats/quantile.js";
import type { ConfidenceInterval } from "../../../src/stats/types.js";
import { expectClose, type OracleFile, type OracleNumber, type OracleRunner } from "./close.js";

type Values = readonly (number | null)[];
type Bounds = readonly [OracleNumber, OracleNumber];

interface Groups<Input, Expected> {
  readonly input: { readonly groups: Readonly<Record<string, Input>> };
  readonly expected: { readonly groups: Readonly<Record<string, Expected>> };
}

/** Everything that a file states about a group: numbers, intervals, and one table of quantiles. */
interface ExpectedGroup {
  readonly [name: string]: OracleNumber | Bounds | QuantileTable;
}

interface QuantileTable {
  readonly p: readonly number[];
  readonly q: readonly OracleNumber[];
}

/** Our value of every field that a file states, by the file's name for it. */
type Actual = Readonly<Record<string, number | null | Bounds>>;

function boundsOf(interval: ConfidenceInterval | null): Bounds {
  return interval === null ? [null, null] : [interval.lower, interval.upper];
}

function testGroups<Input, Expected extends ExpectedGroup>(
  file: OracleFile,
  describeGroup: (input: Input) => Actual,
): void {
  const { input, expected } = file as unknown as Groups<Input, Expected>;
  const names = Object.keys(input.groups);
  it("states an answer for every group", () => {
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(expected.groups)).toEqual(names);
  });
  for (const name of names) {
    const stated = expected.groups[name] as Expected;
    const fields = Object.entries(stated).filter(([field]) => field !== "quantileType7");
    it(`${name}: every field of the file is answered`, () => {
      const actual = describeGroup(input.groups[name] as Input);
      expect(Object.keys(actual).sort()).toEqual(fields.map(([field]) => field).sort());
    });
    it.each(fields)(`${name}: %s`, (field, wanted) => {
      const actual = describeGroup(input.groups[name] as Input)[field];
      const theirs = [wanted].flat() as readonly OracleNumber[];
      const ours = [actual].flat() as readonly (number | null)[];
      expect(ours.length).toBe(theirs.length);
      theirs.forEach((value, index) => {
        const what = `${name}.${field}[${index}]`;
        expectClose(ours[index], value, { tolerance: file.tolerance, what });
      });
    });
  }
}

function descriptives(file: OracleFile): void {
  testGroups<Values, ExpectedGroup>(file, (values) => {
    const sample = orThrow(describeSample(values));
    return {
      n: sample.n,
      mean: sample.mean,
      sdSample: sample.sdSample,
      sdPopulation: sample.sdPopulation,
      varSample: sample.varSample,
      se: sample.standardError,
      tCI95: boundsOf(sample.confidenceInterval),
      min: sample.min,
      max: sample.max,
      median: sample.median,
      iqrType7: sample.iqr,
      madRaw: sample.madRaw,
      madScaled: sample.madScaled,
      trimmedMean20: sample.trimmedMean,
      trimmedMeanSE: sample.trimmedStandardError,
      trimmedMeanCI95: boundsOf(sample.trimmedConfidenceInterval),
      winsorizedMean20: sample.winsorizedMean,
      winsorizedSd20: sample.winsorizedSd,
      skewnessG1: sample.skewness,
      skewnessAdjusted: sample.skewnessAdjusted,
      excessKurtosisG2: sample.excessKurtosis,
      excessKurtosisAdjusted: sample.excessKurtosisAdjusted,
    };
  });
  testQuantiles(file);
}

function testQuantiles(file: OracleFile): void {
  const { input, expected } = file as unknown as Groups<Values, ExpectedGroup>;
  for (const [name, values] of Object.entries(input.groups)) {
    const { p, q } = (expected.groups[name] as ExpectedGroup)["quantileType7"] as QuantileTable;
    it.each(p.map((at, index) => [at, q[index] as OracleNumber] as const))(
      `${name}: quantile %f, alone and in the description`,
      (at, wanted) => {
        const close = { tolerance: file.tolerance, what: `${name} at ${at}` };
        expectClose(orThrow(quantile(values, at)), wanted, close);
        const listed = orThrow(describeSample(values)).quantiles;
        expectClose(listed.find((point) => point.p === at)?.value, wanted, close);
      },
    );
  }
}

interface WeightedGroup {
  readonly x: Values;
  readonly w: Values;
}

function weightedDescriptives(file: OracleFile): void {
  testGroups<WeightedGroup, ExpectedGroup>(file, ({ x, w }) => {
    const sample = orThrow(describeWeighted(x, w));
    return {
      n: sample.n,
      sumWeights: sample.sumWeights,
      kishEffectiveN: sample.kishEffectiveN,
      mean: sample.mean,
      varReliability: sample.varReliability,
      sdReliability: sample.sdReliability,
      varFrequency: sample.varFrequency,
      varPopulation: sample.varPopulation,
      seReliability: sample.standardErrorReliability,
      seLinearized: sample.standardErrorLinearized,
      ci95NormalLinearized: boundsOf(sample.confidenceInterval),
      weightedMedian: sample.median,
    };
  });
}

/** The runners of the kinds that the stats room answers. */
export const runners: Readonly<Record<string, OracleRunner>> = {
  descriptives,
  "weighted-descriptives": weightedDescriptives,
};
