import { applyEvent } from "./apply-event.js";
import { isInstant } from "./instant.js";
import { createIssue } from "./issue.js";
import { IMPOSSIBLE_EVENT, INVALID_INSTANT, OUT_OF_ORDER, UNKNOWN_EVENT } from "./issues.js";
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
 * Applies one stored event to a state.
 *
 * @remarks It does not ask again whether the command was allowed: roles and guards belong to
 * `decide`, and what happened has happened. It does refuse an event that cannot have happened here.
 * @param machine - the machine.
 * @param state - the state before the event. It is not changed.
 * @param event - the event, as `decide` gave it.
 * @returns the state after it; or `kernel/unknown-event`, `kernel/out-of-order`,
 *   `kernel/impossible-event`, `kernel/invalid-instant` and the issues of the machine's own check.
 * @example
 * ```ts
 * import { agreementMachine, evolve } from "truescore/kernel";
 *
 * const machine = agreementMachine<{ title: string }>();
 * const result = evolve(machine, machine.initial, {
 *   type: "withdrawn",
 *   sequence: 5,
 *   at: "2026-03-02T09:00:00Z",
 *   by: { id: "ana", role: "employee" },
 *   data: {},
 * });
 * result.ok ? [] : result.issues.map(({ message }) => message);
 * // => ["Event 1 was expected, not 5.", "The agreement has not been opened yet."]
 * ```
 */
export function evolve<Model extends MachineModel>(
  machine: Machine<Model>,
  state: MachineState<Model>,
  event: MachineEvent<Model>,
): Result<MachineState<Model>> {
  const issues: Issue[] = [];
  const next = advance(machine as unknown as Machine<AnyModel>, state as never, {
    event: event as MachineEvent<AnyModel>,
    issues,
  });
  return next === null ? fail(issues) : ok(next as never);
}

/** The state after an event, or `null` with the reasons added to `issues`. */
export function advance(
  machine: Machine<AnyModel>,
  state: MachineState<AnyModel>,
  { event, issues }: { event: MachineEvent<AnyModel>; issues: Issue[] },
): MachineState<AnyModel> | null {
  const { type, sequence, at } = event;
  const before = issues.length;
  if (sequence !== state.sequence + 1) {
    const params = { expected: state.sequence + 1, sequence };
    issues.push(createIssue(OUT_OF_ORDER, { path: ["sequence"], params }));
  }
  if (!isInstant(at)) issues.push(createIssue(INVALID_INSTANT, { path: ["at"], params: { at } }));
  if (!Object.hasOwn(machine.events, type)) {
    const params = { machine: machine.id, event: type };
    issues.push(createIssue(UNKNOWN_EVENT, { path: ["type"], params }));
    return null;
  }
  const possibleIn = machine.possibleIn[type] as readonly string[];
  if (!possibleIn.includes(state.status)) {
    const params = { event: type, status: state.status, expected: possibleIn.join(", ") };
    issues.push(createIssue(IMPOSSIBLE_EVENT, { path: ["type"], params }));
    return null;
  }
  const { check } = machine.events[type] as Machine<AnyModel>["events"][string];
  if (check !== undefined) issues.push(...check(state, event));
  return issues.length > before ? null : applyEvent(machine, state, event);
}
