import * as z from "zod";
import { createIssue } from "../kernel/issue.js";
import { INVALID_TYPE } from "../kernel/issues.js";
import { orThrow } from "../kernel/result.js";
import { parseWith, safeParseWith, schemaFor } from "../kernel/schema.js";
import { typeName } from "../kernel/type-name.js";
import type { Issue, Result } from "../kernel/types.js";
import { RatingScaleSchema } from "../values/schema.js";
import { checkResponse, isRatingOrNonAnswer } from "./check-response.js";
import { checkSurvey } from "./check-survey.js";
import { indexSurvey } from "./index-survey.js";
import type {
  DisclosurePolicy,
  NonAnswer,
  Response,
  Survey,
  SurveyCompetency,
  SurveyItem,
  SurveyRelationship,
} from "./types.js";

/** Hands issues of the operations' own checks to zod, which adds the place. */
function addIssues(context: z.core.$RefinementCtx, issues: readonly Issue[]): void {
  for (const issue of issues) {
    const { message, path } = issue;
    context.addIssue({ code: "custom", message, path: [...path], params: { issue } });
  }
}

/** A schema for values that one predicate knows, refused in the words of `kernel/invalid-type`. */
function typed<T>(expected: string, holds: (value: unknown) => boolean) {
  return z.unknown().transform((value, context): T => {
    if (!holds(value)) {
      const params = { expected, received: typeName(value) };
      addIssues(context, [createIssue(INVALID_TYPE, { params })]);
      return z.NEVER;
    }
    return value as T;
  });
}

const SurveyItemSchema = /* @__PURE__ */ (() =>
  schemaFor<SurveyItem>()(
    z
      .strictObject({
        id: z.string(),
        text: z.string().optional(),
        scaleId: z.string(),
        weight: z.number().optional(),
      })
      .readonly(),
  ))();

const SurveyCompetencySchema = /* @__PURE__ */ (() =>
  schemaFor<SurveyCompetency>()(
    z
      .strictObject({
        id: z.string(),
        name: z.string().optional(),
        weight: z.number().optional(),
        items: z.array(SurveyItemSchema).readonly(),
      })
      .readonly(),
  ))();

const SurveyRelationshipSchema = /* @__PURE__ */ (() =>
  schemaFor<SurveyRelationship>()(
    z
      .strictObject({
        id: z.string(),
        name: z.string().optional(),
        identified: z.boolean(),
        weight: z.number().optional(),
      })
      .readonly(),
  ))();

const DisclosurePolicySchema = /* @__PURE__ */ (() =>
  schemaFor<DisclosurePolicy>()(
    z
      .strictObject({
        id: z.string(),
        minimumRaters: z.number().optional(),
        minimumForSpread: z.number().optional(),
        folds: z
          .array(z.strictObject({ from: z.string(), into: z.string() }).readonly())
          .readonly()
          .optional(),
        publish: z.enum(["items", "competencies"]).optional(),
        topCode: z
          .strictObject({ belowRaters: z.number(), margin: z.number() })
          .readonly()
          .optional(),
      })
      .readonly(),
  ))();

/** Reads a {@link Survey}, and refuses what it does not know, so that no mistyped rule is lost; scales, weights, relationships and the disclosure policy must fit each other. */
export const SurveySchema: z.ZodType<Survey> = /* @__PURE__ */ (() =>
  schemaFor<Survey>()(
    z
      .strictObject({
        id: z.string(),
        version: z.number(),
        scales: z.array(RatingScaleSchema).readonly(),
        reportingScaleId: z.string(),
        competencies: z.array(SurveyCompetencySchema).readonly(),
        relationships: z.array(SurveyRelationshipSchema).readonly(),
        disclosure: DisclosurePolicySchema,
      })
      .readonly()
      .superRefine((survey, context) => {
        // What is wrong with a scale in itself, the scale's own schema has said.
        addIssues(
          context,
          checkSurvey(survey).filter(({ code }) => !code.startsWith("values/")),
        );
      }),
  ))();

