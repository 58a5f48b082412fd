import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../../../src/kernel/decide.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { replay } from "../../../src/kernel/replay.js";
import { orThrow } from "../../../src/kernel/result.js";
import { surveyMachine } from "../../../src/multirater/survey-machine.js";
import type { SurveyModel } from "../../../src/multirater/survey-machine-types.js";

type Command = SurveyModel["command"];

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const instant = fc.integer({ min: 0, max: 40 }).map(day);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant("plan" as const),
    plan: fc.record({
      surveyId: fc.constantFrom("a", "b", ""),
      version: fc.integer({ min: 0, max: 3 }),
      window: fc.record({ opens: fc.option(instant), closes: fc.option(instant) }),
      late: fc.constantFrom("flag" as const, "refuse" as const),
    }),
  }),
  fc.record({ type: fc.constant("extend" as const), closes: instant }),
  fc.constant({ type: "open" as const }),
  fc.record({ type: fc.constantFrom("submit" as const, "close" as const, "release" as const) }),
  fc.constant({ type: "submit" as const }),
);
const step = fc.record({
  command,
  role: fc.constantFrom("hr", "hr", "hr", "hr", "rater", "system", "subject"),
  at: instant,
});

/** The rules once more, written as a table of plain conditions. */
function mayHappen(
  state: MachineState<SurveyModel>,
  given: { command: Command; role: string; at: string },
): boolean {
  const { command: asked, role, at } = given;
  const { plan, submissions } = state.data;
  const now = Date.parse(at);
  const ended = plan?.window.closes != null && now >= Date.parse(plan.window.closes);
  const begun = plan?.window.opens == null || now >= Date.parse(plan.window.opens);
  switch (asked.type) {
    case "plan": {
      const { opens, closes } = asked.plan.window;
      const ordered = opens === null || closes === null || opens < closes;
      const valid = asked.plan.surveyId !== "" && asked.plan.version >= 1 && ordered;
      return (
        role === "hr" && ["draft", "open"].includes(state.status) && submissions === 0 && valid
      );
    }
    case "extend": {
      const later = plan?.window.closes != null && asked.closes > plan.window.closes;
      return role === "hr" && ["draft", "open"].includes(state.status) && later;
    }
    case "open":
      return role === "hr" && state.status === "draft" && plan !== null;
    case "submit":
      return (
        role === "rater" && state.status === "open" && (ended ? plan?.late !== "refuse" : begun)
      );
    case "close":
      return state.status === "open" && (role === "hr" || (role === "system" && ended));
    case "release":
      return role === "hr" && state.status === "closed";
  }
}

it("allows exactly what the rules allow, loses no event, and replays to its state", () => {
  let commands = 0;
  let released = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      let state: MachineState<SurveyModel> = surveyMachine.initial;
      const events: MachineEvent<SurveyModel>[] = [];
      for (const given of steps) {
        commands += 1;
        const before = JSON.stringify(state);
        const expected = mayHappen(state, given);
        const actor = { id: "someone", roles: [given.role] };
        const decision = decide(surveyMachine, state, {
          command: given.command,
          actor,
          at: given.at,
        });
        expect(decision.ok).toBe(expected);
        expect(JSON.stringify(state)).toBe(before);
        if (!decision.ok) continue;
        events.push(...decision.value.events);
        state = decision.value.state;
      }
      if (state.status === "released") released += 1;
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
      expect(orThrow(replay(surveyMachine, JSON.parse(JSON.stringify(events))))).toEqual(state);
      expect(state.data.submissions).toBe(events.filter(({ type }) => type === "submitted").length);
    }),
    { numRuns: 400, seed: 20260301 },
  );
  expect(commands).toBeGreaterThanOrEqual(10_000);
  expect(released).toBeGreaterThan(20);
});
