import {
  checkEdits,
  checkOpening,
  checkVersion,
  requireFirstConsent,
  requireOpened,
  requireParty,
  requireUnopened,
} from "./agreement-rules.js";
import type { AgreementData, AgreementModel, ContentEdit, VersionMade } from "./agreement-types.js";
import { DomainError } from "./domain-error.js";
import { editContent } from "./edit-content.js";
import type { MachineDefinition } from "./machine-types.js";

/** The commands of an agreement whose parties hold the given roles. */
export function agreementCommands<Content extends object>(
  roles: readonly string[],
): MachineDefinition<AgreementModel<Content>>["commands"] {
  const change = { roles, checks: [checkVersion, checkEdits] };
  const read = { roles, checks: [checkVersion] };
  const opened = [requireOpened, requireParty];
  return {
    open: {
      from: ["draft"],
      roles,
      guards: [requireUnopened],
      checks: [checkOpening],
      emits: {
        // Copies, so that what was recorded does not change with the caller's objects.
        opened: ({ command: { parties, content } }) => ({
          parties: [...parties],
          content: JSON.parse(JSON.stringify(content)),
        }),
      },
    },
    edit: { from: ["draft"], ...change, guards: opened, emits: { edited: makeVersion } },
    propose: {
      from: ["draft"],
      ...read,
      guards: opened,
      emits: { proposed: ({ command }) => ({ version: command.version }) },
    },
    counter: {
      from: ["proposed", "countered"],
      ...change,
      guards: [requireParty],
      emits: { countered: makeVersion },
    },
    agree: {
      from: ["proposed", "countered"],
      ...read,
      guards: [requireParty, requireFirstConsent],
      emits: { consented: ({ command }) => ({ version: command.version }) },
    },
    amend: { from: ["agreed"], ...change, guards: [requireParty], emits: { amended: makeVersion } },
    withdraw: {
      from: ["draft", "proposed", "countered"],
      roles,
      guards: opened,
      emits: { withdrawn: () => ({}) },
    },
  };
}

/** The data of an event that makes the next version. */
function makeVersion({
  state,
  command,
}: {
  readonly state: { readonly data: AgreementData<object> };
  readonly command: { readonly changes: readonly ContentEdit[] };
}): VersionMade {
  const { content, versions } = state.data;
  if (content === null) throw DomainError.invariant("An agreement is changed before opening.");
  return { version: versions.length + 1, changes: editContent(content, command.changes).changes };
}
