import { describe, expect, it } from "vitest";
import { decide } from "../../../src/kernel/decide.js";
import { defineMachine } from "../../../src/kernel/define-machine.js";
import { DomainError } from "../../../src/kernel/domain-error.js";
import type { MachineDefinition } from "../../../src/kernel/machine-types.js";
import { appraisalMachine } from "./appraisal-machine.js";
import { deepFreeze } from "./deep-freeze.js";

interface DoorModel {
  readonly status: "shut" | "open" | "locked";
  readonly role: "guard" | "guest";
  readonly data: null;
  readonly command: { readonly type: "push" | "lock" };
  readonly events: { readonly pushed: null | object; readonly locked: object };
}
type Door = MachineDefinition<DoorModel>;

const door: Door = deepFreeze({
  id: "door",
  statuses: ["shut", "open", "locked"],
  initial: { status: "shut", sequence: 0, data: null },
  commands: {
    push: { from: ["shut"], roles: ["guard", "guest"], emits: { pushed: () => ({}) } },
    lock: { from: ["open"], roles: ["guard"], emits: { locked: () => ({}) } },
  },
  events: { pushed: { to: "open" }, locked: { to: "locked" } },
});

function mistakes(change: Partial<Record<keyof Door, unknown>>): string[] {
  try {
    defineMachine({ ...door, ...change } as Door);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe("kernel/invalid-machine");
    return error.issues.map(({ params }) => String(params["detail"]));
  }
}

describe("defineMachine", () => {
  it("gives the definition back, with the statuses in which each event may happen", () => {
    expect(defineMachine(door)).toEqual({
      ...door,
      possibleIn: { pushed: ["shut"], locked: ["open"] },
    });
  });

  it("follows several events of one command and computed statuses", () => {
    expect(appraisalMachine.possibleIn).toEqual({
      rated: ["open", "rated"],
      shared: ["rated"],
      wasRead: ["shared"],
      closed: ["shared"],
      reopened: ["shared", "closed"],
    });
  });

  it.each<[string, Partial<Record<keyof Door, unknown>>, string[]]>([
    ["an empty id", { id: "" }, ["its id is empty."]],
    [
      "a status twice",
      { statuses: ["shut", "open", "locked", "open"] },
      ["the list of statuses names a status twice."],
    ],
    [
      "an unknown initial status and a sequence",
      { initial: { status: "ajar", sequence: 2, data: null } },
      ['the initial state names the unknown status "ajar".', "the initial sequence is not 0."],
    ],
    [
      "unknown and repeated names in a command",
      {
        commands: {
          ...door.commands,
          lock: {
            from: ["open", "open", "ajar"],
            roles: ["guard", "guard"],
            emits: { slammed: () => ({}) },
          },
        },
      },
      [
        'the command "lock" names the unknown status "ajar".',
        'the command "lock" names a status twice.',
        'the command "lock" names a role twice.',
        'the command "lock" causes the unknown event "slammed".',
      ],
    ],
    [
      "a command with nothing in it",
      { commands: { ...door.commands, lock: { from: [], roles: [], emits: {} } } },
      [
        'the command "lock" has no status to be given in.',
        'the command "lock" has no role that may give it.',
        'the command "lock" causes no event.',
      ],
    ],
    [
      "an event that leads nowhere known",
      { events: { pushed: { to: "ajar" }, locked: { to: { oneOf: [], choose: () => null } } } },
      [
        'the event "pushed" names the unknown status "ajar".',
        'the event "locked" leads to no status.',
      ],
    ],
    [
      "an event that is named like an inherited property",
      {
        commands: {
          ...door.commands,
          lock: { from: ["open"], roles: ["guard"], emits: { toString: () => ({}) } },
        },
      },
      ['the command "lock" causes the unknown event "toString".'],
    ],
    [
      "a status that is not reached, and an event that is not caused",
      { commands: { push: door.commands.push } },
      ['no command leads to the status "locked".', 'no command causes the event "locked".'],
    ],
    [
      "a status that is only reached from one that is not",
      { initial: { status: "locked", sequence: 0, data: null } },
      [
        'no command leads to the status "shut".',
        'no command leads to the status "open".',
        'no command causes the event "pushed".',
        'no command causes the event "locked".',
      ],
    ],
  ])("refuses %s", (_, change, details) => {
    expect(mistakes(change)).toEqual(details);
  });

  it("stops where a computed status is none of those announced", () => {
    for (const chosen of ["locked", null] as const) {
      const machine = defineMachine<DoorModel>({
        ...door,
        events: { ...door.events, pushed: { to: { oneOf: ["open"], choose: () => chosen } } },
      });
      const push = { command: { type: "push" }, actor: { id: "g", roles: ["guest"] } } as const;
      const at = "2026-03-02T09:00:00Z";
      expect(() => decide(machine, machine.initial, { ...push, at })).toThrowError(
        expect.objectContaining({ code: "kernel/invariant" }),
      );
    }
  });

  it("does not compile with names that the model does not have", () => {
    const unknown = {
      ...door,
      // @ts-expect-error the model has no status "ajar"
      statuses: ["shut", "open", "locked", "ajar"],
    } satisfies Door;
    expect(mistakes(unknown)).toEqual(['no command leads to the status "ajar".']);
  });
});
