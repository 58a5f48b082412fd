import type { RefusedRow } from "./build-reports.js";

/** What the sample's maker says about it. */
export interface SampleManifest {
  /** The seed that made the sample. */
  readonly seed: number;
  /** The subject to show where none is asked for. */
  readonly showcase: string;
  /** Number of rows below the header. */
  readonly rows: number;
  /** Exactly the rows that must not be counted. */
  readonly refused: readonly {
    /** Line of the row; the header is line 1. */
    readonly line: number;
    /** Codes of its issues. */
    readonly codes: readonly string[];
    /** What is wrong with it. */
    readonly what: string;
  }[];
}

/** Every way in which what was refused differs from what was planted; empty where nothing does. */
export function checkManifest(
  { rows, refused: planted }: SampleManifest,
  found: { readonly rows: number; readonly refused: readonly RefusedRow[] },
): string[] {
  const codesOf = new Map(
    found.refused.map(({ line, issues }) => [line, issues.map(({ code }) => code).join(", ")]),
  );
  const lines = new Set(planted.map(({ line }) => line));
  return [
    ...(found.rows === rows ? [] : [`${rows} rows were made, ${found.rows} were read.`]),
    ...planted.flatMap(({ line, codes, what }) => {
      const got = codesOf.get(line);
      if (got === codes.join(", ")) return [];
      return [`Line ${line} (${what}): expected ${codes.join(", ")}, found ${got ?? "no issue"}.`];
    }),
    ...found.refused
      .filter(({ line }) => !lines.has(line))
      .map(({ line }) => `Line ${line} was refused and should have been counted.`),
  ];
}
