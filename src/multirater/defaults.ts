import type { FilledSummaryPolicy } from "./summary-types.js";
import type { NonAnswer } from "./types.js";

/** The non-answers in the order of their codes, 0 to 3. */
export const NON_ANSWERS: readonly NonAnswer[] = /* @__PURE__ */ Object.freeze([
  "skipped",
  "notApplicable",
  "unableToRate",
  "tooNew",
] as const);

/** Code of the lowest scale point; smaller codes are non-answers. */
export const FIRST_POINT_CODE = 4;

/** The relationship of a subject to themself. */
export const SELF = "self";

/** Name of the composite of all groups but `self`. */
export const OTHERS = "others";

/** How answers become scores where nothing else is asked for. */
export const DEFAULT_SUMMARY_POLICY: FilledSummaryPolicy = /* @__PURE__ */ Object.freeze({
  id: "default",
  averaging: "itemFirst",
  composition: "byGroup",
  minimumCoverage: 0,
} as const);

/** Most points that an item's scale can have: codes are held in 16 bits. */
export const MOST_SCALE_POINTS = 65_000;
