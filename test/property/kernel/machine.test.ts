import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../../../src/kernel/decide.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { replay } from "../../../src/kernel/replay.js";
import { orThrow } from "../../../src/kernel/result.js";
import { type AppraisalModel, appraisalMachine } from "../../unit/kernel/appraisal-machine.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";

type State = MachineState<AppraisalModel>;
type Role = AppraisalModel["role"];
type Request = Parameters<typeof decide<AppraisalModel>>[2];

/** Who may give which command in which status, written down a second time. */
const TABLE: Readonly<Record<string, { from: string; roles: string }>> = {
  rate: { from: "open rated", roles: "manager" },
  share: { from: "rated", roles: "manager hr" },
  read: { from: "shared", roles: "employee manager" },
  close: { from: "shared", roles: "hr" },
  rateAndShare: { from: "open", roles: "hr" },
  reopen: { from: "shared closed", roles: "hr" },
};

function shouldAccept({ status }: State, { command, actor, facts }: Request): boolean {
  const row = TABLE[command.type];
  if (row === undefined || !row.from.split(" ").includes(status)) return false;
  if (!actor.roles.some((role) => row.roles.split(" ").includes(role))) return false;
  if (command.type === "rate" && (facts.goals === 0 || facts.frozen)) return false;
  return !("rating" in command) || (command.rating >= 1 && command.rating <= 5);
}

const request: fc.Arbitrary<Request> = fc.record({
  command: fc.oneof(
    fc.record({
      type: fc.constantFrom("rate" as const, "rateAndShare" as const),
      rating: fc.integer({ min: 0, max: 6 }),
    }),
    fc.record({ type: fc.constantFrom("share" as const, "read" as const, "close" as const) }),
    fc.record({ type: fc.constant("reopen" as const), reasonId: fc.constantFrom("keep", "wrong") }),
    fc.constant({ type: "erase" as "read" }),
  ),
  actor: fc.record({
    id: fc.constantFrom("ana", "ben", "__proto__"),
    roles: fc.subarray<Role>(["employee", "manager", "hr"]),
  }),
  at: fc.constantFrom("2026-03-02T09:00:00Z", "2026-03-02T10:00:00+01:00"),
  facts: fc.record({ goals: fc.nat({ max: 2 }), frozen: fc.boolean() }),
});

it("keeps its rules under any sequence of commands", () => {
  let given = 0;
  let accepted = 0;
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(request, { minLength: 40, maxLength: 120, size: "max" }), (requests) => {
      let state: State = deepFreeze(appraisalMachine.initial);
      const stream: MachineEvent<AppraisalModel>[] = [];
      for (const next of requests) {
        const before = JSON.stringify(state);
        const result = decide(appraisalMachine, state, deepFreeze(next));
        given++;
        expect(result.ok).toBe(shouldAccept(state, next));
        expect(JSON.stringify(state)).toBe(before);
        if (!result.ok) continue;
        accepted++;
        for (const { sequence, by } of result.value.events) {
          expect(sequence).toBe(
            stream.length + 1 + result.value.events.findIndex((e) => e.sequence === sequence),
          );
          expect(by.id).toBe(next.actor.id);
          expect(next.actor.roles).toContain(by.role);
          expect(TABLE[next.command.type]?.roles.split(" ")).toContain(by.role);
        }
        stream.push(...result.value.events);
        seen.add(`${state.status} ${next.command.type}`);
        state = deepFreeze(result.value.state);
        expect(state.sequence).toBe(stream.length);
      }
      expect(orThrow(replay(appraisalMachine, stream))).toEqual(state);
      expect(orThrow(replay(appraisalMachine, JSON.parse(JSON.stringify(stream))))).toEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      const middle = Math.floor(stream.length / 2);
      const snapshot = orThrow(replay(appraisalMachine, stream.slice(0, middle)));
      expect(orThrow(replay(appraisalMachine, stream.slice(middle), snapshot))).toEqual(state);
      if (middle > 0) {
        const lost = [...stream.slice(0, middle - 1), ...stream.slice(middle)];
        expect(replay(appraisalMachine, lost).ok).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
  expect(given).toBeGreaterThanOrEqual(10_000);
  expect(accepted).toBeGreaterThan(1_000);
  // Every arrow of the machine was walked.
  expect([...seen].sort()).toEqual(
    Object.entries(TABLE)
      .flatMap(([command, { from }]) => from.split(" ").map((status) => `${status} ${command}`))
      .sort(),
  );
});
