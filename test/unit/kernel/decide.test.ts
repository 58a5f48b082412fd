import { describe, expect, expectTypeOf, it } from "vitest";
import { type CommandRequest, decide } from "../../../src/kernel/decide.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { orThrow } from "../../../src/kernel/result.js";
import { type AppraisalModel, appraisalMachine } from "./appraisal-machine.js";
import { deepFreeze } from "./deep-freeze.js";

type State = MachineState<AppraisalModel>;

const at = "2026-03-02T09:00:00Z";
const facts = { goals: 3, frozen: false };
const ben = { id: "ben", roles: ["manager"] };
const eva = { id: "eva", roles: ["guest", "hr", "manager"] };
const stateIn = (status: State["status"], sequence = 4): State => ({
  status,
  sequence,
  data: { rating: 3, readBy: [], reopened: 0 },
});

function refusal(state: State, request: CommandRequest<AppraisalModel>): string[][] {
  const before = JSON.stringify(state);
  const result = decide(appraisalMachine, deepFreeze(state), deepFreeze(request));
  expect(JSON.stringify(state)).toBe(before);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")]);
}

describe("decide accepts", () => {
  it("a command: the next state and a numbered event", () => {
    const result = decide(
      appraisalMachine,
      deepFreeze(appraisalMachine.initial),
      deepFreeze({ command: { type: "rate", rating: 4 }, actor: ben, at, facts } as const),
    );
    expect(result).toEqual({
      ok: true,
      value: {
        state: { status: "rated", sequence: 1, data: { rating: 4, readBy: [], reopened: 0 } },
        events: [
          {
            type: "rated",
            sequence: 1,
            at,
            by: { id: "ben", role: "manager" },
            data: { rating: 4 },
          },
        ],
      },
      warnings: [],
    });
  });

  it("a command with several events, each applied to the outcome of the one before", () => {
    const { state, events } = orThrow(
      decide(appraisalMachine, stateIn("open"), {
        command: { type: "rateAndShare", rating: 5 },
        actor: eva,
        at,
        facts: { goals: 0, frozen: true },
      }),
    );
    expect(state).toMatchObject({ status: "shared", sequence: 6, data: { rating: 5 } });
    expect(events.map(({ type, sequence, data }) => ({ type, sequence, data }))).toEqual([
      { type: "rated", sequence: 5, data: { rating: 5 } },
      { type: "shared", sequence: 6, data: { frozen: true } },
    ]);
  });

  it("an idempotent command without an event", () => {
    const read = {
      command: { type: "read" },
      actor: { id: "ana", roles: ["employee"] },
      at,
      facts,
    } as const;
    const once = orThrow(decide(appraisalMachine, stateIn("shared"), read));
    expect(once.state.data.readBy).toEqual(["ana"]);
    expect(orThrow(decide(appraisalMachine, once.state, read))).toEqual({
      state: once.state,
      events: [],
    });
  });

  it("a command whose status depends on the state", () => {
    const reopen = (state: State) =>
      orThrow(
        decide(appraisalMachine, state, {
          command: { type: "reopen", reasonId: "keep" },
          actor: eva,
          at,
          facts,
        }),
      ).state;
    expect(reopen(stateIn("shared"))).toMatchObject({ status: "rated", data: { rating: 3 } });
    expect(reopen(stateIn("closed"))).toMatchObject({ status: "open" });
  });

  it("the first of the actor's roles that may give the command", () => {
    const by = (roles: readonly string[]) =>
      orThrow(
        decide(appraisalMachine, stateIn("rated"), {
          command: { type: "share" },
          actor: { id: "eva", roles },
          at,
          facts,
        }),
      ).events[0]?.by;
    expect(by(["guest", "hr", "manager"])).toEqual({ id: "eva", role: "hr" });
    expect(by(["manager", "hr"])).toEqual({ id: "eva", role: "manager" });
  });

  it("without freezing what it was given", () => {
    const actor = { id: "ben", roles: ["manager"] };
    const known = { goals: 3, frozen: false };
    const request = { command: { type: "rate", rating: 4 }, actor, at, facts: known } as const;
    const state = stateIn("open");
    expect(decide(appraisalMachine, state, request).ok).toBe(true);
    for (const given of [request, request.command, known, actor, actor.roles, state, state.data]) {
      expect(Object.isFrozen(given)).toBe(false);
    }
  });
});

