import type { NonAnswer } from "./types.js";

/**
 * How the items of a competency become a score: the mean of item means (`itemFirst`), the mean of
 * all answers (`pooled`), or the mean of the raters' own means (`raterFirst`). All are weighted.
 */
export type AveragingOrder = "itemFirst" | "pooled" | "raterFirst";

/**
 * How groups become `others`: by the groups' weights (`byGroup`), or by their number of raters
 * (`byRater`), which counts every rater alike.
 */
export type OthersComposition = "byGroup" | "byRater";

/** How answers become scores. */
export interface SummaryPolicy {
  /** Identifier of the policy; explanations name it. `default` by default. */
  readonly id?: string | undefined;
  /** `itemFirst` by default. */
  readonly averaging?: AveragingOrder | undefined;
  /** `byGroup` by default. */
  readonly composition?: OthersComposition | undefined;
  /** Least coverage, 0 to 1, at which a score has a value; 0 by default. */
  readonly minimumCoverage?: number | undefined;
}

/** A summary policy with all defaults filled in. */
export interface FilledSummaryPolicy {
  /** Identifier of the policy. */
  readonly id: string;
  /** How items become a score. */
  readonly averaging: AveragingOrder;
  /** How groups become `others`. */
  readonly composition: OthersComposition;
  /** Least coverage, 0 to 1, at which a score has a value. */
  readonly minimumCoverage: number;
}

/** What one group answered to one item. */
export interface ItemSummary {
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** Identifier of the item. */
  readonly itemId: string;
  /** Number of ratings. */
  readonly n: number;
  /** Mean on the item's scale; `null` where nobody rated. */
  readonly mean: number | null;
  /** Sample standard deviation (n − 1); `null` where fewer than two rated. */
  readonly sd: number | null;
  /** Median on the item's scale; `null` where nobody rated. */
  readonly median: number | null;
  /** Number of ratings at each scale point, from `min` upwards. */
  readonly distribution: readonly number[];
  /** Number of non-answers of each kind. */
  readonly nonAnswers: Readonly<Record<NonAnswer, number>>;
}

/** What one group's answers to the items of a competency come to. */
export interface CompetencySummary {
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** Score on the reporting scale; `null` where nobody rated or too little was rated. */
  readonly score: number | null;
  /** Number of raters with at least one rating. */
  readonly n: number;
  /** Standard error of the score from the spread between raters; `null` for fewer than two. */
  readonly standardError: number | null;
  /** Share of the items' weight that was rated, 0 to 1. */
  readonly coverage: number;
  /** Each rater's answer codes to the competency's items, sorted, as in {@link ResponseColumns}. */
  readonly patterns: readonly (readonly number[])[];
}

/** What one relationship answered about a subject. */
export interface GroupSummary {
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** `true` where the subject knows who answered. */
  readonly identified: boolean;
  /** Number of responses. */
  readonly responses: number;
  /** One entry per item, in the survey's order. */
  readonly items: readonly ItemSummary[];
  /** One entry per competency, in the survey's order. */
  readonly competencies: readonly CompetencySummary[];
}

/** A score over all groups but `self`. */
export interface CompositeSummary {
  /** Identifier of the competency; `null` for the overall score. */
  readonly competencyId: string | null;
  /** Score on the reporting scale; `null` where nobody rated or too little was rated. */
  readonly score: number | null;
  /** Number of raters behind it; `null` for the overall score. */
  readonly n: number | null;
  /** Standard error, identified groups taken as given; `null` where a confidential group has none, and for the overall score. */
  readonly standardError: number | null;
  /** Degrees of freedom of the standard error (Satterthwaite 1946); `null` where there is none. */
  readonly degreesOfFreedom: number | null;
  /** Share of the weight of all groups and items that was rated, 0 to 1. */
  readonly coverage: number;
}

/** All of one subject's answers in numbers. Internal: what people may read is a view of it. */
export interface FeedbackSummary {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Version of the survey. */
  readonly surveyVersion: number;
  /** What was frozen of the survey when it was summarized; a view is made with the same. */
  readonly fingerprint: string;
  /** Who is rated. */
  readonly subjectId: string;
  /** How answers became scores, with all defaults filled in. */
  readonly policy: FilledSummaryPolicy;
  /** One entry per relationship of the survey, in its order. */
  readonly groups: readonly GroupSummary[];
  /** All groups but `self`, per competency, in the survey's order. */
  readonly others: readonly CompositeSummary[];
  /** `others` over the competencies. */
  readonly overall: CompositeSummary;
}
