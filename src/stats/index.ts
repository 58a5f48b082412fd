/**
 * Statistics without a word of personnel: description of samples, quantiles and distributions.
 *
 * @module stats
 */

export { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from "./chi-square.js";
export {
  DEFAULT_CONFIDENCE,
  DEFAULT_PROBABILITIES,
  DEFAULT_TRIM,
  LARGEST_DEGREES_OF_FREEDOM,
  MAD_SCALE,
} from "./defaults.js";
export { describeSample } from "./describe-sample.js";
export { describeWeighted } from "./describe-weighted.js";
export { chiSquare, fisherF, normal, studentT } from "./distributions.js";
export { fisherFCdf, fisherFQuantile, fisherFSurvival } from "./fisher-f.js";
export { normalCdf, normalQuantile, normalSurvival } from "./normal.js";
export { quantile } from "./quantile.js";
export { studentTCdf, studentTQuantile, studentTSurvival } from "./student-t.js";
export type {
  ConfidenceInterval,
  DescribeSampleOptions,
  DescribeWeightedOptions,
  Distribution,
  QuantilePoint,
  SampleDescription,
  ShapeDescription,
  TrimmedDescription,
  WeightedDescription,
} from "./types.js";
