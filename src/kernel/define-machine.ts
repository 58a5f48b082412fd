import { DomainError } from "./domain-error.js";
import { createIssue } from "./issue.js";
import { INVALID_MACHINE } from "./issues.js";
import type { AnyModel, Machine, MachineDefinition, MachineModel } from "./machine-types.js";
import { targetsOf } from "./transitions.js";

/**
 * Checks a machine's definition and completes it with the statuses in which each event may happen.
 *
 * @remarks Give the model as the type argument; commands, events, guards and states are then typed
 * by it. Wrong are: a status twice or unknown, a command without statuses, roles or events, an event
 * that is unknown or that no command causes, a status that no command leads to, and an initial
 * sequence other than 0.
 * @param definition - the machine as data and pure functions. It is not changed.
 * @returns the machine, to be given to `decide`, `evolve`, `replay`, `availableCommands` and
 *   `toMermaid`.
 * @throws {@link DomainError} with code `kernel/invalid-machine` and everything that is wrong, since
 *   a wrong definition is a mistake in the program.
 * @example
 * ```ts
 * import { decide, defineMachine } from "truescore/kernel";
 *
 * interface NoteModel {
 *   status: "written" | "read";
 *   role: "employee" | "manager";
 *   data: { readonly readBy: string | null };
 *   command: { readonly type: "acknowledge" };
 *   events: { acknowledged: { readonly readerId: string } };
 * }
 * const noteMachine = defineMachine<NoteModel>({
 *   id: "note",
 *   statuses: ["written", "read"],
 *   initial: { status: "written", sequence: 0, data: { readBy: null } },
 *   commands: {
 *     acknowledge: {
 *       from: ["written"],
 *       roles: ["employee"],
 *       emits: { acknowledged: ({ actor }) => ({ readerId: actor.id }) },
 *     },
 *   },
 *   events: {
 *     acknowledged: { to: "read", apply: (_data, event) => ({ readBy: event.data.readerId }) },
 *   },
 * });
 * const decision = decide(noteMachine, noteMachine.initial, {
 *   command: { type: "acknowledge" },
 *   actor: { id: "ana", roles: ["employee"] },
 *   at: "2026-03-02T09:00:00Z",
 * });
 * decision.ok ? decision.value.state : null;
 * // => { status: "read", sequence: 1, data: { readBy: "ana" } }
 * ```
 */
export function defineMachine<Model extends MachineModel>(
  definition: MachineDefinition<Model>,
): Machine<Model> {
  const erased = definition as unknown as MachineDefinition<AnyModel>;
  const known = findUnknownNames(erased);
  const { possibleIn, mistakes } = known.length > 0 ? NOTHING : traceEvents(erased);
  const [first, ...rest] = [...known, ...mistakes].map((detail) =>
    createIssue(INVALID_MACHINE, { params: { machine: definition.id, detail } }),
  );
  if (first !== undefined) throw new DomainError([first, ...rest]);
  return { ...definition, possibleIn: possibleIn as never };
}

const NOTHING: { possibleIn: Record<string, string[]>; mistakes: string[] } = {
  possibleIn: {},
  mistakes: [],
};

function findUnknownNames(machine: MachineDefinition<AnyModel>): string[] {
  const { id, statuses, initial, commands, events } = machine;
  const mistakes: string[] = [];
  const report = (wrong: boolean, detail: string): void => {
    if (wrong) mistakes.push(detail);
  };
  const checkStatuses = (place: string, names: readonly string[]): void => {
    for (const name of names) {
      report(!statuses.includes(name), `${place} names the unknown status "${name}".`);
    }
    report(new Set(names).size < names.length, `${place} names a status twice.`);
  };
  report(id === "", "its id is empty.");
  checkStatuses("the list of statuses", statuses);
  checkStatuses("the initial state", [initial.status]);
  report(initial.sequence !== 0, "the initial sequence is not 0.");
  for (const [type, { from, roles, emits }] of Object.entries(commands)) {
    const place = `the command "${type}"`;
    checkStatuses(place, from);
    report(from.length === 0, `${place} has no status to be given in.`);
    report(roles.length === 0, `${place} has no role that may give it.`);
    report(new Set(roles).size < roles.length, `${place} names a role twice.`);
    report(Object.keys(emits).length === 0, `${place} causes no event.`);
    for (const event of Object.keys(emits)) {
      report(!Object.hasOwn(events, event), `${place} causes the unknown event "${event}".`);
    }
  }
  for (const [type, { to }] of Object.entries(events)) {
    const place = `the event "${type}"`;
    const targets = to === undefined ? [] : typeof to === "string" ? [to] : to.oneOf;
    checkStatuses(place, targets);
    report(to !== undefined && targets.length === 0, `${place} leads to no status.`);
  }
  return mistakes;
}

function traceEvents(machine: MachineDefinition<AnyModel>): typeof NOTHING {
  const possible = new Map(Object.keys(machine.events).map((type) => [type, new Set<string>()]));
  const reached = new Set([machine.initial.status]);
  const visit = (type: string, statuses: readonly string[]): void => {
    for (const status of statuses) possible.get(type)?.add(status);
  };
  // A set visits what is added to it while it is walked.
  for (const status of reached) {
    for (const command of Object.values(machine.commands)) {
      if (!command.from.includes(status)) continue;
      for (const target of targetsOf(machine, command, { status, visit })) reached.add(target);
    }
  }
  const mistakes = machine.statuses
    .filter((status) => !reached.has(status))
    .map((status) => `no command leads to the status "${status}".`);
  for (const [type, statuses] of possible) {
    if (statuses.size === 0) mistakes.push(`no command causes the event "${type}".`);
  }
  const inOrder = (names: Set<string>): string[] => machine.statuses.filter((s) => names.has(s));
  return {
    possibleIn: Object.fromEntries([...possible].map(([type, names]) => [type, inOrder(names)])),
    mistakes,
  };
}
