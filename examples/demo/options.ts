import { parseArgs } from "node:util";
import { createIssue, fail, ok, type Result } from "truescore/kernel";
import type { Viewer } from "truescore/multirater";
import { BAD_OPTION } from "./issues.js";

/** What the command line asks for. */
export interface DemoOptions {
  /** Prints the help and nothing else. */
  readonly help: boolean;
  /** Whose report; `null` for the one that the demo chooses. */
  readonly subject: string | null;
  /** A line per subject instead of one report. */
  readonly all: boolean;
  /** Who reads. */
  readonly viewer: Viewer;
  /** Paths of the reader's own survey and responses; `null` for the sample company. */
  readonly input: { readonly survey: string; readonly responses: string } | null;
  /** Path of the JSON file to write; `null` for the usual place. */
  readonly out: string | null;
  /** The cell to explain, as `group/competency/item`; `null` for the one that the demo chooses. */
  readonly explain: string | null;
}

export const HELP = `Feedback reports from a survey and its answers, made with truescore.

  npm run demo                        one report of the sample company
  npm run demo -- --all               a line for every subject
  npm run demo -- --viewer hr         the same report as HR sees it
  npm run demo -- --survey FILE --responses FILE    your own data

Options
  --subject ID       whose report to print; without it, the demo chooses
  --all              a line per subject; the JSON file then holds all reports
  --viewer WHO       subject (default), manager or hr
  --survey FILE      the survey as JSON, as parseSurvey of truescore/multirater reads it
  --responses FILE   the responses as CSV; goes with --survey
  --explain CELL     the score to explain: group/competency/item, group/competency,
                     or others for the overall score; without it, the widest gap
  --out FILE         where the reports go as JSON (default examples/output/report.json)
  --help             this text

The CSV file has one row per response and one column per item, as survey products export it.
Its first line names the columns, in any order:
  surveyId, subjectId, raterId, relationship, submittedAt    needed
  surveyVersion                                              optional
  any other name                                             the identifier of an item
A cell of an item holds a number on the item's scale, or notApplicable, unableToRate, tooNew or
skipped. An empty cell means skipped. submittedAt is an instant such as 2026-03-31T17:00:00Z.
Cells are separated by commas and quoted with ", blanks around them do not count, the text is UTF-8.

Exit codes: 0 done, 1 the sample did not behave as its manifest says, 2 a bad option or file.
`;

/** Reads the command line; one issue says what is wrong with it. */
export function readOptions(args: readonly string[]): Result<DemoOptions> {
  const parsed = parse(args);
  if (typeof parsed === "string") return refuse(parsed);
  const { help = false, all = false, viewer = "subject" } = parsed;
  const { subject = null, survey, responses, out = null, explain = null } = parsed;
  if (viewer !== "subject" && viewer !== "manager" && viewer !== "hr") {
    return refuse(`--viewer is subject, manager or hr, not "${viewer}".`);
  }
  if ((survey === undefined) !== (responses === undefined)) {
    return refuse("--survey and --responses go together.");
  }
  if (all && (subject !== null || explain !== null)) {
    return refuse("--all goes with neither --subject nor --explain.");
  }
  const input = survey === undefined || responses === undefined ? null : { survey, responses };
  return ok({ help, all, viewer, subject, input, out, explain });
}

function refuse(detail: string): Result<DemoOptions> {
  return fail([createIssue(BAD_OPTION, { params: { detail } })]);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", short: "h" },
        all: { type: "boolean" },
        subject: { type: "string" },
        viewer: { type: "string" },
        survey: { type: "string" },
        responses: { type: "string" },
        out: { type: "string" },
        explain: { type: "string" },
      },
    }).values;
  } catch (error) {
    // Node's first sentence names the option; what follows is advice for other programs.
    const [sentence = "The options cannot be read"] = (error as Error).message.split(/\.\s|\n/);
    return `${sentence.replace(/\.$/, "")}.`;
  }
}
