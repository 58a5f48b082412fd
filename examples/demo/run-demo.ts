import { resolve } from "node:path";
import type { FeedbackReport } from "truescore/gaps";
import { createIssue, fail, ok, type Result } from "truescore/kernel";
import type { Survey } from "truescore/multirater";
import { type BuiltReports, buildReports } from "./build-reports.js";
import { checkManifest, type SampleManifest } from "./check-manifest.js";
import { DEMO_FILES, displayPath, readJson, writeJson } from "./files.js";
import { formatIntake, formatManifestCheck, listRefusals } from "./format-intake.js";
import { formatOverview } from "./format-overview.js";
import { formatReport, isClear } from "./format-report.js";
import { NO_REPORT, UNKNOWN_SUBJECT } from "./issues.js";
import { type DemoOptions, HELP, readOptions } from "./options.js";
import type { Progress } from "./progress.js";
import { type ResponseFile, readResponses } from "./read-responses.js";
import { readSurvey } from "./read-survey.js";
import { count } from "./text.js";

/** What the demo prints, and its exit code. */
export interface DemoOutcome {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/** Does everything the command line asks for; whatever is wrong with it comes back as issues. */
export async function runDemo(
  args: readonly string[],
  progress: Progress,
): Promise<Result<DemoOutcome>> {
  const options = readOptions(args);
  if (!options.ok) return options;
  if (options.value.help) return ok({ text: HELP, exitCode: 0 });
  const inputs = await readInputs(options.value, progress);
  if (!inputs.ok) return inputs;
  const { survey, file, manifest } = inputs.value;
  progress.stage(`Making the reports from ${count(file.responses.length, "response")} …`);
  const built = buildReports(survey, file, options.value.viewer);
  if (!built.ok) return built;
  const chosen = chooseReports(inputs.value, built.value, options.value);
  if (!chosen.ok) return chosen;
  const body = formatBody(chosen.value, options.value);
  if (!body.ok) return body;
  const { viewer, out } = options.value;
  const content = { surveyId: survey.id, surveyVersion: survey.version, viewer };
  const written = await writeJson(resolve(out ?? DEMO_FILES.out), {
    ...content,
    reports: chosen.value,
  });
  if (!written.ok) return written;
  const { refused } = built.value;
  const { path, rows } = { path: inputs.value.path, rows: file.rows };
  const differences = manifest === null ? [] : checkManifest(manifest, { rows, refused });
  const lines = [
    ...formatIntake(survey, { path, rows, refused }),
    ...(manifest === null ? [] : formatManifestCheck(manifest.refused.length, differences)),
    "",
    ...body.value,
    "",
    `${count(chosen.value.length, "report")} written to ${displayPath(written.value)}`,
  ];
  return ok({ text: `${lines.join("\n")}\n`, exitCode: differences.length > 0 ? 1 : 0 });
}

interface Inputs {
  readonly survey: Survey;
  readonly file: ResponseFile;
  /** Path of the responses. */
  readonly path: string;
  /** What to expect of the sample; `null` for the reader's own data. */
  readonly manifest: SampleManifest | null;
}

async function readInputs({ input }: DemoOptions, progress: Progress): Promise<Result<Inputs>> {
  const survey = await readSurvey(input?.survey ?? DEMO_FILES.survey);
  if (!survey.ok) return survey;
  const path = input?.responses ?? DEMO_FILES.responses;
  const file = await readResponses(path, progress);
  if (!file.ok) return file;
  const manifest = input === null ? await readJson(DEMO_FILES.manifest) : ok(null);
  if (!manifest.ok) return manifest;
  return ok({
    survey: survey.value,
    file: file.value,
    path: resolve(path),
    manifest: manifest.value as SampleManifest | null,
  });
}

function chooseReports(
  { file, path, manifest }: Inputs,
  { reports, refused }: BuiltReports,
  { all, subject }: DemoOptions,
): Result<readonly FeedbackReport[]> {
  if (reports.length === 0) {
    const params = { file: displayPath(path), rows: file.rows };
    return fail([createIssue(NO_REPORT, { params }), ...listRefusals(refused)]);
  }
  if (all) return ok(reports);
  const wanted = subject ?? manifest?.showcase ?? mostGaps(reports);
  const found = reports.filter(({ subjectId }) => subjectId === wanted);
  if (found.length > 0) return ok(found);
  return fail([createIssue(UNKNOWN_SUBJECT, { params: { subject: wanted } })]);
}

/** The subject with the most clear gaps, the first of several. */
function mostGaps(reports: readonly FeedbackReport[]): string {
  const gaps = ({ gaps: { competencies } }: FeedbackReport) => competencies.filter(isClear).length;
  return reports.reduce((best, one) => (gaps(one) > gaps(best) ? one : best)).subjectId;
}

function formatBody(
  reports: readonly FeedbackReport[],
  { all, explain }: DemoOptions,
): Result<string[]> {
  const [report] = reports;
  if (all || report === undefined) return ok(formatOverview(reports));
  return formatReport(report, explain);
}
