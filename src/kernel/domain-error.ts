import { createIssue } from "./issue.js";
import { INVARIANT } from "./issues.js";
import type { Issue } from "./types.js";

/**
 * The one error class of the library: thrown by `parse…` functions and `orThrow`, and with the
 * code `kernel/invariant` where the library finds itself in a state that should be impossible.
 *
 * @example
 * ```ts
 * import { DomainError, createIssue } from "truescore/kernel";
 *
 * const issue = createIssue({ code: "demo/empty", message: "There is nothing here." }, { params: {} });
 * new DomainError([issue]).code; // => "demo/empty"
 * ```
 */
export class DomainError extends Error {
  /** Always `"DomainError"`; safe to test where two copies of the library meet. */
  override readonly name: string = "DomainError";
  /** The code of the first issue. */
  readonly code: string;
  /** Everything that was wrong, never empty. */
  readonly issues: readonly [Issue, ...Issue[]];

  /**
   * Makes an error that carries issues.
   *
   * @param issues - everything that was wrong, never empty.
   */
  constructor(issues: readonly [Issue, ...Issue[]]) {
    // The place in its shortest form: `formatIssue` would cost every operation that can throw.
    super(issues.map(({ path, message }) => [...path, message].join(": ")).join("\n"));
    this.code = issues[0].code;
    this.issues = issues;
  }

  /** Makes the error of a broken invariant. */
  static invariant(detail: string): DomainError {
    return new DomainError([createIssue(INVARIANT, { params: { detail } })]);
  }
}
