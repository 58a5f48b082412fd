import type {
  AnyModel,
  CommandDefinition,
  EventDefinition,
  MachineDefinition,
} from "./machine-types.js";

/**
 * The statuses that a command may lead to from one status. `visit` hears of each event on the way,
 * with the statuses in which it may happen.
 */
export function targetsOf(
  machine: MachineDefinition<AnyModel>,
  command: CommandDefinition<AnyModel>,
  from: { status: string; visit?: (type: string, statuses: readonly string[]) => void },
): readonly string[] {
  let statuses: readonly string[] = [from.status];
  for (const type of Object.keys(command.emits)) {
    from.visit?.(type, statuses);
    statuses = nextStatuses(machine.events[type]?.to, statuses);
  }
  return statuses;
}

function nextStatuses(
  to: EventDefinition<AnyModel>["to"],
  statuses: readonly string[],
): readonly string[] {
  if (to === undefined) return statuses;
  if (typeof to === "string") return [to];
  return [...new Set(to.orSame === true ? [...statuses, ...to.oneOf] : to.oneOf)];
}
