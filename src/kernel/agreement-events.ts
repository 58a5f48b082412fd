import {
  checkHistory,
  checkOpening,
  checkVersion,
  requireFirstConsent,
  requireOpened,
  requireParty,
  requireUnopened,
} from "./agreement-rules.js";
import type { AgreementData, AgreementModel, VersionMade } from "./agreement-types.js";
import { DomainError } from "./domain-error.js";
import { applyChanges } from "./edit-content.js";
import type {
  MachineDefinition,
  MachineEvent,
  MachineState,
  RecordedEvent,
} from "./machine-types.js";
import type { Issue } from "./types.js";

type State = Pick<MachineState<AgreementModel<object>>, "data">;
type VersionEvent = RecordedEvent<string, VersionMade>;

/** What the events of an agreement do to it. */
export function agreementEvents<Content extends object>(): MachineDefinition<
  AgreementModel<Content>
>["events"] {
  return {
    opened: {
      apply: open,
      check: (state, { data: command, by: actor }) => [
        ...requireUnopened({ state, actor }),
        ...checkOpening({ state, actor, command }),
      ],
    },
    edited: { apply: addVersion, check: checkVersionEvent },
    proposed: {
      to: "proposed",
      apply: (data, { by }) => ({ ...data, proposedBy: by.id }),
      check: checkVersionNamed,
    },
    countered: {
      to: {
        oneOf: ["proposed", "countered"],
        choose: ({ data }, { by }) => (by.id === data.proposedBy ? "proposed" : "countered"),
      },
      apply: addVersion,
      check: checkVersionEvent,
    },
    consented: {
      to: {
        oneOf: ["agreed"],
        orSame: true,
        choose: ({ data }) => (data.consents.length === 1 ? "agreed" : null),
      },
      apply: (data, { by, at, data: { version } }) => ({
        ...data,
        consents: [...data.consents, { partyId: by.id, at }],
        agreedVersion: data.consents.length === 1 ? version : data.agreedVersion,
      }),
      check: (state, event) => [
        ...checkVersionNamed(state, event),
        ...requireFirstConsent({ state, actor: event.by }),
      ],
    },
    amended: {
      to: "proposed",
      apply: (data, event) => ({ ...addVersion(data, event), proposedBy: event.by.id }),
      check: checkVersionEvent,
    },
    withdrawn: { to: "withdrawn", check: (state, { by }) => checkActor(state, by) },
  };
}

function open<Content extends object>(
  data: AgreementData<Content>,
  { by, at, data: { parties, content } }: MachineEvent<AgreementModel<Content>, "opened">,
): AgreementData<Content> {
  return { ...data, parties, content, versions: [{ version: 1, by, at, changes: [] }] };
}

function addVersion<Content extends object>(
  data: AgreementData<Content>,
  { by, at, data: { version, changes } }: VersionEvent,
): AgreementData<Content> {
  if (data.content === null) throw DomainError.invariant("An agreement is changed before opening.");
  return {
    ...data,
    content: applyChanges(data.content, changes),
    versions: [...data.versions, { version, by, at, changes }],
    consents: [],
  };
}

function checkVersionEvent(state: State, event: VersionEvent): Issue[] {
  return [...requireParty({ state, actor: event.by }), ...checkHistory(state.data, event.data)];
}

function checkVersionNamed(
  state: State,
  { by, data }: RecordedEvent<string, { readonly version: number }>,
): Issue[] {
  const issues = checkVersion({ state, actor: by, command: data });
  return [
    ...checkActor(state, by),
    ...issues.map((issue) => ({ ...issue, path: ["data", "version"] })),
  ];
}

function checkActor(state: State, actor: { readonly id: string }): Issue[] {
  return [...requireOpened({ state, actor }), ...requireParty({ state, actor })];
}
