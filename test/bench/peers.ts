import { DuckDBConnection, DuckDBDataChunk, INTEGER, UTINYINT } from "@duckdb/node-api";
import * as aq from "arquero";
import lodash from "lodash";
import type { AnswerRow, LongColumns } from "./data.js";
import type { Prepared } from "./harness.js";
import type { Totals } from "./reference-loops.js";

/** arquero over typed columns of integers: the group-by with count, mean and SD. */
export function arqueroTally(long: LongColumns): () => Totals {
  const { subjects, competencies, relationships } = long;
  const values = Array.from(long.values, (value) => (value === 0 ? null : value));
  const table = aq.table({ subjects, competencies, relationships, values });
  return () => {
    const grouped = table.groupby("subjects", "competencies", "relationships").rollup({
      n: aq.op.valid("values"),
      mean: aq.op.mean("values"),
      sd: aq.op.stdev("values"),
    });
    let n = 0;
    let sum = 0;
    for (const { n: count, mean } of grouped.objects() as { n: number; mean: number }[]) {
      n += count;
      sum += count > 0 ? Math.round(mean * count) : 0;
    }
    return { n, sum };
  };
}

/** lodash: one `groupBy` on a joined key, then the sums of every group. */
export function lodashTally(rows: readonly AnswerRow[]): Totals {
  const groups = lodash.groupBy(
    rows,
    ({ subjectId, competencyId, relationship }) => `${subjectId}|${competencyId}|${relationship}`,
  );
  let n = 0;
  let sum = 0;
  lodash.forEach(groups, (group) => {
    const values = group.flatMap(({ value }) => (value === null ? [] : [value]));
    const mean = lodash.mean(values);
    const squares = lodash.sumBy(values, (value) => (value - mean) ** 2);
    if (squares < 0) throw new Error("A sum of squares is below 0.");
    n += values.length;
    sum += lodash.sum(values);
  });
  return { n, sum };
}

const CHUNK = 2048;

const QUERY = `SELECT subject, competency, relationship, count(rating) AS n, avg(rating) AS mean,
  stddev_samp(rating) AS sd, sum(rating) AS total
  FROM answers GROUP BY subject, competency, relationship`;

/** DuckDB in process: the answers are loaded as integers beforehand, the query alone is timed. */
export async function duckdbTally(
  long: LongColumns,
  show: (totals: Totals) => string,
): Promise<Prepared> {
  const connection = await DuckDBConnection.create();
  await connection.run(
    "CREATE TABLE answers (subject INTEGER, competency UTINYINT, relationship UTINYINT, rating UTINYINT)",
  );
  const appender = await connection.createAppender("answers");
  for (let start = 0; start < long.values.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, long.values.length);
    const chunk = DuckDBDataChunk.create([INTEGER, UTINYINT, UTINYINT, UTINYINT]);
    chunk.setColumns([
      Array.from(long.subjects.subarray(start, end)),
      Array.from(long.competencies.subarray(start, end)),
      Array.from(long.relationships.subarray(start, end)),
      Array.from(long.values.subarray(start, end), (value) => (value === 0 ? null : value)),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return {
    run: () => connection.run(QUERY),
    check: async () => {
      const reader = await connection.runAndReadAll(
        `SELECT sum(n)::INTEGER, sum(total)::INTEGER FROM (${QUERY})`,
      );
      const [n, sum] = reader.getRows()[0] as [number, number];
      return show({ n, sum });
    },
  };
}
