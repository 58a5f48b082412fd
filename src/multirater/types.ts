import type { Issue } from "../kernel/types.js";
import type { RatingScale } from "../values/types.js";

/**
 * Why there is no rating: the item does not apply, the rater has not seen the behaviour, knows the
 * subject for too short a time, or left the item out. Counted, and never a number.
 */
export type NonAnswer = "notApplicable" | "unableToRate" | "tooNew" | "skipped";

/** One statement that raters rate. */
export interface SurveyItem {
  /** Identifier, unique in the survey, never empty. */
  readonly id: string;
  /** The statement as raters read it; absence means that a product keeps texts elsewhere. */
  readonly text?: string | undefined;
  /**
   * Identifier of the item's scale among the survey's scales. An item that is worded the other way
   * round names a scale whose `direction` is `lowerIsBetter`; its answers are turned when they meet
   * the reporting scale.
   */
  readonly scaleId: string;
  /** Weight among the items of its competency, 0 or more; 1 by default. */
  readonly weight?: number | undefined;
}

/** A competency: items that are scored together. */
export interface SurveyCompetency {
  /** Identifier, unique in the survey, never empty. */
  readonly id: string;
  /** Name for display; absence means the identifier is shown. */
  readonly name?: string | undefined;
  /** Weight among the competencies, 0 or more; 1 by default. */
  readonly weight?: number | undefined;
  /** The items, at least one. */
  readonly items: readonly SurveyItem[];
}

/** How raters stand to the subject: `self`, `manager`, `peer`, `directReport`, `customer` or the survey's own. */
export interface SurveyRelationship {
  /** Identifier, unique in the survey, never empty, neither `others` nor `otherRaters`. `self` is the subject. */
  readonly id: string;
  /** Name for display; absence means the identifier is shown. */
  readonly name?: string | undefined;
  /** `true` where the subject knows who gave the answers. `self` always is; a manager usually. */
  readonly identified: boolean;
  /** Weight among the groups of others, 0 or more; 1 by default. The weight of `self` is never used. */
  readonly weight?: number | undefined;
}

/** Where the answers of a group too small to be shown go: into another confidential relationship. */
export interface FoldRule {
  /** The confidential relationship that is folded when it has too few raters. */
  readonly from: string;
  /** The confidential relationship that receives its raters. */
  readonly into: string;
}

/** Coarsens the ends of the scale for small groups, so that a mean at the end does not tell every answer. */
export interface TopCodePolicy {
  /** Applies to every confidential cell with fewer raters than this. */
  readonly belowRaters: number;
  /** Share of the scale's span, above 0 and at most 0.25, that means keep from either end. */
  readonly margin: number;
}

/** What may be shown of confidential answers. It freezes with the survey; a reader can only be stricter. */
export interface DisclosurePolicy {
  /** Identifier of the policy; views and explanations name it. */
  readonly id: string;
  /** Fewest confidential raters behind any number that is shown, 2 or more; 3 by default. */
  readonly minimumRaters?: number | undefined;
  /** Fewest confidential raters behind a spread (SD, median, distribution, standard error); 5 by default. */
  readonly minimumForSpread?: number | undefined;
  /** Where groups with too few raters go, in this order; what is left is pooled as `otherRaters`. */
  readonly folds?: readonly FoldRule[] | undefined;
  /** `items` (default) shows items and competencies; `competencies` never shows an item. */
  readonly publish?: "items" | "competencies" | undefined;
  /** Coarsens means at the scale's ends in small groups; absence means it does not. */
  readonly topCode?: TopCodePolicy | undefined;
}

/** A 360-degree survey: what is asked, on which scales, of whom, and what may be shown. */
export interface Survey {
  /** Identifier, never empty. */
  readonly id: string;
  /** Version, a whole number from 1. Once a response is submitted a change makes a new version. */
  readonly version: number;
  /** The scales that items name, at least one. */
  readonly scales: readonly RatingScale[];
  /** Identifier of the scale on which competency scores are reported. */
  readonly reportingScaleId: string;
  /** The competencies, at least one. */
  readonly competencies: readonly SurveyCompetency[];
  /** The relationships, at least one; `self` need not be among them. */
  readonly relationships: readonly SurveyRelationship[];
  /** What may be shown of confidential answers. */
  readonly disclosure: DisclosurePolicy;
}

