import type {
  FeedbackReportOptions,
  ReportReader,
} from "../../../src/gaps/build-feedback-report.js";
import type { SummaryPolicy } from "../../../src/multirater/summary-types.js";
import type { Response, Survey } from "../../../src/multirater/types.js";

/** A survey with answers, and how it is reported. */
export interface Case {
  readonly survey: Survey;
  readonly responses: readonly Response[];
  readonly summary: SummaryPolicy;
  readonly readers: readonly ReportReader[];
  readonly stricter: FeedbackReportOptions["stricter"];
}

/** A case with all defaults filled in, as the published rules name them. */
export interface Rules {
  readonly k: number;
  readonly kSpread: number;
  readonly folds: readonly { readonly from: string; readonly into: string }[];
  readonly publish: "items" | "competencies";
  readonly topCode: { readonly belowRaters: number; readonly margin: number } | null;
  readonly averaging: "itemFirst" | "pooled" | "raterFirst";
  readonly composition: "byGroup" | "byRater";
  readonly minimumCoverage: number;
}

export function rulesOf({ survey, summary, stricter }: Case): Rules {
  const { minimumRaters, minimumForSpread, folds, publish, topCode } = survey.disclosure;
  const k = stricter?.minimumRaters ?? minimumRaters ?? 3;
  const promised = minimumForSpread ?? Math.max(5, minimumRaters ?? 3);
  return {
    k,
    kSpread: stricter?.minimumForSpread ?? Math.max(k, promised),
    folds: folds ?? [],
    publish: publish ?? "items",
    topCode: topCode ?? null,
    averaging: summary.averaging ?? "itemFirst",
    composition: summary.composition ?? "byGroup",
    minimumCoverage: summary.minimumCoverage ?? 0,
  };
}

/** An item of a survey, with the place of its competency. */
export interface Item {
  readonly id: string;
  readonly weight: number;
  readonly competency: number;
  readonly scale: Survey["scales"][number];
}

/** All items, in the survey's order. */
export function itemsOf({ competencies, scales }: Survey): Item[] {
  return competencies.flatMap(({ items }, competency) =>
    items.map(({ id, weight, scaleId }) => ({
      id,
      weight: weight ?? 1,
      competency,
      scale: scales.find((scale) => scale.id === scaleId) as Item["scale"],
    })),
  );
}

export function reportingScale({ scales, reportingScaleId }: Survey): Item["scale"] {
  return scales.find(({ id }) => id === reportingScaleId) as Item["scale"];
}

export function subjectsOf({ responses }: Case): string[] {
  return [...new Set(responses.map(({ subjectId }) => subjectId))].sort((a, b) => (a < b ? -1 : 1));
}

/** One response as counts see it: who may know it, and which items it rates; no value. */
export interface CountRow {
  readonly relationship: string;
  /** Whether the rater will read the report. */
  readonly insider: boolean;
  /** Per item, whether there is a rating. */
  readonly rated: readonly boolean[];
}

/** The responses about one subject, in input order. */
export function responsesAbout({ responses }: Case, subjectId: string): Response[] {
  return responses.filter((response) => response.subjectId === subjectId);
}

/** The ratings of one response, by item; `null` for any non-answer. */
export function ratingsOf(survey: Survey, response: Response): (number | null)[] {
  return itemsOf(survey).map(({ id }) => {
    const value = response.answers.find(({ itemId }) => itemId === id)?.value;
    return typeof value === "number" ? value : null;
  });
}

/** The counts of one subject: all that a decision may rest on. */
export function countsOf(given: Case, subjectId: string): CountRow[] {
  const readers = new Set(
    given.readers.filter((reader) => reader.subjectId === subjectId).map(({ raterId }) => raterId),
  );
  return responsesAbout(given, subjectId).map((response) => ({
    relationship: response.relationship,
    insider: readers.has(response.raterId),
    rated: ratingsOf(given.survey, response).map((rating) => rating !== null),
  }));
}
