import { applyEvent } from "./apply-event.js";
import { actingRole, findObstacles, findRequestIssues } from "./find-obstacles.js";
import { createIssue } from "./issue.js";
import { UNKNOWN_COMMAND } from "./issues.js";
import type {
  AnyModel,
  CommandActor,
  CommandContext,
  CommandDefinition,
  FactsOf,
  Machine,
  MachineEvent,
  MachineModel,
  MachineState,
} from "./machine-types.js";
import { fail, ok } from "./result.js";
import type { Result } from "./types.js";

/** The facts of a request: required where the model names any. */
export type FactsInput<Model extends MachineModel> =
  undefined extends FactsOf<Model>
    ? {
        /** What guards need to know from outside the machine. */
        readonly facts?: FactsOf<Model>;
      }
    : {
        /** What guards need to know from outside the machine. */
        readonly facts: FactsOf<Model>;
      };

/** A command, who gives it, when, and what is known. */
export type CommandRequest<Model extends MachineModel> = FactsInput<Model> & {
  /** The command with its payload. */
  readonly command: Model["command"];
  /** Who gives it. */
  readonly actor: CommandActor;
  /** When it is given: an ISO 8601 instant with `Z` or an offset. */
  readonly at: string;
};

/** What an accepted command leads to. */
export interface Decision<Model extends MachineModel> {
  /** The state after the events. */
  readonly state: MachineState<Model>;
  /** What happened, to be stored; empty where the command changed nothing. */
  readonly events: readonly MachineEvent<Model>[];
}

/**
 * Decides on a command: gives the next state and what happened, or every reason for a refusal.
 *
 * @remarks Pure: the given state is never changed, so a refused command leaves no trace. Status,
 * role, guards and checks are all tested before anything is refused. An event is recorded in the
 * first of the actor's roles that may give the command.
 * @param machine - the machine.
 * @param state - where it stands: `machine.initial`, a snapshot, or the result of `replay`.
 * @param request - the command, its actor, its time and, where the model names any, the facts.
 * @returns the next state and its events, numbered on from the state; or all of
 *   `kernel/unknown-command`, `kernel/wrong-status`, `kernel/wrong-role`, `kernel/missing-actor`,
 *   `kernel/invalid-instant`, `kernel/invalid-state` and the issues of the machine's own guards
 *   that apply.
 * @example
 * ```ts
 * import { agreementMachine, decide } from "truescore/kernel";
 *
 * const machine = agreementMachine<{ title: string }>();
 * const refused = decide(machine, machine.initial, {
 *   command: { type: "agree", version: 1 },
 *   actor: { id: "zoe", roles: ["hr"] },
 *   at: "2026-03-02T09:00:00Z",
 * });
 * refused.ok ? [] : refused.issues.map(({ code }) => code);
 * // => ["kernel/wrong-status", "kernel/wrong-role"]
 * ```
 */
export function decide<Model extends MachineModel>(
  machine: Machine<Model>,
  state: MachineState<Model>,
  request: CommandRequest<Model>,
): Result<Decision<Model>> {
  const { command, actor, at, facts } = request as CommandRequest<AnyModel>;
  const context = { state: state as never, command, actor, at, facts };
  return decideOn(machine as unknown as Machine<AnyModel>, context) as Result<never>;
}

function decideOn(
  machine: Machine<AnyModel>,
  context: CommandContext<AnyModel>,
): Result<Decision<AnyModel>> {
  const { type } = context.command;
  const issues = findRequestIssues(context);
  const definition = Object.hasOwn(machine.commands, type) ? machine.commands[type] : undefined;
  if (definition === undefined) {
    const params = { machine: machine.id, command: type };
    issues.push(createIssue(UNKNOWN_COMMAND, { path: ["command", "type"], params }));
    return fail(issues);
  }
  const isSound = findObstacles(type, definition, { context, issues });
  if (isSound && definition.checks !== undefined) {
    for (const check of definition.checks) issues.push(...check(context));
  }
  return issues.length > 0 ? fail(issues) : ok(carryOut(machine, definition, context));
}

function carryOut(
  machine: Machine<AnyModel>,
  definition: CommandDefinition<AnyModel>,
  context: CommandContext<AnyModel>,
): Decision<AnyModel> {
  const { actor, at } = context;
  const by = { id: actor.id, role: actingRole(definition, actor) as string };
  const events: MachineEvent<AnyModel>[] = [];
  let { state } = context;
  for (const type in definition.emits) {
    const data = definition.emits[type]?.(context) ?? null;
    if (data === null) continue;
    const event = { type, sequence: state.sequence + 1, at, by, data };
    events.push(event);
    state = applyEvent(machine, state, event);
  }
  return { state, events };
}
