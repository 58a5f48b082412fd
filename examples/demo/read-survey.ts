import { createIssue, fail, type Result } from "truescore/kernel";
import { type Survey, safeParseSurvey } from "truescore/multirater";
import { displayPath, readJson } from "./files.js";
import { BAD_SURVEY } from "./issues.js";

/** Reads a survey from a JSON file; one that makes no sense is refused with everything that is wrong. */
export async function readSurvey(path: string): Promise<Result<Survey>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const survey = safeParseSurvey(json.value);
  if (survey.ok) return survey;
  const params = { file: displayPath(path), count: survey.issues.length };
  return fail([createIssue(BAD_SURVEY, { params }), ...survey.issues]);
}
