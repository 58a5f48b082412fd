import { describe, expect, it } from "vitest";
import type { MachineEvent } from "../../../src/kernel/machine-types.js";
import { replay } from "../../../src/kernel/replay.js";
import { orThrow } from "../../../src/kernel/result.js";
import { type AppraisalModel, appraisalMachine } from "./appraisal-machine.js";
import { deepFreeze } from "./deep-freeze.js";

type Event = MachineEvent<AppraisalModel>;
const at = "2026-03-02T09:00:00Z";
const by = { id: "ben", role: "manager" };
const rated: Event = { type: "rated", sequence: 1, at, by, data: { rating: 4 } };
const shared: Event = { type: "shared", sequence: 2, at, by, data: { frozen: false } };
const wasRead: Event = { type: "wasRead", sequence: 3, at, by, data: { readerId: "ana" } };
const events = deepFreeze([rated, shared, wasRead]);
const end = { status: "shared", sequence: 3, data: { rating: 4, readBy: ["ana"], reopened: 0 } };

describe("replay", () => {
  it("gives the initial state where nothing happened", () => {
    expect(orThrow(replay(appraisalMachine, []))).toEqual(appraisalMachine.initial);
  });

  it("gives the state after the last event", () => {
    expect(replay(appraisalMachine, events)).toEqual({ ok: true, value: end, warnings: [] });
  });

  it("goes on from a snapshot", () => {
    const snapshot = deepFreeze(orThrow(replay(appraisalMachine, [rated, shared])));
    expect(orThrow(replay(appraisalMachine, [wasRead], snapshot))).toEqual(end);
    expect(orThrow(replay(appraisalMachine, [], snapshot))).toBe(snapshot);
  });

  it.each<[string, Event[], string[]]>([
    [
      "a lost event",
      [rated, wasRead],
      [
        "[1].sequence: Event 2 was expected, not 3.",
        '[1].type: "wasRead" cannot happen in status "rated", only in: shared.',
      ],
    ],
    [
      "events in another order",
      [shared, rated],
      [
        "[0].sequence: Event 1 was expected, not 2.",
        '[0].type: "shared" cannot happen in status "open", only in: rated.',
      ],
    ],
    ["an event twice", [rated, rated], ["[1].sequence: Event 2 was expected, not 1."]],
    [
      "the first that fails, and no later one",
      [rated, { ...shared, at: "" }, { ...wasRead, at: "" }],
      ['[1].at: "" is not an ISO 8601 instant with Z or an offset.'],
    ],
  ])("stops at %s", (_, stream, lines) => {
    const result = replay(appraisalMachine, stream);
    const found = result.ok ? [] : result.issues;
    expect(
      found.map(({ path, message }) => `[${path[0]}].${path.slice(1).join(".")}: ${message}`),
    ).toEqual(lines);
  });
});
