import type { CaseShape } from "./arbitrary-case.js";

/** The kinds of cases that the proofs run over. */
export const SHAPES = {
  /** A few subjects and every policy. */
  usual: {
    subjects: [1, 3],
    competencies: 2,
    items: 3,
    raters: 7,
    topCode: true,
    planned: 60,
  },
  /** Enough subjects and raters for a spread that is pooled over subjects. */
  cohort: {
    subjects: [11, 12],
    competencies: 2,
    items: 2,
    raters: 7,
    topCode: false,
    planned: 40,
    large: true,
  },
  /** Small enough to try every set of raters; coarsened means are no linear functionals. */
  small: {
    subjects: [1, 2],
    competencies: 2,
    items: 3,
    raters: 5,
    topCode: false,
    planned: 45,
  },
  /** The same, with a confidential rater among the readers as often as not. */
  read: {
    subjects: [1, 2],
    competencies: 2,
    items: 2,
    raters: 5,
    topCode: false,
    planned: 40,
    readers: 100,
  },
} as const satisfies Record<string, CaseShape>;
