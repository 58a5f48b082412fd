import { expect } from "vitest";

/** How far an actual number may be from an expected one: `|a − b| ≤ abs + rel · |b|`. */
export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

/** The parts that every oracle file has. */
export interface OracleFile {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly definition: string;
  readonly tolerance: Tolerance;
  readonly notes: readonly string[];
  readonly input: unknown;
  readonly expected: unknown;
}

/** Tests one oracle file, inside a `describe` of its own. */
export type OracleRunner = (file: OracleFile) => void;

/** A number of an oracle: an infinite one is written as text, `null` is undefined or not asserted. */
export type OracleNumber = number | "Infinity" | "-Infinity" | null;

/** Tells whether a number is within the tolerance of an expected one; infinite ones must be equal. */
export function isClose(actual: number, expected: number, { rel, abs }: Tolerance): boolean {
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= abs + rel * Math.abs(expected);
}

/**
 * Asserts that a number is within the tolerance of an expected one. An expected `null` asks for
 * `null`; skip the call where a file's `null` means "not asserted".
 */
export function expectClose(
  actual: number | null | undefined,
  expected: OracleNumber,
  { tolerance, what }: { readonly tolerance: Tolerance; readonly what: string },
): void {
  if (expected === null) {
    expect(actual, what).toBeNull();
    return;
  }
  const wanted = Number(expected);
  const close = typeof actual === "number" && isClose(actual, wanted, tolerance);
  expect(close, `${what}: ${actual} is not ${wanted} within ${JSON.stringify(tolerance)}`).toBe(
    true,
  );
}
