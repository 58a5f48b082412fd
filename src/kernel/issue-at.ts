import type { Issue } from "./types.js";

/** Makes an error from a definition whose message names no values: the place says the rest. */
export function issueAt(
  definition: { readonly code: string; readonly message: string },
  path: readonly (string | number)[],
): Issue {
  return { ...definition, path, severity: "error", params: {} };
}
