import type { Issue, IssueParam, Severity } from "./types.js";

/** The names between braces in a message: `"{total} of {expected}"` has `total` and `expected`. */
export type MessageParams<Message extends string> =
  Message extends `${string}{${infer Name}}${infer Rest}` ? Name | MessageParams<Rest> : never;

/** A kind of issue: its code, and its English message with the params' names between braces. */
export interface IssueDefinition<Message extends string = string> {
  /** Stable identifier, `room/kebab-reason`. */
  readonly code: string;
  /** The English message; `{name}` stands for the param of that name. */
  readonly message: Message;
}

/** Where an issue was found, what its message names, and how grave it is. */
export interface IssueDetails<Message extends string> {
  /** Place in the input; the whole input by default. */
  readonly path?: readonly (string | number)[];
  /** One value for every name between braces in the message. */
  readonly params: { readonly [Name in MessageParams<Message>]: IssueParam };
  /** `error` by default. */
  readonly severity?: Severity;
}

/**
 * Makes an issue from its definition, filling the names in its message.
 *
 * @param definition - the code and the message with `{names}`.
 * @param details - the place, the values of the names and the severity.
 * @returns the issue, with the English message filled in.
 * @example
 * ```ts
 * import { createIssue } from "truescore/kernel";
 *
 * const issue = createIssue(
 *   { code: "demo/too-late", message: "It came {days} days late." },
 *   { path: ["answers", 3], params: { days: 2 } },
 * );
 * issue.message; // => "It came 2 days late."
 * ```
 */
export function createIssue<const Message extends string>(
  definition: IssueDefinition<Message>,
  details: IssueDetails<Message>,
): Issue {
  const { code, message } = definition;
  const { path = [], params, severity = "error" } = details;
  return { code, path, message: fillMessage(message, params), severity, params };
}

/** Fills the names between braces; a name without a value stays as it is. */
export function fillMessage(message: string, params: Readonly<Record<string, IssueParam>>): string {
  return message.replace(/\{(\w+)\}/g, (text, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : text,
  );
}