/** Reads the shape of a {@link Response}; `responseSchemaFor` also checks it against its survey. */
export const ResponseSchema: z.ZodType<Response> = /* @__PURE__ */ (() =>
  schemaFor<Response>()(
    z
      .object({
        surveyId: z.string(),
        surveyVersion: typed<number>("int", Number.isSafeInteger).optional(),
        subjectId: z.string(),
        raterId: z.string(),
        relationship: z.string(),
        submittedAt: z.string(),
        sequence: typed<number>("int", Number.isSafeInteger).optional(),
        answers: z
          .array(
            z
              .object({
                itemId: z.string(),
                value: typed<number | NonAnswer>("rating or non-answer", isRatingOrNonAnswer),
                comment: z.string().optional(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
  ))();

/**
 * Makes the schema of the responses to one survey: relationships, items and values must be its own.
 *
 * @param survey - what was asked.
 * @returns a schema that accepts exactly the responses that `tallyResponses` counts.
 * @throws `DomainError` with all issues of a survey that makes no sense.
 * @example
 * ```ts
 * import { responseSchemaFor, SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * responseSchemaFor(SAMPLE_SURVEY).safeParse(SAMPLE_RESPONSES[0]).success; // => true
 * ```
 */
export function responseSchemaFor(survey: Survey): z.ZodType<Response> {
  const index = orThrow(indexSurvey(survey));
  return ResponseSchema.superRefine((response, context) =>
    addIssues(context, checkResponse(index, response)),
  );
}

/**
 * Reads a survey, or throws.
 *
 * @param input - a value of any kind, such as parsed JSON.
 * @returns the survey.
 * @throws `DomainError` with every issue.
 * @example
 * ```ts
 * import { parseSurvey, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * parseSurvey(JSON.parse(JSON.stringify(SAMPLE_SURVEY))).id; // => "sample"
 * ```
 */
export function parseSurvey(input: unknown): Survey {
  return parseWith(SurveySchema, input);
}

/**
 * Reads a survey.
 *
 * @param input - a value of any kind, such as parsed JSON.
 * @returns the survey, or every issue with its place.
 * @example
 * ```ts
 * import { SAMPLE_SURVEY, safeParseSurvey } from "truescore/multirater";
 *
 * const result = safeParseSurvey({ ...SAMPLE_SURVEY, reportingScaleId: "stars" });
 * result.ok ? [] : result.issues.map(({ code }) => code); // => ["multirater/unknown-scale"]
 * ```
 */
export function safeParseSurvey(input: unknown): Result<Survey> {
  return safeParseWith(SurveySchema, input);
}

/**
 * Reads a response to a survey, or throws.
 *
 * @param survey - what was asked.
 * @param input - a value of any kind, such as parsed JSON.
 * @returns the response.
 * @throws `DomainError` with every issue.
 * @example
 * ```ts
 * import { parseResponse, SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * parseResponse(SAMPLE_SURVEY, SAMPLE_RESPONSES[2]).raterId; // => "ben"
 * ```
 */
export function parseResponse(survey: Survey, input: unknown): Response {
  return parseWith(responseSchemaFor(survey), input);
}

/**
 * Reads a response to a survey.
 *
 * @param survey - what was asked.
 * @param input - a value of any kind, such as parsed JSON.
 * @returns the response, or every issue with its place.
 * @throws `DomainError` with all issues of a survey that makes no sense.
 * @example
 * ```ts
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY, safeParseResponse } from "truescore/multirater";
 *
 * const result = safeParseResponse(SAMPLE_SURVEY, { ...SAMPLE_RESPONSES[2], raterId: "" });
 * result.ok ? [] : result.issues.map(({ code }) => code); // => ["multirater/empty-id"]
 * ```
 */
export function safeParseResponse(survey: Survey, input: unknown): Result<Response> {
  return safeParseWith(responseSchemaFor(survey), input);
}
