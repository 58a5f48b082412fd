import { buildFeedbackReport } from "truescore/gaps";
import { orThrow } from "truescore/kernel";
import { type Tally, tallyColumns, tallyResponses } from "truescore/multirater";
import { makeAnswerRows, makeColumns, makeLongColumns, makeResponses, SURVEY } from "./data.js";
import type { Prepared, Workload } from "./harness.js";
import { arqueroTally, duckdbTally, lodashTally } from "./peers.js";
import {
  countTables,
  type GroupedRows,
  groupRows,
  nestMaps,
  type Sums,
  sumLongColumns,
  type Totals,
  totalsOfCodes,
} from "./reference-loops.js";

const LIMIT = "one pass of sums";
const REFERENCE = "reference loop, same tables";
const MAPS = "nested Maps";
const ARQUERO = "arquero";
const LODASH = "lodash groupBy";
const DUCKDB = "DuckDB, query alone";
const COLUMNS = "tallyColumns";
const RESPONSES = "tallyResponses";
const REPORT = "buildFeedbackReport, competencies";
const REPORT_ITEMS = "buildFeedbackReport, items";

/** W1: from 8 raters × 25 items per subject to counts and reports. */
export const TALLY: Workload = {
  title: (subjects) => `tally and report, ${subjects} subjects × 8 raters × 25 items`,
  sizes: { small: 2_000, full: 20_000 },
  reference: LIMIT,
  ways: {
    [LIMIT]: (subjects) => {
      const long = makeLongColumns(makeColumns(subjects));
      return { run: () => sumLongColumns(long, subjects), check: checkSums };
    },
    [REFERENCE]: (subjects) => {
      const columns = makeColumns(subjects);
      return { run: () => groupRows(columns), check: checkCodes };
    },
    "three tables as counters": (subjects) => {
      const columns = makeColumns(subjects);
      return { run: () => countTables(columns) };
    },
    [COLUMNS]: (subjects) => {
      const columns = makeColumns(subjects);
      return { run: () => orThrow(tallyColumns(SURVEY, columns)), check: checkCodes };
    },
    [RESPONSES]: (subjects) => {
      const responses = makeResponses(makeColumns(subjects));
      return { run: () => orThrow(tallyResponses(SURVEY, responses)).tally, check: checkCodes };
    },
    [REPORT]: (subjects) => reportWay(subjects, "competencies"),
    [REPORT_ITEMS]: (subjects) => reportWay(subjects, "items"),
    [MAPS]: (subjects) => {
      const columns = makeColumns(subjects);
      const rows = makeAnswerRows(columns, makeLongColumns(columns));
      return { run: () => nestMaps(rows) };
    },
    [DUCKDB]: (subjects) => duckdbTally(makeLongColumns(makeColumns(subjects)), show),
    [ARQUERO]: (subjects) => {
      const run = arqueroTally(makeLongColumns(makeColumns(subjects)));
      return { run, check: checkTotals };
    },
    [LODASH]: (subjects) => {
      const columns = makeColumns(subjects);
      const rows = makeAnswerRows(columns, makeLongColumns(columns));
      return { run: () => lodashTally(rows), check: checkTotals };
    },
  },
  goals: [
    { way: COLUMNS, against: REFERENCE, kind: "atMost", limit: 1.3 },
    { way: RESPONSES, against: LIMIT, kind: "atMost", limit: 9 },
    { way: RESPONSES, against: MAPS, kind: "fasterBy", limit: 1.7 },
    { way: RESPONSES, against: ARQUERO, kind: "fasterBy", limit: 12 },
    { way: RESPONSES, against: LODASH, kind: "fasterBy", limit: 12 },
    { way: RESPONSES, against: DUCKDB, kind: "fasterBy", limit: 2.8 },
    { way: COLUMNS, against: DUCKDB, kind: "fasterBy", limit: 2.8 },
    { way: REPORT, against: ARQUERO, kind: "fasterBy", limit: 8 },
  ],
  memoryGoals: { [COLUMNS]: 150, [RESPONSES]: 150, [REPORT]: 150 },
};

function reportWay(subjects: number, detail: "items" | "competencies"): Prepared {
  const responses = makeResponses(makeColumns(subjects));
  return { run: () => orThrow(buildFeedbackReport(SURVEY, responses, { detail })) };
}

function show({ n, sum }: Totals): string {
  return `${n} ratings, sum ${sum}`;
}

function checkTotals(result: unknown): string {
  return show(result as Totals);
}

function checkCodes(result: unknown): string {
  return show(totalsOfCodes((result as GroupedRows | Tally).codes));
}

function checkSums(result: unknown): string {
  const { n, sum } = result as Sums;
  const add = (total: number, value: number): number => total + value;
  return show({ n: n.reduce(add, 0), sum: sum.reduce(add, 0) });
}
