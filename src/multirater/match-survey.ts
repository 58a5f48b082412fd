import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { SURVEY_MISMATCH } from "./issues.js";

interface SurveyName {
  readonly surveyId: string;
  readonly surveyVersion: number;
}

/** Finds that something belongs to another survey or version than it is used with. */
export function matchSurvey(found: SurveyName, expected: SurveyName, path: string): Issue[] {
  const same =
    found.surveyId === expected.surveyId && found.surveyVersion === expected.surveyVersion;
  if (same) return [];
  const name = ({ surveyId, surveyVersion }: SurveyName): string =>
    `${surveyId} version ${surveyVersion}`;
  return [
    createIssue(SURVEY_MISMATCH, {
      path: [path],
      params: { found: name(found), expected: name(expected) },
    }),
  ];
}

/** The name of a survey as tallies and summaries carry it. */
export function nameOf(survey: { readonly id: string; readonly version: number }): SurveyName {
  return { surveyId: survey.id, surveyVersion: survey.version };
}
