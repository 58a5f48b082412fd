import type { FactsInput } from "./decide.js";
import { findObstacles, findRequestIssues } from "./find-obstacles.js";
import type {
  AnyModel,
  CommandActor,
  CommandType,
  GuardContext,
  Machine,
  MachineModel,
  MachineState,
} from "./machine-types.js";
import type { Issue } from "./types.js";

/** Who asks what they could do, when, and what is known. */
export type AvailabilityRequest<Model extends MachineModel> = FactsInput<Model> & {
  /** Who asks. */
  readonly actor: CommandActor;
  /** For when: an ISO 8601 instant with `Z` or an offset. */
  readonly at: string;
};

/** Whether one command could be given. */
export interface AvailableCommand<Model extends MachineModel> {
  /** Name of the command. */
  readonly command: CommandType<Model>;
  /** Whether nothing stands in its way but, possibly, its payload. */
  readonly allowed: boolean;
  /** Everything that stands in its way; empty where it is allowed. */
  readonly issues: readonly Issue[];
}

/**
 * Lists every command of a machine: whether the actor could give it now and, if not, why not.
 *
 * @remarks Status, role and guards are tested, the checks of a payload are not, since there is no
 * payload yet: `decide` may still refuse an allowed command for what it carries.
 * @param machine - the machine.
 * @param state - where it stands.
 * @param request - who asks, for when and, where the model names any, the facts.
 * @returns one entry for every command, in the order of the definition.
 * @example
 * ```ts
 * import { agreementMachine, availableCommands } from "truescore/kernel";
 *
 * const machine = agreementMachine<{ title: string }>();
 * availableCommands(machine, machine.initial, {
 *   actor: { id: "ana", roles: ["employee"] },
 *   at: "2026-03-02T09:00:00Z",
 * })
 *   .filter(({ allowed }) => allowed)
 *   .map(({ command }) => command); // => ["open"]
 * ```
 */
export function availableCommands<Model extends MachineModel>(
  machine: Machine<Model>,
  state: MachineState<Model>,
  request: AvailabilityRequest<Model>,
): AvailableCommand<Model>[] {
  const { actor, at, facts } = request as AvailabilityRequest<AnyModel>;
  const { commands } = machine as unknown as Machine<AnyModel>;
  const context: GuardContext<AnyModel> = { state: state as never, actor, at, facts };
  return Object.entries(commands).map(([command, definition]) => {
    const issues = findRequestIssues(context);
    findObstacles(command, definition, { context, issues });
    return { command, allowed: issues.length === 0, issues };
  });
}
