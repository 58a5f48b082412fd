import { describe, expect, it } from "vitest";
import { availableCommands } from "../../../src/kernel/available-commands.js";
import { decide } from "../../../src/kernel/decide.js";
import type { MachineState } from "../../../src/kernel/machine-types.js";
import { replay } from "../../../src/kernel/replay.js";
import { orThrow } from "../../../src/kernel/result.js";
import { toMermaid } from "../../../src/kernel/to-mermaid.js";
import { surveyMachine, windowStatus } from "../../../src/multirater/survey-machine.js";
import type { SurveyModel, SurveyPlan } from "../../../src/multirater/survey-machine-types.js";

type State = MachineState<SurveyModel>;

const HR = { id: "hana", roles: ["hr"] };
const RATER = { id: "ben", roles: ["rater"] };
const SYSTEM = { id: "clock", roles: ["system"] };
const PLAN: SurveyPlan = {
  surveyId: "leadership",
  version: 1,
  window: { opens: "2026-03-01T00:00:00Z", closes: "2026-04-01T00:00:00Z" },
  late: "flag",
};
const BEFORE = "2026-02-27T12:00:00Z";
const DURING = "2026-03-10T12:00:00Z";
const AFTER = "2026-04-02T12:00:00Z";

function run(
  state: State,
  command: SurveyModel["command"],
  given: { actor?: typeof HR; at?: string } = {},
) {
  const { actor = HR, at = DURING } = given;
  return decide(surveyMachine, state, { command, actor, at });
}

function stateAfter(...steps: readonly Parameters<typeof run>[1][]): State {
  return steps.reduce<State>((state, command) => {
    const actor = command.type === "submit" ? RATER : HR;
    return orThrow(run(state, command, { actor })).state;
  }, surveyMachine.initial);
}

function codes(result: ReturnType<typeof run>): string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

describe("windowStatus", () => {
  it.each([
    [null, null, "open"],
    [BEFORE, AFTER, "open"],
    [AFTER, null, "notYetOpen"],
    [null, BEFORE, "closed"],
    [BEFORE, BEFORE, "closed"],
    [DURING, null, "open"],
    [null, DURING, "closed"],
  ] as const)("opens %s, closes %s: %s", (opens, closes, expected) => {
    expect(windowStatus({ opens, closes }, DURING)).toBe(expected);
  });
});

