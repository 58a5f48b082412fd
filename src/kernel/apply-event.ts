import { DomainError } from "./domain-error.js";
import type { AnyModel, Machine, MachineEvent, MachineState } from "./machine-types.js";

/** The state after an event that is known to be possible. */
export function applyEvent(
  machine: Machine<AnyModel>,
  state: MachineState<AnyModel>,
  event: MachineEvent<AnyModel>,
): MachineState<AnyModel> {
  const { to, apply } = machine.events[event.type] as Machine<AnyModel>["events"][string];
  const data = apply === undefined ? state.data : apply(state.data, event);
  let status = state.status;
  if (typeof to === "string") status = to;
  else if (to !== undefined) {
    const chosen = to.choose(state, event);
    if (chosen === null ? to.orSame !== true : !to.oneOf.includes(chosen)) {
      throw DomainError.invariant(`"${event.type}" of "${machine.id}" chose ${chosen}.`);
    }
    status = chosen ?? status;
  }
  return { status, sequence: event.sequence, data };
}
