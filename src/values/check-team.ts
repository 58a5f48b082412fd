import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { DUPLICATE_ID } from "./issues.js";
import type { Team } from "./types.js";

/** An issue for each member that a team lists again. */
export function checkTeam({ memberIds }: Team): Issue[] {
  const seen = new Set<string>();
  return memberIds.flatMap((id, index) => {
    const path = ["memberIds", index];
    const repeated = seen.has(id);
    seen.add(id);
    return repeated ? [createIssue(DUPLICATE_ID, { path, params: { id } })] : [];
  });
}
