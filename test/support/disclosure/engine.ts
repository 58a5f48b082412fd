import { buildFeedbackReport } from "../../../src/gaps/build-feedback-report.js";
import type { AnalyzeGapsOptions, FeedbackReport } from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import type { Viewer } from "../../../src/multirater/view-types.js";
import type { Case } from "./case.js";

/** Who reads, and what the intervals of gaps rest on. */
interface Reading {
  readonly viewer: Viewer;
  readonly gaps?: AnalyzeGapsOptions | undefined;
}

/** Something that makes reports: the library, or the library with a fault planted in it. */
export interface Engine {
  readonly name: string;
  readonly release: (given: Case, reading: Reading) => readonly FeedbackReport[];
}

/** The library as it is. */
export const LIBRARY: Engine = {
  name: "library",
  release: (given, { viewer, gaps }) => {
    const { survey, responses, summary, readers, stricter } = given;
    const options = { viewer, gaps: gapOptionsFor(given, gaps), summary, readers, stricter };
    return orThrow(buildFeedbackReport(survey, responses, options)).reports;
  },
};

/** Compares the manager with the others where a survey does not ask the subject. */
export function gapOptionsFor({ survey }: Case, gaps: AnalyzeGapsOptions = {}): AnalyzeGapsOptions {
  const hasSelf = survey.relationships.some(({ id }) => id === "self");
  return hasSelf ? gaps : { compare: ["manager", "others"], ...gaps };
}
