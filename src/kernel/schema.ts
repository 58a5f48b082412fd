import type * as z from "zod";
import { DomainError } from "./domain-error.js";
import { createIssue } from "./issue.js";
import {
  INVALID_FORMAT,
  INVALID_TYPE,
  INVALID_VALUE,
  TOO_LARGE,
  TOO_SMALL,
  UNKNOWN_KEYS,
} from "./issues.js";
import { fail, ok } from "./result.js";
import { typeName } from "./type-name.js";
import type { Issue, Result } from "./types.js";

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/**
 * Ties a zod schema to a hand-written type: it compiles only where the two are the same.
 *
 * @returns a function that takes the schema and gives it back under the plain type `z.ZodType<T>`.
 * @internal
 */
export function schemaFor<T>(): <S extends z.core.SomeType>(
  schema: Same<z.output<S>, T> extends true ? S : { "schema and type differ": z.output<S> },
) => z.ZodType<T> {
  return (schema) => schema as never;
}

/**
 * Parses an unknown value with a schema and answers every issue at once, in the library's words.
 *
 * @param schema - the zod schema of a model, such as `RatingScaleSchema`.
 * @param input - the value to read.
 * @returns the parsed value, or an issue for every place that does not fit.
 * @example
 * ```ts
 * import { safeParseWith } from "truescore/kernel";
 * import { RatingScaleSchema } from "truescore/values";
 *
 * const result = safeParseWith(RatingScaleSchema, { id: "five", min: "1" });
 * result.ok ? [] : result.issues.map(({ path }) => path.join("."));
 * // => ["min", "max", "step", "direction"]
 * ```
 */
export function safeParseWith<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? ok(parsed.data) : fail(issuesFromZod(parsed.error));
}

/**
 * Parses an unknown value with a schema, or throws.
 *
 * @param schema - the zod schema of a model.
 * @param input - the value to read.
 * @returns the parsed value.
 * @throws {@link DomainError} with all issues when the value does not fit.
 * @example
 * ```ts
 * import { parseWith } from "truescore/kernel";
 * import { RatingScaleSchema } from "truescore/values";
 *
 * const input = { id: "five", min: 1, max: 5, step: 1, direction: "higherIsBetter" };
 * parseWith(RatingScaleSchema, input).max; // => 5
 * ```
 */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = safeParseWith(schema, input);
  if (!result.ok) throw new DomainError(result.issues);
  return result.value;
}

/**
 * Maps a zod error to the library's issues. A custom zod issue that carries one of the library's
 * issues in `params.issue` keeps that issue, placed where zod found it.
 *
 * @param error - the error of a failed zod parse.
 * @returns one issue for every zod issue, in zod's order.
 * @example
 * ```ts
 * import * as z from "zod";
 * import { issuesFromZod } from "truescore/kernel";
 *
 * const parsed = z.object({ max: z.number() }).safeParse({ max: "5" });
 * parsed.success ? [] : issuesFromZod(parsed.error).map(({ code }) => code);
 * // => ["kernel/invalid-type"]
 * ```
 */
export function issuesFromZod(error: z.ZodError): Issue[] {
  return error.issues.flatMap(spreadUnion).map(issueFromZod);
}

/** Replaces "fits no variant" by the issues of the one variant that fits in kind, where there is one. */
function spreadUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [near, ...others] = issue.errors.filter(
    (found) => !found.some(({ code, path }) => path.length === 0 && MISFITS.includes(code)),
  );
  if (near === undefined || others.length > 0) return [issue];
  return near
    .map((found) => ({ ...found, path: [...issue.path, ...found.path] }))
    .flatMap(spreadUnion);
}

/** What a variant finds at its root where it does not fit in kind. */
const MISFITS: readonly string[] = ["invalid_type", "invalid_value", "invalid_union"];

function issueFromZod(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map((segment) =>
    typeof segment === "symbol" ? String(segment) : segment,
  );
  switch (issue.code) {
    case "invalid_type":
      return createIssue(INVALID_TYPE, {
        path,
        params: { expected: issue.expected, received: receivedName(issue) },
      });
    case "invalid_value":
      return createIssue(INVALID_VALUE, {
        path,
        params: { expected: issue.values.map(String).join(", ") },
      });
    case "too_small": {
      const bound = issue.inclusive === false ? "more than" : "at least";
      return createIssue(TOO_SMALL, { path, params: { bound, minimum: Number(issue.minimum) } });
    }
    case "too_big": {
      const bound = issue.inclusive === false ? "less than" : "at most";
      return createIssue(TOO_LARGE, { path, params: { bound, maximum: Number(issue.maximum) } });
    }
    case "unrecognized_keys":
      return createIssue(UNKNOWN_KEYS, { path, params: { keys: issue.keys.join(", ") } });
    case "custom": {
      const own = issue.params?.["issue"] as Issue | undefined;
      if (own !== undefined) return { ...own, path };
      break;
    }
  }
  return createIssue(INVALID_FORMAT, { path, params: { detail: issue.message } });
}

/** Zod leaves the input out of its issues unless it was asked to report it. */
function receivedName(issue: z.core.$ZodIssue): string {
  return "input" in issue ? typeName(issue.input) : "something else";
}
