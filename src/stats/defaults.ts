/** Share of a confidence interval where none is given, the convention of the field. */
export const DEFAULT_CONFIDENCE = 0.95;

/** Share trimmed from each end where none is given (Wilcox 2012, "Introduction to robust estimation"). */
export const DEFAULT_TRIM = 0.2;

/** Probabilities of the quantiles that are listed where none are given. */
export const DEFAULT_PROBABILITIES: readonly number[] = /* @__PURE__ */ Object.freeze([
  0, 0.1, 0.25, 0.5, 0.75, 0.9, 1,
]);

/** `1 / Φ⁻¹(¾)`, to the four digits R uses: scales a median deviation to a standard deviation. */
export const MAD_SCALE = 1.4826;

/** Largest magnitude of a value or a weight, so that no sum of squares leaves the range of doubles. */
export const LARGEST_MAGNITUDE = 1e100;

/** Two cumulative weights are equal within this share of the total. */
export const WEIGHT_TOLERANCE = 1e-9;

/** Largest degrees of freedom of chi-square, and of the smaller ones of F; beyond, time runs out. */
export const LARGEST_DEGREES_OF_FREEDOM = 1e9;
