import type { JsonValue } from "../kernel/types.js";
import type { RatingScale } from "../values/types.js";
import type { AveragingOrder, OthersComposition } from "./summary-types.js";
import type { FoldRule, TopCodePolicy } from "./types.js";

/** Who reads a view. All see the same cells; they differ in counts and in the list of folds. */
export type Viewer = "subject" | "manager" | "hr";

/** How well the subject knows the members of a group. */
export type GroupIdentity = "self" | "identified" | "confidential";

/** A cell that may not be shown. Empty, too few and folded look alike. */
export interface WithheldCell {
  /** The group of the cell. */
  readonly group: string;
  /** Always `withheld`. */
  readonly status: "withheld";
}

/** A cell that may be shown. */
export interface ShownCell {
  /** The group of the cell; `others` for a composite. */
  readonly group: string;
  /** Always `shown`. */
  readonly status: "shown";
  /** The score: on the item's scale for an item, on the reporting scale elsewhere. */
  readonly mean: number;
  /** Number of raters behind it: of all groups for a composite, the most behind any competency for the overall score. */
  readonly n: number;
  /** Share of the weight of all groups and items of the survey behind it, 0 to 1. */
  readonly coverage: number;
  /** Standard deviation between raters; absent where the spread rule withholds it. */
  readonly sd?: number;
  /** Median of an item's ratings; absent as `sd`. */
  readonly median?: number;
  /** Ratings of an item at each scale point, from `min` upwards; absent as `sd`. */
  readonly distribution?: readonly number[];
  /** Standard error of the mean; absent as `sd`. */
  readonly standardError?: number;
  /** Degrees of freedom of the standard error; absent as `sd`. */
  readonly degreesOfFreedom?: number;
}

/** One number of a view, or the statement that there is none to be seen. */
export type ViewCell = ShownCell | WithheldCell;

/** A group of a view: every relationship of the survey, and `otherRaters`, the pool of small groups. */
export interface ViewGroup {
  /** Identifier: a relationship, or `otherRaters`. */
  readonly id: string;
  /** Name for display. */
  readonly name: string;
  /** How well the subject knows its members. */
  readonly identity: GroupIdentity;
  /** Whether any number of it is shown. */
  readonly status: "shown" | "withheld";
  /** Weight among the groups of others, with the weights of the relationships folded into it; 0 where withheld. */
  readonly weight: number;
}

/** What a view shows of one item. */
export interface ViewItem {
  /** Identifier of the item. */
  readonly itemId: string;
  /** The statement, or its identifier. */
  readonly name: string;
  /** Weight among the items of its competency. */
  readonly weight: number;
  /** Index of the item's scale in the view's scales. */
  readonly scale: number;
  /** One cell per group, in the order of the view's groups. */
  readonly cells: readonly ViewCell[];
  /** The shown groups but `self` together, on the item's scale. */
  readonly others: ViewCell;
}

/** What a view shows of one competency. */
export interface ViewCompetency {
  /** Identifier of the competency. */
  readonly competencyId: string;
  /** Its name, or its identifier. */
  readonly name: string;
  /** Weight among the competencies. */
  readonly weight: number;
  /** One cell per group, in the order of the view's groups. */
  readonly cells: readonly ViewCell[];
  /** The shown groups but `self` together. */
  readonly others: ViewCell;
  /** The items, in the survey's order; empty where the report was asked for without items. */
  readonly items: readonly ViewItem[];
}

/** The rules that made a view, with all defaults filled in. */
export interface ViewPolicy {
  /** Identifier of the disclosure policy. */
  readonly id: string;
  /** Fewest confidential raters behind any number. */
  readonly minimumRaters: number;
  /** Fewest confidential raters behind a spread. */
  readonly minimumForSpread: number;
  /** Where small groups go. */
  readonly folds: readonly FoldRule[];
  /** Whether items are shown at all. */
  readonly publish: "items" | "competencies";
  /** How the ends of the scale are coarsened; `null` where they are not. */
  readonly topCode: TopCodePolicy | null;
  /** Identifier of the summary policy. */
  readonly summaryId: string;
  /** How items become a score. */
  readonly averaging: AveragingOrder;
  /** How groups become `others`. */
  readonly composition: OthersComposition;
  /** Least coverage of a score. */
  readonly minimumCoverage: number;
}

/** How many of those invited answered, for one shown group. */
export interface ResponseRate {
  /** Identifier of the group. */
  readonly group: string;
  /** Number of responses. */
  readonly submitted: number;
  /** Invited, less declined and withdrawn. */
  readonly expected: number;
  /** `submitted / expected`, above 1 where people answered who were not invited; `null` where nobody was expected. */
  readonly rate: number | null;
}

/** How many answered, for one relationship. */
export interface SubmittedCount {
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** Number of responses, 0 or more. */
  readonly submitted: number;
}

/** What HR sees beside the cells. */
export interface HrCounts {
  /** Responses per relationship of the survey. */
  readonly responses: readonly SubmittedCount[];
  /** Where the answers of relationships with too few went, `into` being a relationship or `otherRaters`. */
  readonly folds: readonly FoldRule[];
}

/** What a viewer may see of one subject's feedback. It holds no rater, no row and no withheld answer. */
export interface FeedbackView {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Version of the survey. */
  readonly surveyVersion: number;
  /** Who is rated. */
  readonly subjectId: string;
  /** Who reads it. */
  readonly viewer: Viewer;
  /** The rules that made it. */
  readonly policy: ViewPolicy;
  /** The policy's rule in words, the same for every subject and viewer. */
  readonly rule: string;
  /** The survey's scales. */
  readonly scales: readonly RatingScale[];
  /** Index of the reporting scale in `scales`. */
  readonly reportingScale: number;
  /** Every relationship of the survey in its order, then `otherRaters`. */
  readonly groups: readonly ViewGroup[];
  /** The competencies, in the survey's order. */
  readonly competencies: readonly ViewCompetency[];
  /** `others` over the competencies. */
  readonly overall: ViewCell;
  /** Response rates of the shown groups; absent where no invitations were given. */
  readonly responseRates?: readonly ResponseRate[];
  /** Counts and folds; present for HR only. */
  readonly hr?: HrCounts;
}

/** Where a cell stands in a view. */
export interface CellAddress {
  /** A group of the view, or `others`. */
  readonly group: string;
  /** Identifier of the competency; `null` for the overall score of `others`. */
  readonly competencyId: string | null;
  /** Identifier of the item; `null` for a competency or the overall score. */
  readonly itemId: string | null;
}

/** Parameters as explanations echo them. */
export type PolicyEcho = Readonly<Record<string, JsonValue>>;
