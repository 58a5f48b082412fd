import { describe, expect, it } from "vitest";
import { DomainError } from "../../../src/kernel/domain-error.js";
import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "../../../src/multirater/data/sample.js";
import {
  parseResponse,
  parseSurvey,
  ResponseSchema,
  responseSchemaFor,
  safeParseResponse,
  safeParseSurvey,
} from "../../../src/multirater/schema.js";
import { refusals, surveyOf } from "./support.js";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const [RESPONSE] = SAMPLE_RESPONSES;

describe("a survey", () => {
  it("is read from JSON as it was", () => {
    expect(parseSurvey(copy(SAMPLE_SURVEY))).toEqual(SAMPLE_SURVEY);
  });

  it.each<[codes: string[], input: unknown]>([
    [["kernel/invalid-type@"], null],
    [["kernel/invalid-type@version"], { ...surveyOf(), version: "1" }],
    [
      ["kernel/invalid-value@disclosure.publish"],
      surveyOf({ disclosure: { publish: "all" as never } }),
    ],
    // What a scale's own schema says is not said twice.
    [
      ["values/scale-step@scales.0.step"],
      surveyOf({ scales: [{ id: "s", min: 1, max: 5, step: -1, direction: "higherIsBetter" }] }),
    ],
    [
      ["multirater/empty-id@id", "multirater/invalid-version@version"],
      { ...surveyOf(), id: "", version: 0 },
    ],
    [
      ["multirater/invalid-policy@disclosure.minimumRaters"],
      surveyOf({ disclosure: { minimumRaters: 1 } }),
    ],
  ])("is refused: %j", (codes, input) => {
    expect(refusals(safeParseSurvey(input))).toEqual(codes);
  });

  it("is refused with an exception where that is asked for", () => {
    expect(() => parseSurvey({ ...surveyOf(), id: "" })).toThrow(DomainError);
  });
});

describe("a response", () => {
  it("is read from JSON as it was", () => {
    for (const response of SAMPLE_RESPONSES)
      expect(parseResponse(SAMPLE_SURVEY, copy(response))).toEqual(response);
  });

  it("keeps its comments and loses what it does not know", () => {
    const answers = [{ itemId: "listens", value: 3, comment: "often", weight: 5 }];
    expect(parseResponse(SAMPLE_SURVEY, { ...RESPONSE, answers, ip: "10.0.0.1" })).toEqual({
      ...RESPONSE,
      answers: [{ itemId: "listens", value: 3, comment: "often" }],
    });
  });

  it.each<[codes: string[], changes: object]>([
    [["kernel/invalid-type@answers.0.value"], { answers: [{ itemId: "listens", value: "5" }] }],
    [["kernel/invalid-type@sequence"], { sequence: 0.5 }],
    [["multirater/off-scale@answers.0.value"], { answers: [{ itemId: "listens", value: 6 }] }],
    [["multirater/empty-id@subjectId", "multirater/self-mismatch@relationship"], { subjectId: "" }],
  ])("is refused: %j", (codes, changes) => {
    expect(refusals(safeParseResponse(SAMPLE_SURVEY, { ...RESPONSE, ...changes }))).toEqual(codes);
  });

  it("is refused with an exception where that is asked for", () => {
    expect(() => parseResponse(SAMPLE_SURVEY, {})).toThrow(DomainError);
  });

  it("has a shape without a survey, which says nothing of its items", () => {
    const elsewhere = { ...RESPONSE, surveyId: "other", answers: [{ itemId: "x", value: 99 }] };
    expect(ResponseSchema.safeParse(elsewhere).success).toBe(true);
    expect(responseSchemaFor(SAMPLE_SURVEY).safeParse(elsewhere).success).toBe(false);
  });

  it("has no schema for a survey that makes no sense", () => {
    expect(() => responseSchemaFor({ ...SAMPLE_SURVEY, id: "" })).toThrow(DomainError);
  });
});
