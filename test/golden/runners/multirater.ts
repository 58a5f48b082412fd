import { expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import type { FeedbackSummary, SummaryPolicy } from "../../../src/multirater/summary-types.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { Response, Survey } from "../../../src/multirater/types.js";
import { expectClose, type OracleFile, type OracleNumber, type OracleRunner } from "./close.js";

interface Input {
  readonly sourceWeights: Readonly<Record<string, number>>;
  readonly ratings: {
    readonly ratee: readonly string[];
    readonly source: readonly string[];
    readonly rating: readonly number[];
  };
}

interface ExpectedRatee {
  readonly sourceMeans: Readonly<Record<string, OracleNumber>>;
  readonly sourceCounts: Readonly<Record<string, number>>;
  readonly composite: number;
  readonly weightUsed: number;
  readonly pooledRaterMean: number;
  readonly unweightedSourceMean: number;
}

/** One item on a scale in steps of a half; sources are relationships. */
function surveyOf(weights: Input["sourceWeights"]): Survey {
  return {
    id: "survey",
    version: 1,
    scales: [{ id: "halves", min: 1, max: 5, step: 0.5, direction: "higherIsBetter" }],
    reportingScaleId: "halves",
    competencies: [{ id: "competency", items: [{ id: "item", scaleId: "halves" }] }],
    relationships: Object.entries(weights).map(([id, weight]) => ({
      id,
      identified: id === "self" || id === "manager",
      weight,
    })),
    disclosure: { id: "policy" },
  };
}

function responsesOf({ ratings }: Input): Response[] {
  const { ratee, source, rating } = ratings;
  return rating.map((value, at) => {
    const [subjectId, relationship] = [ratee[at] as string, source[at] as string];
    return {
      surveyId: "survey",
      subjectId,
      raterId: relationship === "self" ? subjectId : `rater ${at}`,
      relationship,
      submittedAt: "2026-03-31T17:00:00Z",
      answers: [{ itemId: "item", value }],
    };
  });
}

function summarize(
  survey: Survey,
  responses: readonly Response[],
  policy: SummaryPolicy = {},
): ReadonlyMap<string, FeedbackSummary> {
  const { tally } = orThrow(tallyResponses(survey, responses));
  const summaries = orThrow(summarizeFeedback(survey, tally, policy));
  return new Map(summaries.map((summary) => [summary.subjectId, summary]));
}

function sourceWeightedComposite(file: OracleFile): void {
  const input = file.input as Input;
  const { ratees } = file.expected as { readonly ratees: Readonly<Record<string, ExpectedRatee>> };
  const survey = surveyOf(input.sourceWeights);
  const alike = surveyOf(Object.fromEntries(Object.keys(input.sourceWeights).map((id) => [id, 1])));
  const responses = responsesOf(input);
  const byWeight = summarize(survey, responses);
  const byRater = summarize(survey, responses, { composition: "byRater" });
  const bySource = summarize(alike, responses);

  it("is about every ratee", () => {
    expect([...byWeight.keys()]).toEqual(Object.keys(ratees));
  });
  it.each(Object.entries(ratees))("%s", (id, expected) => {
    const close = (what: string, actual: number | null | undefined, wanted: OracleNumber): void =>
      expectClose(actual, wanted, { tolerance: file.tolerance, what: `${id}.${what}` });
    for (const { relationship, items, responses: count } of byWeight.get(id)?.groups ?? []) {
      close(relationship, items[0]?.mean, expected.sourceMeans[relationship] ?? null);
      expect(count).toBe(expected.sourceCounts[relationship]);
    }
    const composite = byWeight.get(id)?.others[0];
    close("composite", composite?.score, expected.composite);
    close("weightUsed", composite?.coverage, expected.weightUsed);
    close("pooledRaterMean", byRater.get(id)?.others[0]?.score, expected.pooledRaterMean);
    close(
      "unweightedSourceMean",
      bySource.get(id)?.others[0]?.score,
      expected.unweightedSourceMean,
    );
  });
}

/** The runners of the kinds that the multirater room answers. */
export const runners: Readonly<Record<string, OracleRunner>> = {
  "source-weighted-composite": sourceWeightedComposite,
};
