import { agreementCommands } from "./agreement-commands.js";
import { agreementEvents } from "./agreement-events.js";
import type { AgreementModel } from "./agreement-types.js";
import { defineMachine } from "./define-machine.js";
import type { Machine } from "./machine-types.js";

/** How a product uses the agreement machine. */
export interface AgreementMachineOptions {
  /** The roles that its parties hold; `employee` and `manager` by default. */
  readonly roles?: readonly string[];
}

/**
 * Makes the machine on which two parties agree to a content: a goal, a growth plan, terms.
 *
 * @remarks One party opens the agreement with both parties' identifiers and the first version. In
 * draft either may edit and then propose it. While it is proposed either may counter with changes:
 * the status is `countered` while the latest version is the other party's, and `proposed` while it is
 * that of the party who proposed. It is agreed once both have agreed to the latest version. Every
 * change makes a new version and voids both agreements, also those of the party who makes it: who
 * writes a version has not agreed to it until they say so, and may do so at once. An agreed content
 * is reopened by `amend`, as a new proposal of the party who amends it; until both agree again
 * `agreedVersion` names the version that was agreed last. What is agreed can be amended, not
 * withdrawn.
 *
 * Each version keeps who changed what. A change's path must exist. Events carry the content, so keep
 * free text about people in documents and refer to them by identifier.
 * @param options - the roles of the parties.
 * @returns the machine, typed by its content.
 * @throws {@link DomainError} with code `kernel/invalid-machine` when there is no role, or one twice.
 * @example
 * ```ts
 * import { agreementMachine, decide, orThrow } from "truescore/kernel";
 *
 * const machine = agreementMachine<{ title: string; target: number }>();
 * const ana = { actor: { id: "ana", roles: ["employee"] }, at: "2026-03-02T09:00:00Z" };
 * const ben = { actor: { id: "ben", roles: ["manager"] }, at: "2026-03-03T09:00:00Z" };
 * const content = { title: "Answer within a day", target: 80 };
 *
 * let { state } = orThrow(
 *   decide(machine, machine.initial, { command: { type: "open", parties: ["ana", "ben"], content }, ...ana }),
 * );
 * ({ state } = orThrow(decide(machine, state, { command: { type: "propose", version: 1 }, ...ana })));
 * const changes = [{ op: "replace", path: ["target"], value: 90 }] as const;
 * ({ state } = orThrow(decide(machine, state, { command: { type: "counter", version: 1, changes }, ...ben })));
 * state.status; // => "countered"
 * ({ state } = orThrow(decide(machine, state, { command: { type: "agree", version: 2 }, ...ben })));
 * ({ state } = orThrow(decide(machine, state, { command: { type: "agree", version: 2 }, ...ana })));
 * state.status; // => "agreed"
 * state.data.versions[1]?.changes;
 * // => [{ op: "replace", path: ["target"], before: 80, after: 90 }]
 * ```
 */
export function agreementMachine<Content extends object>(
  options: AgreementMachineOptions = {},
): Machine<AgreementModel<Content>> {
  const { roles = ["employee", "manager"] } = options;
  return defineMachine<AgreementModel<Content>>({
    id: "agreement",
    statuses: ["draft", "proposed", "countered", "agreed", "withdrawn"],
    initial: {
      status: "draft",
      sequence: 0,
      data: {
        parties: [],
        content: null,
        versions: [],
        proposedBy: null,
        consents: [],
        agreedVersion: null,
      },
    },
    commands: agreementCommands<Content>(roles),
    events: agreementEvents<Content>(),
  });
}
