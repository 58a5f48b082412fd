import { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from "./chi-square.js";
import { fisherFCdf, fisherFQuantile, fisherFSurvival } from "./fisher-f.js";
import { normalCdf, normalQuantile, normalSurvival } from "./normal.js";
import { studentTCdf, studentTQuantile, studentTSurvival } from "./student-t.js";
import type { Distribution } from "./types.js";

/**
 * Student's t distribution: {@link studentTCdf}, {@link studentTSurvival} and
 * {@link studentTQuantile} under one name. Import those alone where size matters.
 *
 * @example
 * ```ts
 * import { studentT } from "truescore/stats";
 *
 * studentT.quantile(0.975, 10)?.toFixed(3); // => "2.228"
 * ```
 */
export const studentT: Distribution<[df: number]> = /* @__PURE__ */ Object.freeze({
  cdf: studentTCdf,
  survival: studentTSurvival,
  quantile: studentTQuantile,
});

/**
 * The standard normal distribution: {@link normalCdf}, {@link normalSurvival} and
 * {@link normalQuantile} under one name.
 *
 * @example
 * ```ts
 * import { normal } from "truescore/stats";
 *
 * normal.quantile(0.975)?.toFixed(3); // => "1.960"
 * ```
 */
export const normal: Distribution<[]> = /* @__PURE__ */ Object.freeze({
  cdf: normalCdf,
  survival: normalSurvival,
  quantile: normalQuantile,
});

/**
 * Fisher's F distribution: {@link fisherFCdf}, {@link fisherFSurvival} and {@link fisherFQuantile}
 * under one name.
 *
 * @example
 * ```ts
 * import { fisherF } from "truescore/stats";
 *
 * fisherF.survival(4.5, 2, 9)?.toFixed(3); // => "0.044"
 * ```
 */
export const fisherF: Distribution<[df1: number, df2: number]> = /* @__PURE__ */ Object.freeze({
  cdf: fisherFCdf,
  survival: fisherFSurvival,
  quantile: fisherFQuantile,
});

/**
 * The chi-square distribution: {@link chiSquareCdf}, {@link chiSquareSurvival} and
 * {@link chiSquareQuantile} under one name.
 *
 * @example
 * ```ts
 * import { chiSquare } from "truescore/stats";
 *
 * chiSquare.survival(3.84, 1)?.toFixed(3); // => "0.050"
 * ```
 */
export const chiSquare: Distribution<[df: number]> = /* @__PURE__ */ Object.freeze({
  cdf: chiSquareCdf,
  survival: chiSquareSurvival,
  quantile: chiSquareQuantile,
});
