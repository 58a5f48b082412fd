import { fillMessage } from "./issue.js";
import type { Issue } from "./types.js";

/** Messages by issue code, with `{names}` of params between braces: a translation. */
export type IssueCatalogue = Readonly<Record<string, string>>;

/**
 * Renders an issue as one line: the place, then the message.
 *
 * @param issue - what was found.
 * @param catalogue - messages by code, in another language or wording. A code that is not in it
 *   keeps its English message.
 * @returns the line, such as `answers[3].value: …`.
 * @example
 * ```ts
 * import { createIssue, formatIssue } from "truescore/kernel";
 *
 * const definition = { code: "demo/too-late", message: "It came {days} days late." } as const;
 * const issue = createIssue(definition, { path: ["answers", 3], params: { days: 2 } });
 * formatIssue(issue); // => "answers[3]: It came 2 days late."
 * formatIssue(issue, { "demo/too-late": "{days} Tage zu spät." }); // => "answers[3]: 2 Tage zu spät."
 * ```
 */
export function formatIssue(issue: Issue, catalogue: IssueCatalogue = {}): string {
  const message = Object.hasOwn(catalogue, issue.code)
    ? fillMessage(catalogue[issue.code] as string, issue.params)
    : issue.message;
  const place = formatPath(issue.path);
  return place === "" ? message : `${place}: ${message}`;
}

function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((segment, index) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join("");
}
