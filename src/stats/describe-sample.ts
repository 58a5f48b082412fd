import { fail, ok } from "../kernel/result.js";
import type { Issue, Result } from "../kernel/types.js";
import { DEFAULT_CONFIDENCE, DEFAULT_PROBABILITIES, DEFAULT_TRIM } from "./defaults.js";
import { describeMoments } from "./describe-moments.js";
import { describeOrder } from "./describe-order.js";
import { describeTrimmed } from "./describe-trimmed.js";
import { checkConfidence, checkNumbers, outOfRange, sortPresent } from "./present-values.js";
import type { DescribeSampleOptions, SampleDescription } from "./types.js";

/**
 * Describes a sample: location, spread, order statistics, robust measures and shape.
 *
 * @remarks Nulls are counted and left out. The mean is the correctly rounded exact sum over n;
 * squared deviations are summed exactly, so the order of the values moves no bit. Quantiles are of
 * type 7 (Hyndman and Fan 1996), intervals by Student's t, the trimmed mean with Yuen's standard
 * error (1974), skewness and kurtosis of type 1 and 2 (Joanes and Gill 1998). What a sample is too
 * small to say is `null`; an empty one has `n` 0 and no measures.
 * @param values - the numbers, `null` where one is missing, at most 1e100 in magnitude.
 * @param options - confidence, share to trim, and probabilities of the quantiles to list.
 * @returns the description; or an issue for every entry that is no number (`stats/not-finite`, with
 *   its index) and every option out of bounds (`stats/out-of-range`).
 * @example
 * ```ts
 * import { describeSample } from "truescore/stats";
 *
 * const sample = describeSample([4, null, 3, 5, null, 2, 4]);
 * sample.ok ? [sample.value.n, sample.value.missing, sample.value.mean, sample.value.median] : [];
 * // => [5, 2, 3.6, 4]
 * const lone = describeSample([4]);
 * lone.ok ? lone.value.sdSample : undefined; // => null
 * ```
 */
export function describeSample(
  values: readonly (number | null)[],
  options: DescribeSampleOptions = {},
): Result<SampleDescription> {
  const settings = {
    confidence: options.confidence ?? DEFAULT_CONFIDENCE,
    trim: options.trim ?? DEFAULT_TRIM,
    probabilities: options.probabilities ?? DEFAULT_PROBABILITIES,
  };
  const issues = [...checkNumbers(values, "A value", []), ...checkSettings(settings)];
  if (issues.length > 0) return fail(issues);
  const sorted = sortPresent(values);
  return ok({
    n: sorted.length,
    missing: values.length - sorted.length,
    ...describeMoments(sorted, settings.confidence),
    ...describeOrder(sorted, settings.probabilities),
    ...describeTrimmed(sorted, settings),
  });
}

interface Settings {
  readonly confidence: number;
  readonly trim: number;
  readonly probabilities: readonly number[];
}

function checkSettings({ confidence, trim, probabilities }: Settings): Issue[] {
  const issues = checkConfidence(confidence);
  if (!(trim >= 0 && trim < 0.5)) issues.push(outOfRange("trim", "from 0 to below 0.5", trim));
  const stray = probabilities.find((p) => !(p >= 0 && p <= 1));
  if (stray !== undefined) issues.push(outOfRange("probabilities", "from 0 to 1", stray));
  return issues;
}
