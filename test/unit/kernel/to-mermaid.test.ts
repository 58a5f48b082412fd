import { describe, expect, it } from "vitest";
import { agreementMachine } from "../../../src/kernel/agreement-machine.js";
import { defineMachine } from "../../../src/kernel/define-machine.js";
import { toMermaid } from "../../../src/kernel/to-mermaid.js";
import { appraisalMachine } from "./appraisal-machine.js";

describe("toMermaid", () => {
  it("draws every status and command with its roles", () => {
    expect(toMermaid(appraisalMachine)).toBe(
      [
        "stateDiagram-v2",
        "    [*] --> open",
        "    open --> rated : rate (manager)",
        "    open --> shared : rateAndShare (hr)",
        "    rated --> rated : rate (manager)",
        "    rated --> shared : share (manager, hr)",
        "    shared --> shared : read (employee, manager)",
        "    shared --> closed : close (hr)",
        "    shared --> open : reopen (hr)",
        "    shared --> rated : reopen (hr)",
        "    closed --> open : reopen (hr)",
        "    closed --> rated : reopen (hr)",
      ].join("\n"),
    );
  });

  it("draws the way to an agreement", () => {
    expect(toMermaid(agreementMachine({ roles: ["owner"] })).split("\n")).toEqual([
      "stateDiagram-v2",
      "    [*] --> draft",
      "    draft --> draft : open (owner)",
      "    draft --> draft : edit (owner)",
      "    draft --> proposed : propose (owner)",
      "    draft --> withdrawn : withdraw (owner)",
      "    proposed --> proposed : counter (owner)",
      "    proposed --> countered : counter (owner)",
      "    proposed --> proposed : agree (owner)",
      "    proposed --> agreed : agree (owner)",
      "    proposed --> withdrawn : withdraw (owner)",
      "    countered --> proposed : counter (owner)",
      "    countered --> countered : counter (owner)",
      "    countered --> countered : agree (owner)",
      "    countered --> agreed : agree (owner)",
      "    countered --> withdrawn : withdraw (owner)",
      "    agreed --> proposed : amend (owner)",
      "    withdrawn --> [*]",
    ]);
  });

  it("gives names that Mermaid would misread a node of their own", () => {
    const machine = defineMachine<{
      status: string;
      role: string;
      data: null;
      command: { readonly type: string };
      events: { readonly [type: string]: object };
    }>({
      id: "odd",
      statuses: ["end", "in review", "überfällig"],
      initial: { status: "end", sequence: 0, data: null },
      commands: {
        'say: "hi"; #1\n': { from: ["end"], roles: ["a:b"], emits: { x: () => ({}) } },
        wait: { from: ["in review"], roles: ["c"], emits: { y: () => ({}) } },
      },
      events: { x: { to: "in review" }, y: { to: "überfällig" } },
    });
    expect(toMermaid(machine)).toBe(
      [
        "stateDiagram-v2",
        '    state "end" as status_1',
        '    state "in review" as status_2',
        '    state "überfällig" as status_3',
        "    [*] --> status_1",
        "    status_1 --> status_2 : say#58; #34;hi#34;#59; #35;1#10; (a#58;b)",
        "    status_2 --> status_3 : wait (c)",
        "    status_3 --> [*]",
      ].join("\n"),
    );
  });
});