describe("decide refuses", () => {
  it.each<[string, State, CommandRequest<AppraisalModel>, string[][]]>([
    [
      "the wrong status",
      stateIn("open"),
      { command: { type: "share" }, actor: ben, at, facts },
      [["kernel/wrong-status", "state.status"]],
    ],
    [
      "a status that the machine does not have",
      stateIn("gone" as "open"),
      { command: { type: "rate", rating: 3 }, actor: ben, at, facts },
      [["kernel/wrong-status", "state.status"]],
    ],
    [
      "the wrong role",
      stateIn("rated"),
      { command: { type: "share" }, actor: { id: "ana", roles: ["employee"] }, at, facts },
      [["kernel/wrong-role", "actor.roles"]],
    ],
    [
      "no role",
      stateIn("rated"),
      { command: { type: "share" }, actor: { id: "ana", roles: [] }, at, facts },
      [["kernel/wrong-role", "actor.roles"]],
    ],
    [
      "an actor without an identifier",
      stateIn("rated"),
      { command: { type: "share" }, actor: { id: "", roles: ["hr"] }, at, facts },
      [["kernel/missing-actor", "actor.id"]],
    ],
    [
      "a time without an offset",
      stateIn("rated"),
      { command: { type: "share" }, actor: ben, at: "2026-03-02T09:00:00", facts },
      [["kernel/invalid-instant", "at"]],
    ],
    [
      "a state that is not numbered",
      stateIn("rated", Number.NaN),
      { command: { type: "share" }, actor: ben, at, facts },
      [["kernel/invalid-state", "state.sequence"]],
    ],
    [
      "a state numbered below zero",
      stateIn("rated", -1),
      { command: { type: "share" }, actor: ben, at, facts },
      [["kernel/invalid-state", "state.sequence"]],
    ],
    [
      "a guard and a check",
      stateIn("rated"),
      { command: { type: "rate", rating: 9 }, actor: ben, at, facts: { goals: 0, frozen: false } },
      [
        ["appraisal/no-goals", ""],
        ["appraisal/rating", "command.rating"],
      ],
    ],
    [
      "everything at once",
      stateIn("closed", 0.5),
      {
        command: { type: "rate", rating: 0 },
        actor: { id: "", roles: ["employee", "hr"] },
        at: "now",
        facts: { goals: 0, frozen: true },
      },
      [
        ["kernel/invalid-state", "state.sequence"],
        ["kernel/missing-actor", "actor.id"],
        ["kernel/invalid-instant", "at"],
        ["kernel/wrong-status", "state.status"],
        ["kernel/wrong-role", "actor.roles"],
      ],
    ],
    [
      "an unknown command, with what else is wrong",
      stateIn("open"),
      { command: { type: "delete" as "share" }, actor: { id: "", roles: [] }, at: "", facts },
      [
        ["kernel/missing-actor", "actor.id"],
        ["kernel/invalid-instant", "at"],
        ["kernel/unknown-command", "command.type"],
      ],
    ],
    [
      "a command named like an inherited property",
      stateIn("open"),
      { command: { type: "constructor" as "share" }, actor: ben, at, facts },
      [["kernel/unknown-command", "command.type"]],
    ],
  ])("%s", (_, state, request, issues) => {
    expect(refusal(state, request)).toEqual(issues);
  });

  it("in words that name the status and the roles", () => {
    const result = decide(appraisalMachine, stateIn("closed"), {
      command: { type: "rate", rating: 3 },
      actor: { id: "eva", roles: ["hr", "guest"] },
      at,
      facts,
    });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      '"rate" may not be given in status "closed", only in: open, rated.',
      '"rate" may not be given by the roles "hr, guest", only by: manager.',
    ]);
  });
});

describe("the types of decide", () => {
  it("know commands, facts and events", () => {
    const { events } = orThrow(
      decide(appraisalMachine, stateIn("rated"), {
        command: { type: "share" },
        actor: ben,
        at,
        facts,
      }),
    );
    expectTypeOf(events).toEqualTypeOf<readonly MachineEvent<AppraisalModel>[]>();
    const [event] = events;
    if (event?.type === "rated")
      expectTypeOf(event.data).toEqualTypeOf<{ readonly rating: number }>();
    const share = { command: { type: "share" }, actor: ben, at } as const;
    // @ts-expect-error the facts are missing
    expect(() => decide(appraisalMachine, stateIn("rated"), share)).toThrow(TypeError);
    const rate = { command: { type: "rate" }, actor: ben, at, facts } as const;
    // @ts-expect-error the rating is missing
    expect(decide(appraisalMachine, stateIn("rated"), rate).ok).toBe(false);
  });
});
