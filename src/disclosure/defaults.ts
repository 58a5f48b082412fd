/** Name of the pool of groups that are too small to stand alone. */
export const DEFAULT_POOL = "otherRaters";

/**
 * Fewest people behind any number that is shown. Three is the smallest group in which no member can
 * subtract their own answer and read another's (ESOMAR and statistical offices' minimum frequency
 * rules; Hundepool et al. 2012, "Statistical Disclosure Control", chapter 4).
 */
export const DEFAULT_MINIMUM = 3;

/** Fewest people behind a spread: a mean with an SD pins two answers down, and nearly pins three. */
export const DEFAULT_MINIMUM_FOR_SPREAD = 5;