/** One rater's answer to one item. */
export interface ResponseAnswer {
  /** Identifier of the item. */
  readonly itemId: string;
  /** A value on the item's scale, or why there is none. */
  readonly value: number | NonAnswer;
  /** What the rater wrote; never tallied. */
  readonly comment?: string | undefined;
}

/** One rater's submitted answers about one subject. */
export interface Response {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Version of the survey that was answered; absence means the version it is tallied with. */
  readonly surveyVersion?: number | undefined;
  /** Who is rated, never empty. */
  readonly subjectId: string;
  /** Who rates, never empty. The subject's own answers have the relationship `self`. */
  readonly raterId: string;
  /** Identifier of the rater's relationship when answering. */
  readonly relationship: string;
  /** When it was submitted, an ISO 8601 instant with an offset or `Z`. */
  readonly submittedAt: string;
  /** Order among responses submitted at the same instant, a whole number; 0 by default. */
  readonly sequence?: number | undefined;
  /** The answers, each item at most once; an item that is not in the list counts as `skipped`. */
  readonly answers: readonly ResponseAnswer[];
}

/** Responses as columns of codes, for bulk work: row `r` holds the answers of one response. */
export interface ResponseColumns {
  /** The subjects' identifiers; rows name them by index. */
  readonly subjectIds: readonly string[];
  /** How many raters there are; rows name them by index, 0 to `raterCount` − 1. */
  readonly raterCount: number;
  /** Index of the subject of every row. */
  readonly subjects: Int32Array;
  /** Index of the rater of every row. */
  readonly raters: Int32Array;
  /** Index of the relationship of every row, in the survey's order. */
  readonly relationships: Uint8Array | Uint16Array;
  /**
   * Rows × items, row by row, in the survey's order of items: 0 `skipped`, 1 `notApplicable`,
   * 2 `unableToRate`, 3 `tooNew`, and 4 + k for the value `min + k · step`.
   */
  readonly codes: Uint8Array | Uint16Array;
}

/**
 * What raters answered, as counts. The layout is private and holds typed arrays; `toCounts` gives
 * its plain form. It holds no rater.
 */
export interface Tally {
  /** What was asked. */
  readonly survey: Survey;
  /** Number of items of the survey, the width of a row. */
  readonly itemCount: number;
  /** Number of relationships of the survey. */
  readonly relationshipCount: number;
  /** The subjects' identifiers, sorted by code unit, each once. */
  readonly subjectIds: readonly string[];
  /** Where the rows of subject `s` and relationship `g` start: `starts[s × relationshipCount + g]`; one more entry ends the last. */
  readonly starts: Int32Array;
  /** Rows × items of answer codes, as in {@link ResponseColumns}; rows of a group are in no particular order. */
  readonly codes: Uint8Array | Uint16Array;
}

/** How many responses a subject has from one relationship. */
export interface ResponseCount {
  /** Who is rated. */
  readonly subjectId: string;
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** Number of responses, 1 or more. */
  readonly count: number;
}

/** How often one answer was given to an item. */
export interface AnswerCount {
  /** Who is rated. */
  readonly subjectId: string;
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** Identifier of the item. */
  readonly itemId: string;
  /** A value on the item's scale, or why there is none. */
  readonly value: number | NonAnswer;
  /** How often, 1 or more. */
  readonly count: number;
}

/** How often one pattern of answers to the items of a competency was given by one rater. */
export interface PatternCount {
  /** Who is rated. */
  readonly subjectId: string;
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** One rater's answers to the competency's items, in the survey's order. */
  readonly values: readonly (number | NonAnswer)[];
  /** How often, 1 or more. */
  readonly count: number;
}

/** A tally in plain form: three tables of counts, as three grouped queries give them. */
export interface TallyCounts {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Version of the survey. */
  readonly surveyVersion: number;
  /** Responses per subject and relationship. */
  readonly responses: readonly ResponseCount[];
  /** Answers per subject, relationship, item and value. They follow from the patterns. */
  readonly answers: readonly AnswerCount[];
  /** Answer patterns per subject, relationship and competency. */
  readonly patterns: readonly PatternCount[];
}

/** A response that was not counted, and why. */
export interface RejectedResponse {
  /** Index in the list of responses, from 0. */
  readonly index: number;
  /** Everything that is wrong with it; a superseded response has one issue of severity `info`. */
  readonly issues: readonly Issue[];
}
