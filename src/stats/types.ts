/** The functions of a distribution; `Shape` are its degrees of freedom. */
export interface Distribution<Shape extends readonly number[]> {
  /** Probability at or below a point, 0 to 1; `null` where an argument is out of its domain. */
  readonly cdf: (x: number, ...shape: Shape) => number | null;
  /** Probability above a point, with all digits of a small tail; `null` as for `cdf`. */
  readonly survival: (x: number, ...shape: Shape) => number | null;
  /** The point below which the probability is `p`; `null` where there is no finite one. */
  readonly quantile: (p: number, ...shape: Shape) => number | null;
}

/** An interval for an unknown number. */
export interface ConfidenceInterval {
  /** Lower end, in the unit of the data. */
  readonly lower: number;
  /** Upper end, in the unit of the data. */
  readonly upper: number;
  /** Share of such intervals that hold the number, between 0 and 1. */
  readonly confidence: number;
}

/** A quantile with its probability. */
export interface QuantilePoint {
  /** The probability, 0 to 1. */
  readonly p: number;
  /** The quantile, in the unit of the data; `null` where there are no values. */
  readonly value: number | null;
}

/** How `describeSample` describes. */
export interface DescribeSampleOptions {
  /** Share of the confidence intervals, between 0 and 1; 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Share trimmed from each end, from 0 to below 0.5; 0.2 by default. */
  readonly trim?: number | undefined;
  /** Probabilities of the listed quantiles, each 0 to 1; 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1 by default. */
  readonly probabilities?: readonly number[] | undefined;
}

/** Robust measures of a sample, with a share of its order statistics trimmed from each end. */
export interface TrimmedDescription {
  /** Mean of what is left when the ends are cut off; `null` for an empty sample. */
  readonly trimmedMean: number | null;
  /** Yuen's standard error of the trimmed mean; `null` for fewer than 2 values. */
  readonly trimmedStandardError: number | null;
  /** Interval for the trimmed mean, by Student's t; `null` for fewer than 2 values. */
  readonly trimmedConfidenceInterval: ConfidenceInterval | null;
  /** Mean with the ends pulled in to the nearest kept value; `null` for an empty sample. */
  readonly winsorizedMean: number | null;
  /** Standard deviation, divisor n − 1, of the pulled-in values; `null` for fewer than 2 values. */
  readonly winsorizedSd: number | null;
}

/** Shape of a distribution; every field is `null` where all values are equal. */
export interface ShapeDescription {
  /** Skewness `m₃ / m₂^1.5` (type 1); `null` for fewer than 2 values. */
  readonly skewness: number | null;
  /** Skewness adjusted for the sample size (type 2); `null` for fewer than 3 values. */
  readonly skewnessAdjusted: number | null;
  /** Excess kurtosis `m₄ / m₂² − 3` (type 1); `null` for fewer than 2 values. */
  readonly excessKurtosis: number | null;
  /** Excess kurtosis adjusted for the sample size (type 2); `null` for fewer than 4 values. */
  readonly excessKurtosisAdjusted: number | null;
}

/** What a sample looks like. Measures are in the unit of the data unless they say otherwise. */
export interface SampleDescription extends TrimmedDescription, ShapeDescription {
  /** Number of values that are present. */
  readonly n: number;
  /** Number of values that are `null`. */
  readonly missing: number;
  /** Arithmetic mean; `null` for an empty sample. */
  readonly mean: number | null;
  /** Standard deviation with the divisor n − 1; `null` for fewer than 2 values. */
  readonly sdSample: number | null;
  /** Standard deviation with the divisor n; `null` for an empty sample. */
  readonly sdPopulation: number | null;
  /** Variance with the divisor n − 1, in squared units; `null` for fewer than 2 values. */
  readonly varSample: number | null;
  /** Standard error of the mean, `sdSample / √n`; `null` for fewer than 2 values. */
  readonly standardError: number | null;
  /** Interval for the mean, by Student's t; `null` for fewer than 2 values. */
  readonly confidenceInterval: ConfidenceInterval | null;
  /** Lowest value; `null` for an empty sample. */
  readonly min: number | null;
  /** Highest value; `null` for an empty sample. */
  readonly max: number | null;
  /** Median; `null` for an empty sample. */
  readonly median: number | null;
  /** Lower quartile (type 7); `null` for an empty sample. */
  readonly lowerQuartile: number | null;
  /** Upper quartile (type 7); `null` for an empty sample. */
  readonly upperQuartile: number | null;
  /** Interquartile range (type 7); `null` for an empty sample. */
  readonly iqr: number | null;
  /** Quantiles (type 7) at the probabilities asked for, in that order. */
  readonly quantiles: readonly QuantilePoint[];
  /** Median absolute deviation from the median; `null` for an empty sample. */
  readonly madRaw: number | null;
  /** `1.4826 × madRaw`, which estimates the standard deviation of normal data; `null` for an empty sample. */
  readonly madScaled: number | null;
}

/** How `describeWeighted` describes. */
export interface DescribeWeightedOptions {
  /** Share of the confidence interval, between 0 and 1; 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** What a weighted sample looks like. Measures are in the unit of the data unless they say otherwise. */
export interface WeightedDescription {
  /** Number of values that are present and have a weight above 0. */
  readonly n: number;
  /** Number of pairs whose value or weight is `null`. */
  readonly missing: number;
  /** Number of values that are present but have a weight of 0; they move nothing. */
  readonly zeroWeights: number;
  /** Sum of the weights in use, V₁; 0 for an empty sample. */
  readonly sumWeights: number;
  /** Kish's effective sample size, V₁² / V₂ with V₂ = Σw²; `null` for an empty sample. */
  readonly kishEffectiveN: number | null;
  /** Weighted mean; `null` for an empty sample. */
  readonly mean: number | null;
  /** Variance with the divisor V₁ − V₂/V₁: weights say how reliable a value is; `null` for n < 2. */
  readonly varReliability: number | null;
  /** Square root of `varReliability`; `null` for n < 2. */
  readonly sdReliability: number | null;
  /** Variance with the divisor V₁ − 1: weights count repetitions; `null` where V₁ is not above 1. */
  readonly varFrequency: number | null;
  /** Variance with the divisor V₁; `null` for an empty sample. */
  readonly varPopulation: number | null;
  /** Standard error of the mean, `sdReliability / √kishEffectiveN`; `null` for n < 2. */
  readonly standardErrorReliability: number | null;
  /** Standard error of the mean by linearisation, as in survey sampling; `null` for n < 2. */
  readonly standardErrorLinearized: number | null;
  /** Normal interval for the mean with the linearised standard error; `null` for n < 2. */
  readonly confidenceInterval: ConfidenceInterval | null;
  /** Weighted median; `null` for an empty sample. */
  readonly median: number | null;
}
