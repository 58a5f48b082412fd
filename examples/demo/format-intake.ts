import type { Issue } from "truescore/kernel";
import type { Survey } from "truescore/multirater";
import type { RefusedRow } from "./build-reports.js";
import { displayPath } from "./files.js";
import { count } from "./text.js";

/** Most refused rows that are listed. */
const LISTED = 25;

/** What was read, what was not counted and why. */
export function formatIntake(
  survey: Survey,
  read: {
    readonly path: string;
    readonly rows: number;
    readonly refused: readonly RefusedRow[];
  },
): string[] {
  const { path, rows, refused } = read;
  const items = survey.competencies.reduce((sum, one) => sum + one.items.length, 0);
  const listed = refused
    .slice(0, LISTED)
    .flatMap(({ line, issues }) => issues.map((issue) => ({ line, issue })));
  const places = listed.map(({ line }) => `  line ${line}`);
  const width = Math.max(...places.map((place) => place.length));
  return [
    `Survey ${survey.id}, version ${survey.version}: ${count(items, "item")}.`,
    `${displayPath(path)}: ${count(rows, "row")} read, ${rows - refused.length} counted, ${refused.length} not counted.`,
    ...listed.map(({ issue }, at) => `${places[at]?.padEnd(width)}  ${formatRefusal(issue)}`),
    ...(refused.length > LISTED ? [`  … and ${refused.length - LISTED} more`] : []),
  ];
}

/** The first refusals as issues of their own, for a file of which nothing is left. */
export function listRefusals(refused: readonly RefusedRow[]): Issue[] {
  return refused.slice(0, LISTED).flatMap(({ line, issues }) =>
    issues.map((issue) => ({
      ...issue,
      path: [],
      message: `line ${line}: ${formatRefusal(issue)}`,
    })),
  );
}

/** The column, what is wrong with it, and the code to look up. */
function formatRefusal({ path, message, code }: Issue): string {
  const [column] = path;
  return `${column === undefined ? "" : `${column}: `}${message} [${code}]`;
}

/** Whether the sample behaved as planned. */
export function formatManifestCheck(planted: number, differences: readonly string[]): string[] {
  if (differences.length > 0) {
    return [
      "The sample did not behave as its manifest says:",
      ...differences.map((one) => `  ${one}`),
    ];
  }
  return [
    `Checked against the manifest: exactly the ${planted} planted rows were refused, each for its planted reason.`,
  ];
}
