import { describe, expect, it } from "vitest";
import { availableCommands } from "../../../src/kernel/available-commands.js";
import { decide } from "../../../src/kernel/decide.js";
import { type AppraisalModel, appraisalMachine } from "./appraisal-machine.js";
import { deepFreeze } from "./deep-freeze.js";

const at = "2026-03-02T09:00:00Z";
const facts = { goals: 3, frozen: false };
const rated = deepFreeze({
  status: "rated" as const,
  sequence: 1,
  data: { rating: 3, readBy: [], reopened: 0 },
});

function answers(request: Parameters<typeof availableCommands<AppraisalModel>>[2]): string[] {
  return availableCommands(appraisalMachine, rated, deepFreeze(request)).map(
    ({ command, allowed, issues }) =>
      `${command}: ${allowed ? "yes" : issues.map(({ code }) => code).join(", ")}`,
  );
}

describe("availableCommands", () => {
  it("lists every command in order, with every reason against it", () => {
    expect(answers({ actor: { id: "ben", roles: ["manager"] }, at, facts })).toEqual([
      "rate: yes",
      "share: yes",
      "read: kernel/wrong-status",
      "close: kernel/wrong-status, kernel/wrong-role",
      "rateAndShare: kernel/wrong-status, kernel/wrong-role",
      "reopen: kernel/wrong-status, kernel/wrong-role",
    ]);
  });

  it("asks the guards but not the checks of a payload", () => {
    const [rate] = answers({
      actor: { id: "ana", roles: ["employee"] },
      at,
      facts: { goals: 0, frozen: true },
    });
    expect(rate).toBe("rate: kernel/wrong-role, appraisal/no-goals, appraisal/frozen");
  });

  it("allows nothing to nobody, nor at no time", () => {
    for (const line of answers({ actor: { id: "", roles: ["manager", "hr"] }, at: "", facts })) {
      expect(line).toMatch(/^\w+: kernel\/missing-actor, kernel\/invalid-instant/);
    }
  });

  it("says the same as decide, whose payload is right", () => {
    const actor = { id: "eva", roles: ["hr"] };
    for (const { command, issues } of availableCommands(appraisalMachine, rated, {
      actor,
      at,
      facts,
    })) {
      const full = { type: command, rating: 3, reasonId: "r" } as AppraisalModel["command"];
      const result = decide(appraisalMachine, rated, { command: full, actor, at, facts });
      expect(result.ok ? [] : result.issues).toEqual(issues);
    }
  });
});
