import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import type { Result } from "../../../src/kernel/types.js";
import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "../../../src/multirater/data/sample.js";
import { discloseFeedback } from "../../../src/multirater/disclose-feedback.js";
import { mergeTallies } from "../../../src/multirater/merge-tallies.js";
import { safeParseSurvey } from "../../../src/multirater/schema.js";
import { subtractTally } from "../../../src/multirater/subtract-tally.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import { tallyColumns } from "../../../src/multirater/tally-columns.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { type TallyOptions, tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Survey } from "../../../src/multirater/types.js";

const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES));

function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code}@${path.join(".")}`);
}

/** The sample's name and version over other content. */
const changed: Record<string, Survey> = {
  "another scale": {
    ...SAMPLE_SURVEY,
    scales: [{ id: "likert-5", min: 0, max: 4, step: 1, direction: "higherIsBetter" }],
  },
  "a turned scale": {
    ...SAMPLE_SURVEY,
    scales: [{ id: "likert-5", min: 1, max: 5, step: 1, direction: "lowerIsBetter" }],
  },
  "competencies in another order": {
    ...SAMPLE_SURVEY,
    competencies: [...SAMPLE_SURVEY.competencies].reverse(),
  },
  "other weights": {
    ...SAMPLE_SURVEY,
    relationships: SAMPLE_SURVEY.relationships.map((one) => ({ ...one, weight: 1 })),
  },
  "a lower threshold": {
    ...SAMPLE_SURVEY,
    disclosure: { ...SAMPLE_SURVEY.disclosure, minimumRaters: 2 },
  },
  "an identified relationship": {
    ...SAMPLE_SURVEY,
    relationships: SAMPLE_SURVEY.relationships.map((one) => ({ ...one, identified: true })),
  },
  "a relationship less": {
    ...SAMPLE_SURVEY,
    relationships: SAMPLE_SURVEY.relationships.slice(0, 3),
  },
};

describe("a survey that was changed under its name and version", () => {
  it.each(Object.entries(changed))("is noticed: %s", (_, survey) => {
    const other = { ...tally, survey };
    expect(codes(summarizeFeedback(survey, tally))).toEqual(["multirater/survey-mismatch@tally"]);
    expect(codes(mergeTallies(tally, other))).toEqual(["multirater/survey-mismatch@b"]);
    expect(codes(subtractTally(tally, other))).toEqual(["multirater/survey-mismatch@b"]);
  });

  it.each(Object.entries(changed))("opens no view: %s", (_, survey) => {
    const [summary] = orThrow(summarizeFeedback(SAMPLE_SURVEY, tally));
    if (summary === undefined) throw new Error("no summary");
    const result = discloseFeedback({ survey, summary, viewer: "subject" });
    expect(codes(result)).toContain("multirater/survey-mismatch@summary.groups");
  });

  it("may say the defaults or leave them out", () => {
    const { minimumRaters, minimumForSpread, ...disclosure } = SAMPLE_SURVEY.disclosure;
    const survey = { ...SAMPLE_SURVEY, disclosure };
    expect([minimumRaters, minimumForSpread]).toEqual([3, 5]);
    expect(summarizeFeedback(survey, tally).ok).toBe(true);
  });
});

describe("tallyFromCounts", () => {
  const counts = toCounts(tally);

  it("refuses more responses than anybody has", () => {
    const responses = counts.responses.map((row) => ({ ...row, count: 1e12 }));
    expect(codes(tallyFromCounts(SAMPLE_SURVEY, { ...counts, responses }))).toContain(
      "multirater/invalid-count@responses.0.count",
    );
  });

  it("refuses a subject who answers twice about themself", () => {
    const responses = counts.responses.map((row) => ({ ...row, count: 9 }));
    expect(codes(tallyFromCounts(SAMPLE_SURVEY, { ...counts, responses }))).toEqual([
      "multirater/self-twice@responses.0",
    ]);
  });
});

describe("tallyColumns", () => {
  it("refuses a subject who answers twice about themself", () => {
    const columns = {
      subjectIds: ["ada"],
      raterCount: 2,
      subjects: Int32Array.of(0, 0),
      raters: Int32Array.of(0, 1),
      relationships: Uint8Array.of(0, 0),
      codes: new Uint8Array(8),
    };
    const result = tallyColumns(SAMPLE_SURVEY, columns);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual([
      "multirater/self-twice",
    ]);
  });
});

describe("tallyResponses", () => {
  it("refuses options that it does not know", () => {
    const options = { onInvalid: "ignore", duplicates: "first" } as unknown as TallyOptions;
    expect(codes(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES, options))).toEqual([
      "multirater/invalid-policy@options.onInvalid",
      "multirater/invalid-policy@options.duplicates",
    ]);
  });
});

describe("safeParseSurvey", () => {
  it("refuses what a survey does not have, wherever it stands", () => {
    const { competencies, disclosure } = SAMPLE_SURVEY;
    const [first, ...rest] = competencies;
    const items = (first?.items ?? []).map((item) => ({ ...item, reversed: true }));
    const result = safeParseSurvey({
      ...SAMPLE_SURVEY,
      competencies: [{ ...first, items: items.slice(0, 1) }, ...rest],
      disclosure: { ...disclosure, minimumRater: 10 },
    });
    expect(codes(result)).toEqual([
      "kernel/unknown-keys@competencies.0.items.0",
      "kernel/unknown-keys@disclosure",
    ]);
  });
});

describe("two responses within one millisecond", () => {
  it("are told apart by what their instants say below it", () => {
    const [first, ...rest] = SAMPLE_RESPONSES;
    if (first === undefined) throw new Error("no response");
    const at = (fraction: string) => ({
      ...first,
      submittedAt: `2026-03-31T17:00:00.${fraction}Z`,
    });
    const outcome = tallyResponses(SAMPLE_SURVEY, [at("0002"), at("00010"), ...rest], {
      duplicates: "latest",
    });
    expect(orThrow(outcome).rejected.map(({ index }) => index)).toEqual([1]);
    const tie = tallyResponses(SAMPLE_SURVEY, [at("0001"), at("00010"), ...rest], {
      duplicates: "latest",
      onInvalid: "skip",
    });
    expect(orThrow(tie).rejected.map(({ index }) => index)).toEqual([0, 1]);
  });
});
