import { Ajv } from "ajv";
import * as v from "valibot";
import * as z from "zod";
import { RELATIONSHIPS, SURVEY } from "./data.js";
import { INSTANT, ITEM_IDS, VALUES } from "./response-guards.js";

/** zod's schema of one answer. */
export const zodAnswer = z.object({
  itemId: z.enum(ITEM_IDS),
  value: z.literal(VALUES),
  comment: z.string().optional(),
});

/** zod's schema of a response. */
export const zodResponse = z.object({
  surveyId: z.literal(SURVEY.id),
  subjectId: z.string().min(1),
  raterId: z.string().min(1),
  relationship: z.enum(RELATIONSHIPS),
  submittedAt: z.string().regex(INSTANT),
  answers: z.array(zodAnswer),
});

/** valibot's schema of a response. */
export const valibotResponse = v.object({
  surveyId: v.literal(SURVEY.id),
  subjectId: v.pipe(v.string(), v.minLength(1)),
  raterId: v.pipe(v.string(), v.minLength(1)),
  relationship: v.picklist(RELATIONSHIPS),
  submittedAt: v.pipe(v.string(), v.regex(INSTANT)),
  answers: v.array(
    v.object({
      itemId: v.picklist(ITEM_IDS),
      value: v.picklist(VALUES),
      comment: v.optional(v.string()),
    }),
  ),
});

const TEXT = { type: "string", minLength: 1 };

/** ajv's compiled JSON Schema of a response; it lists all errors, as the others do. */
export const ajvResponse = new Ajv({ allErrors: true }).compile({
  type: "object",
  required: ["surveyId", "subjectId", "raterId", "relationship", "submittedAt", "answers"],
  properties: {
    surveyId: { const: SURVEY.id },
    subjectId: TEXT,
    raterId: TEXT,
    relationship: { enum: RELATIONSHIPS },
    submittedAt: { type: "string", pattern: INSTANT.source },
    answers: {
      type: "array",
      items: {
        type: "object",
        required: ["itemId", "value"],
        properties: {
          itemId: { enum: ITEM_IDS },
          value: { enum: VALUES },
          comment: { type: "string" },
        },
      },
    },
  },
});
