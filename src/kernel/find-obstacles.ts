import { isInstant } from "./instant.js";
import { createIssue } from "./issue.js";
import {
  INVALID_INSTANT,
  INVALID_STATE,
  MISSING_ACTOR,
  WRONG_ROLE,
  WRONG_STATUS,
} from "./issues.js";
import type { AnyModel, CommandActor, CommandDefinition, GuardContext } from "./machine-types.js";
import type { Issue } from "./types.js";

/** What is wrong with a request, whatever its command. */
export function findRequestIssues({ state, actor, at }: GuardContext<AnyModel>): Issue[] {
  const issues: Issue[] = [];
  if (!Number.isSafeInteger(state.sequence) || state.sequence < 0) {
    const params = { sequence: state.sequence };
    issues.push(createIssue(INVALID_STATE, { path: ["state", "sequence"], params }));
  }
  if (actor.id === "")
    issues.push(createIssue(MISSING_ACTOR, { path: ["actor", "id"], params: {} }));
  if (!isInstant(at)) {
    issues.push(createIssue(INVALID_INSTANT, { path: ["at"], params: { at } }));
  }
  return issues;
}

/**
 * Adds what keeps a command from being given, whatever its payload: status, role and guards. Guards
 * may count on a real instant and a real state, so that they are not asked without; the answer is
 * whether they were.
 */
export function findObstacles(
  type: string,
  definition: CommandDefinition<AnyModel>,
  { context, issues }: { context: GuardContext<AnyModel>; issues: Issue[] },
): boolean {
  const { state, actor } = context;
  const isSound = issues.every(({ code }) => code === MISSING_ACTOR.code);
  if (!definition.from.includes(state.status)) {
    const params = { command: type, status: state.status, expected: definition.from.join(", ") };
    issues.push(createIssue(WRONG_STATUS, { path: ["state", "status"], params }));
  }
  if (actingRole(definition, actor) === undefined) {
    const params = {
      command: type,
      roles: actor.roles.join(", "),
      expected: definition.roles.join(", "),
    };
    issues.push(createIssue(WRONG_ROLE, { path: ["actor", "roles"], params }));
  }
  if (isSound && definition.guards !== undefined) {
    for (const guard of definition.guards) issues.push(...guard(context));
  }
  return isSound;
}

/** The first of the actor's roles that may give the command. */
export function actingRole(
  definition: CommandDefinition<AnyModel>,
  actor: CommandActor,
): string | undefined {
  for (const role of actor.roles) if (definition.roles.includes(role)) return role;
  return undefined;
}