describe("surveyMachine", () => {
  it("goes from draft to released and replays to the same state", () => {
    const commands = [
      { type: "plan", plan: PLAN },
      { type: "open" },
      { type: "submit" },
      { type: "close" },
      { type: "release" },
    ] as const;
    let state: State = surveyMachine.initial;
    const events = commands.flatMap((command) => {
      const actor = command.type === "submit" ? RATER : HR;
      const decision = orThrow(run(state, command, { actor }));
      state = decision.state;
      return decision.events;
    });
    expect(state.status).toBe("released");
    expect(state.data).toEqual({ plan: PLAN, submissions: 1, lateSubmissions: 0 });
    expect(events.map(({ type }) => type)).toEqual([
      "planned",
      "opened",
      "submitted",
      "closed",
      "released",
    ]);
    expect(orThrow(replay(surveyMachine, events))).toEqual(state);
  });

  it("opens nothing that was not planned", () => {
    expect(codes(run(surveyMachine.initial, { type: "open" }))).toEqual(["multirater/not-planned"]);
  });

  it("takes a new plan until the first response, and none after it", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    const plan = { ...PLAN, version: 2 };
    expect(run(open, { type: "plan", plan }).ok).toBe(true);
    const answered = orThrow(run(open, { type: "submit" }, { actor: RATER })).state;
    expect(codes(run(answered, { type: "plan", plan }))).toEqual(["multirater/survey-frozen"]);
  });

  it("refuses a response before the window", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    const early = run(open, { type: "submit" }, { actor: RATER, at: BEFORE });
    expect(codes(early)).toEqual(["multirater/not-yet-open"]);
  });

  it("flags a late response, or refuses it, as the plan says", () => {
    const late = { actor: RATER, at: AFTER };
    const flagging = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    expect(orThrow(run(flagging, { type: "submit" }, late)).state.data.lateSubmissions).toBe(1);
    const refusing = stateAfter(
      { type: "plan", plan: { ...PLAN, late: "refuse" } },
      { type: "open" },
    );
    expect(codes(run(refusing, { type: "submit" }, late))).toEqual(["multirater/too-late"]);
  });

  it("lets HR close early, the system only at the end", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    expect(run(open, { type: "close" }).ok).toBe(true);
    expect(codes(run(open, { type: "close" }, { actor: SYSTEM }))).toEqual([
      "multirater/window-still-open",
    ]);
    expect(run(open, { type: "close" }, { actor: SYSTEM, at: AFTER }).ok).toBe(true);
  });

  it("releases once, from closed, by HR alone", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    expect(codes(run(open, { type: "release" }))).toEqual(["kernel/wrong-status"]);
    const closed = orThrow(run(open, { type: "close" })).state;
    expect(codes(run(closed, { type: "release" }, { actor: RATER }))).toEqual([
      "kernel/wrong-role",
    ]);
    const released = orThrow(run(closed, { type: "release" })).state;
    expect(codes(run(released, { type: "release" }))).toEqual(["kernel/wrong-status"]);
    expect(codes(run(released, { type: "submit" }, { actor: RATER }))).toEqual([
      "kernel/wrong-status",
    ]);
  });

  it("extends the window, never shortens it", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    const longer = orThrow(run(open, { type: "extend", closes: "2026-04-15T00:00:00Z" })).state;
    expect(longer.data.plan?.window.closes).toBe("2026-04-15T00:00:00Z");
    expect(codes(run(open, { type: "extend", closes: DURING }))).toEqual([
      "multirater/invalid-plan",
    ]);
    expect(codes(run(open, { type: "extend", closes: "soon" }))).toEqual([
      "multirater/invalid-plan",
    ]);
  });

  it("names everything that is wrong with a plan", () => {
    const plan = {
      surveyId: "",
      version: 0,
      window: { opens: "soon", closes: "2026-04-01" },
      late: "perhaps",
    } as unknown as SurveyPlan;
    const refused = run(surveyMachine.initial, { type: "plan", plan });
    expect(refused.ok ? [] : refused.issues.map(({ path }) => path.join("."))).toEqual([
      "command.plan.version",
      "command.plan.surveyId",
      "command.plan.late",
      "command.plan.window.opens",
      "command.plan.window.closes",
    ]);
    const turned = { ...PLAN, window: { opens: AFTER, closes: BEFORE } };
    expect(codes(run(surveyMachine.initial, { type: "plan", plan: turned }))).toEqual([
      "multirater/invalid-plan",
    ]);
  });

  it("tells what could be done, and why not", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    const commands = availableCommands(surveyMachine, open, { actor: RATER, at: DURING });
    const allowed = commands.filter(({ allowed: may }) => may).map(({ command }) => command);
    expect(allowed).toEqual(["submit"]);
  });

  it("draws itself", () => {
    expect(toMermaid(surveyMachine)).toContain("closed --> released");
  });
});

describe("what is stored of a survey", () => {
  const event = (type: string, data: unknown, sequence: number) =>
    ({ type, data, sequence, at: DURING, by: { id: "hana", role: "hr" } }) as never;
  const planned = event("planned", PLAN, 1);

  it.each([
    ["opened before it was planned", [event("opened", {}, 1)], "multirater/not-planned"],
    [
      "planned with a window that is none",
      [event("planned", { ...PLAN, window: { opens: null, closes: "soon" } }, 1)],
      "multirater/invalid-plan",
    ],
    [
      "planned anew after a response",
      [
        planned,
        event("opened", {}, 2),
        event("submitted", { late: false }, 3),
        event("planned", { ...PLAN, version: 9 }, 4),
      ],
      "multirater/survey-frozen",
    ],
    [
      "made shorter",
      [planned, event("extended", { closes: DURING }, 2)],
      "multirater/invalid-plan",
    ],
  ])("is refused where it was %s", (_, events, code) => {
    const result = replay(surveyMachine, events);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toContain(code);
  });

  it("needs a real instant to be asked about", () => {
    const open = stateAfter({ type: "plan", plan: PLAN }, { type: "open" });
    expect(codes(run(open, { type: "submit" }, { actor: RATER, at: "nonsense" }))).toEqual([
      "kernel/invalid-instant",
    ]);
    const commands = availableCommands(surveyMachine, open, { actor: RATER, at: "nonsense" });
    expect(commands.every(({ allowed }) => !allowed)).toBe(true);
  });

  it("does not change with the plan that was handed in", () => {
    const plan = { ...PLAN, window: { ...PLAN.window } };
    const { state } = orThrow(run(surveyMachine.initial, { type: "plan", plan }));
    (plan.window as { closes: string | null }).closes = null;
    expect(state.data.plan?.window.closes).toBe(PLAN.window.closes);
  });
});
