import { orThrow } from "truescore/kernel";
import { type Response, responseSchemaFor } from "truescore/multirater";
import * as v from "valibot";
import * as z from "zod";
import type { Issue } from "../../src/kernel/types.js";
import { checkResponse, checkShape } from "../../src/multirater/check-response.js";
import { indexSurvey } from "../../src/multirater/index-survey.js";
import { makeResponseReader, REFUSED, readResponse } from "../../src/multirater/read-response.js";
import { makeCodes } from "../../src/multirater/tally-rows.js";
import { ITEMS, makeColumns, makeResponses, RATERS_EACH, SURVEY } from "./data.js";
import type { Prepared, Workload } from "./harness.js";
import { findFaults, isResponse } from "./response-guards.js";
import { ajvResponse, valibotResponse, zodAnswer, zodResponse } from "./response-schemas.js";

const GUARD = "plain guard, yes or no";
const OURS = "guard of tallyResponses, issues";
const ZOD_ROW = "zod safeParse per answer row";

/** One response in a hundred has one answer off its scale, each at another place. */
const BAD_EVERY = 100;

/** W2: a million answers in responses of 25, checked with the heads of their responses. */
export const CHECKS: Workload = {
  title: (responses) => `checking ${responses * ITEMS} answer rows in ${responses} responses`,
  sizes: { small: 4_000, full: 40_000 },
  reference: GUARD,
  ways: {
    [GUARD]: (size) => perResponse(size, (response) => !isResponse(response)),
    "guard that builds issues": (size) =>
      perResponse(size, (response) => findFaults(response).length > 0),
    [OURS]: (size) => {
      const responses = makeInput(size);
      return { run: () => readAll(responses), check: String };
    },
    "ajv, compiled": (size) => perResponse(size, (response) => !ajvResponse(response)),
    valibot: (size) =>
      perResponse(size, (response) => !v.safeParse(valibotResponse, response).success),
    [ZOD_ROW]: (size) =>
      perResponse(size, ({ answers }) => {
        let refused = false;
        for (const answer of answers) if (!zodAnswer.safeParse(answer).success) refused = true;
        return refused;
      }),
    "zod safeParse per response": (size) =>
      perResponse(size, (response) => !zodResponse.safeParse(response).success),
    "zod, one array at once": (size) => {
      const responses = makeInput(size);
      const schema = z.array(zodResponse);
      const run = (): number => {
        const { error } = schema.safeParse(responses);
        return new Set(error?.issues.map(({ path }) => path[0])).size;
      };
      return { run, check: String };
    },
    "responseSchemaFor, per response": (size) => {
      const schema = responseSchemaFor(SURVEY);
      return perResponse(size, (response) => !schema.safeParse(response).success);
    },
  },
  goals: [
    { way: OURS, against: GUARD, kind: "atMost", limit: 1.3 },
    { way: OURS, against: ZOD_ROW, kind: "fasterBy", limit: 8 },
  ],
};

function makeInput(size: number): Response[] {
  const responses = makeResponses(makeColumns(size / RATERS_EACH));
  return responses.map((response, row) => {
    if (row % BAD_EVERY !== 0) return response;
    const bad = (row / BAD_EVERY) % ITEMS;
    const answers = response.answers.map((answer, at) =>
      at === bad ? { ...answer, value: 9 } : answer,
    );
    return { ...response, answers };
  });
}

/** Counts the responses that are refused. */
function perResponse(size: number, isRefused: (response: Response) => boolean): Prepared {
  const responses = makeInput(size);
  const run = (): number => {
    let refused = 0;
    for (const response of responses) if (isRefused(response)) refused++;
    return refused;
  };
  return { run, check: String };
}

/**
 * What `tallyResponses` does before it counts: the guard, which also writes the codes and sees an
 * item answered twice, and the issues of the responses that it refuses.
 */
function readAll(responses: readonly Response[]): number {
  const index = orThrow(indexSurvey(SURVEY));
  const reader = makeResponseReader(index, makeCodes(index, responses.length * ITEMS));
  const rejected = new Map<number, readonly Issue[]>();
  for (let row = 0; row < responses.length; row++) {
    const response = responses[row] as Response;
    if (readResponse(reader, response, row) !== REFUSED) continue;
    const shape = checkShape(response);
    rejected.set(row, shape.length > 0 ? shape : checkResponse(index, response));
  }
  return rejected.size;
}
