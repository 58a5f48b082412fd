import { DomainError } from "./domain-error.js";
import type { Failure, Issue, Ok, Result } from "./types.js";

/**
 * Wraps a value as the success of an operation.
 *
 * @param value - what was asked for.
 * @param warnings - findings that did not stop the operation.
 * @returns a successful {@link Result}.
 * @example
 * ```ts
 * import { ok } from "truescore/kernel";
 *
 * ok(3.6); // => { ok: true, value: 3.6, warnings: [] }
 * ```
 */
export function ok<T>(value: T, warnings: readonly Issue[] = []): Ok<T> {
  return { ok: true, value, warnings };
}

/**
 * Wraps the reasons why there is no value.
 *
 * @param issues - everything that is wrong, at least one.
 * @returns a failed {@link Result}.
 * @example
 * ```ts
 * import { createIssue, fail } from "truescore/kernel";
 *
 * const issue = createIssue({ code: "demo/empty", message: "There is nothing here." }, { params: {} });
 * fail([issue]).issues.length; // => 1
 * ```
 */
export function fail(issues: readonly Issue[]): Failure {
  return { ok: false, issues: [...issues] as [Issue, ...Issue[]] };
}

/**
 * Tells a success from a failure.
 *
 * @param result - what an operation answered.
 * @returns `true` where there is a value.
 * @example
 * ```ts
 * import { isOk, ok } from "truescore/kernel";
 *
 * [ok(1), ok(2)].filter(isOk).length; // => 2
 * ```
 */
export function isOk<T>(result: Result<T>): result is Ok<T> {
  return result.ok;
}

/**
 * Unwraps a result, for code that prefers an exception to a refusal.
 *
 * @param result - what an operation answered.
 * @returns the value of a success.
 * @throws {@link DomainError} with the code of the first issue and all issues of a failure.
 * @example
 * ```ts
 * import { ok, orThrow } from "truescore/kernel";
 *
 * orThrow(ok(3.6)); // => 3.6
 * ```
 */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new DomainError(result.issues);
  return result.value;
}
