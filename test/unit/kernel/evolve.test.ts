import { describe, expect, it } from "vitest";
import { evolve } from "../../../src/kernel/evolve.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { type AppraisalModel, appraisalMachine } from "./appraisal-machine.js";
import { deepFreeze } from "./deep-freeze.js";

const state: MachineState<AppraisalModel> = deepFreeze({
  status: "shared",
  sequence: 2,
  data: { rating: 4, readBy: ["ana"], reopened: 0 },
});
const head = { sequence: 3, at: "2026-03-02T09:00:00Z", by: { id: "eva", role: "hr" } };

function refusal(event: object): string[][] {
  const result = evolve(appraisalMachine, state, deepFreeze(event) as MachineEvent<AppraisalModel>);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")]);
}

describe("evolve", () => {
  it("applies an event that changes the status, the data, or both", () => {
    const next = (event: MachineEvent<AppraisalModel>) => evolve(appraisalMachine, state, event);
    expect(next({ ...head, type: "closed", data: {} })).toEqual({
      ok: true,
      value: { ...state, status: "closed", sequence: 3 },
      warnings: [],
    });
    expect(next({ ...head, type: "wasRead", data: { readerId: "ben" } })).toMatchObject({
      value: { status: "shared", sequence: 3, data: { rating: 4, readBy: ["ana", "ben"] } },
    });
    expect(next({ ...head, type: "reopened", data: { reasonId: "r1" } })).toMatchObject({
      value: { status: "rated", data: { rating: null, readBy: [], reopened: 1 } },
    });
  });

  it("does not ask who caused it", () => {
    expect(
      refusal({ ...head, by: { id: "x", role: "stranger" }, type: "closed", data: {} }),
    ).toEqual([]);
  });

  it.each([
    [
      "an event again",
      { ...head, sequence: 2, type: "closed", data: {} },
      [["kernel/out-of-order", "sequence"]],
    ],
    [
      "a gap",
      { ...head, sequence: 4, type: "closed", data: {} },
      [["kernel/out-of-order", "sequence"]],
    ],
    [
      "no number",
      { ...head, sequence: Number.NaN, type: "closed", data: {} },
      [["kernel/out-of-order", "sequence"]],
    ],
    [
      "an unknown event",
      { ...head, type: "deleted", data: {} },
      [["kernel/unknown-event", "type"]],
    ],
    [
      "an inherited name",
      { ...head, type: "toString", data: {} },
      [["kernel/unknown-event", "type"]],
    ],
    [
      "an event of another status",
      { ...head, type: "shared", data: {} },
      [["kernel/impossible-event", "type"]],
    ],
    [
      "a time that is none",
      { ...head, at: "yesterday", type: "closed", data: {} },
      [["kernel/invalid-instant", "at"]],
    ],
    [
      "what the event's own check finds",
      { ...head, type: "wasRead", data: { readerId: "ana" } },
      [["appraisal/frozen", "data.readerId"]],
    ],
    [
      "all of it together",
      { ...head, sequence: 9, at: "", type: "wasRead", data: { readerId: "ana" } },
      [
        ["kernel/out-of-order", "sequence"],
        ["kernel/invalid-instant", "at"],
        ["appraisal/frozen", "data.readerId"],
      ],
    ],
    [
      "the place in the stream beside the name",
      { ...head, sequence: 9, type: "deleted", data: {} },
      [
        ["kernel/out-of-order", "sequence"],
        ["kernel/unknown-event", "type"],
      ],
    ],
  ])("refuses %s", (_, event, issues) => {
    expect(refusal(event)).toEqual(issues);
  });
});
