import type { Result } from "../../../src/kernel/types.js";

/** The code of an issue, and its place joined by dots. */
export type Refusal = readonly [code: string, place: string];

/** The codes of a refusal with their places; empty for a success. */
export function refusals(result: Result<unknown>): Refusal[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")]);
}

/** The value of a success; a refusal fails the test with its codes. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(refusals(result).join(", "));
  return result.value;
}

/** The code of the error that a call throws. */
export function thrownCode(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
  return "nothing was thrown";
}

/** Freezes a plain value through and through. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
