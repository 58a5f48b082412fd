import { advance } from "./evolve.js";
import type {
  AnyModel,
  Machine,
  MachineEvent,
  MachineModel,
  MachineState,
} from "./machine-types.js";
import { fail, ok } from "./result.js";
import type { Issue, Result } from "./types.js";

/**
 * Replays stored events, in order, to the state they lead to.
 *
 * @param machine - the machine.
 * @param events - the events in the order of their sequence.
 * @param from - a snapshot to go on from; the machine's initial state by default.
 * @returns the state after the last event; or the issues of the first event that cannot have
 *   happened, with its index at the head of their paths.
 * @example
 * ```ts
 * import { agreementMachine, decide, replay } from "truescore/kernel";
 *
 * const machine = agreementMachine<{ title: string }>();
 * const opened = decide(machine, machine.initial, {
 *   command: { type: "open", parties: ["ana", "ben"], content: { title: "Halve the backlog" } },
 *   actor: { id: "ana", roles: ["employee"] },
 *   at: "2026-03-02T09:00:00Z",
 * });
 * const replayed = replay(machine, opened.ok ? opened.value.events : []);
 * replayed.ok ? replayed.value.data.content : null; // => { title: "Halve the backlog" }
 * ```
 */
export function replay<Model extends MachineModel>(
  machine: Machine<Model>,
  events: readonly MachineEvent<Model>[],
  from: MachineState<Model> = machine.initial,
): Result<MachineState<Model>> {
  const issues: Issue[] = [];
  let state: MachineState<AnyModel> = from as never;
  for (const [index, event] of events.entries()) {
    const next = advance(machine as unknown as Machine<AnyModel>, state, {
      event: event as MachineEvent<AnyModel>,
      issues,
    });
    if (next === null) {
      return fail(issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    }
    state = next;
  }
  return ok(state as never);
}
