import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import type { SurveyIndex } from "./index-survey.js";
import { SURVEY_MISMATCH } from "./issues.js";

interface SurveyName {
  readonly surveyId: string;
  readonly surveyVersion: number;
}

/** Finds that something belongs to another survey or version than it is used with. */
export function matchSurvey(found: SurveyName, expected: SurveyName, path: string): Issue[] {
  const same =
    found.surveyId === expected.surveyId && found.surveyVersion === expected.surveyVersion;
  return same ? [] : [mismatch(describe(found), describe(expected), path)];
}

/**
 * Finds that two surveys do not count alike: another name, or the same name over other items, scales
 * or relationships, as where a survey was changed without a new version.
 */
export function matchLayout(found: SurveyIndex, expected: SurveyIndex, path: string): Issue[] {
  const issues = matchSurvey(nameOf(found.survey), nameOf(expected.survey), path);
  if (issues.length > 0 || layoutOf(found) === layoutOf(expected)) return issues;
  const name = describe(nameOf(expected.survey));
  return [mismatch(`another ${name}`, name, path)];
}

/** The name of a survey as tallies and summaries carry it. */
export function nameOf(survey: { readonly id: string; readonly version: number }): SurveyName {
  return { surveyId: survey.id, surveyVersion: survey.version };
}

function describe({ surveyId, surveyVersion }: SurveyName): string {
  return `${surveyId} version ${surveyVersion}`;
}

function mismatch(found: string, expected: string, path: string): Issue {
  return createIssue(SURVEY_MISMATCH, { path: [path], params: { found, expected } });
}

/** Everything that decides what an answer code stands for. */
function layoutOf({ items, competencies, relationships }: SurveyIndex): string {
  return JSON.stringify([
    items.map(({ id, grid: { scale } }) => [id, scale.min, scale.max, scale.step, scale.direction]),
    competencies.map(({ id, start, end }) => [id, start, end]),
    relationships.map(({ id, identified }) => [id, identified]),
  ]);
}
