import { DEFAULT_MINIMUM, DEFAULT_MINIMUM_FOR_SPREAD } from "../disclosure/defaults.js";
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
 * Finds that two surveys are not one: another name, or the same name over other content, as where a
 * survey was changed without a new version.
 */
export function matchSurveys(found: SurveyIndex, expected: SurveyIndex, path: string): Issue[] {
  const issues = matchSurvey(nameOf(found.survey), nameOf(expected.survey), path);
  if (issues.length > 0 || fingerprintOf(found) === fingerprintOf(expected)) return issues;
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

/**
 * Everything that freezes with a survey's first response, as one text: scales, items, weights,
 * relationships and what may be shown.
 */
export function fingerprintOf({ survey, items, competencies, relationships }: SurveyIndex): string {
  const {
    minimumRaters = DEFAULT_MINIMUM,
    folds = [],
    publish = "items",
    topCode,
  } = survey.disclosure;
  const spread =
    survey.disclosure.minimumForSpread ?? Math.max(DEFAULT_MINIMUM_FOR_SPREAD, minimumRaters);
  return JSON.stringify([
    survey.reportingScaleId,
    survey.scales.map(({ id, min, max, step, direction }) => [id, min, max, step, direction]),
    items.map(({ id, weight, scaleIndex }) => [id, weight, scaleIndex]),
    competencies.map(({ id, weight, start, end }) => [id, weight, start, end]),
    relationships.map(({ id, identified, weight }) => [id, identified, weight]),
    [minimumRaters, spread, publish],
    folds.map(({ from, into }) => [from, into]),
    topCode === undefined ? null : [topCode.belowRaters, topCode.margin],
  ]);
}
