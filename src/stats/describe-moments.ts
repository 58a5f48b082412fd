import { confidenceInterval } from "./confidence-interval.js";
import { describeShape, NO_SHAPE } from "./describe-shape.js";
import { meanOf, sumOfSquares } from "./deviation-sums.js";
import { studentTQuantile } from "./student-t.js";
import type { SampleDescription, ShapeDescription } from "./types.js";

type Moments = Pick<
  SampleDescription,
  "mean" | "sdSample" | "sdPopulation" | "varSample" | "standardError" | "confidenceInterval"
> &
  ShapeDescription;

/** Mean, spread, interval and shape of a sorted sample. */
export function describeMoments(sorted: readonly number[], confidence: number): Moments {
  const n = sorted.length;
  if (n === 0) return NO_MOMENTS;
  const mean = meanOf(sorted);
  const squares = sumOfSquares(sorted, mean);
  const sdPopulation = Math.sqrt(squares / n);
  const varSample = n < 2 ? null : squares / (n - 1);
  const sdSample = varSample === null ? null : Math.sqrt(varSample);
  const standardError = sdSample === null ? null : sdSample / Math.sqrt(n);
  return {
    mean,
    sdSample,
    sdPopulation,
    varSample,
    standardError,
    confidenceInterval: confidenceInterval({ estimate: mean, standardError, confidence }, (p) =>
      studentTQuantile(p, n - 1),
    ),
    ...(sdPopulation > 0 ? describeShape(sorted, mean, sdPopulation) : NO_SHAPE),
  };
}

const NO_MOMENTS: Moments = /* @__PURE__ */ Object.freeze({
  mean: null,
  sdSample: null,
  sdPopulation: null,
  varSample: null,
  standardError: null,
  confidenceInterval: null,
  skewness: null,
  skewnessAdjusted: null,
  excessKurtosis: null,
  excessKurtosisAdjusted: null,
});
