import { describe, expect, it } from "vitest";
import { agreementMachine } from "../../../src/kernel/agreement-machine.js";
import type {
  AgreementCommand,
  AgreementModel,
  ContentEdit,
} from "../../../src/kernel/agreement-types.js";
import { availableCommands } from "../../../src/kernel/available-commands.js";
import { decide } from "../../../src/kernel/decide.js";
import { evolve } from "../../../src/kernel/evolve.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { orThrow } from "../../../src/kernel/result.js";
import { deepFreeze } from "./deep-freeze.js";

interface Terms {
  readonly title: string;
  readonly target: number;
}
type Command = AgreementCommand<Terms>;
type State = MachineState<AgreementModel<Terms>>;
type Event = MachineEvent<AgreementModel<Terms>>;

const machine = agreementMachine<Terms>();
const at = "2026-03-02T09:00:00Z";
const roles: Readonly<Record<string, string>> = { ana: "employee", ben: "manager" };
const content: Terms = { title: "Answer within a day", target: 80 };
const open: Command = { type: "open", parties: ["ana", "ben"], content };
const target = (value: number): ContentEdit[] => [{ op: "replace", path: ["target"], value }];

function give(state: State, id: string, command: Command) {
  const actor = { id, roles: [roles[id] ?? "employee"] };
  return decide(machine, deepFreeze(state), deepFreeze({ command, actor, at }));
}

/** The state after commands that must all be accepted. */
function stateAfter(...steps: readonly (readonly [id: string, command: Command])[]): State {
  return steps.reduce(
    (state, [id, command]) => orThrow(give(state, id, command)).state,
    machine.initial,
  );
}

function refusal(state: State, id: string, command: Command): string[][] {
  const result = give(state, id, command);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")]);
}

const draft = [["ana", open]] as const;
const proposed = [...draft, ["ana", { type: "propose", version: 1 }]] as const;
const countered = [
  ...proposed,
  ["ben", { type: "counter", version: 1, changes: target(90) }],
] as const;
const agreed = [
  ...countered,
  ["ben", { type: "agree", version: 2 }],
  ["ana", { type: "agree", version: 2 }],
] as const;

describe("an agreement", () => {
  it("is opened by a party with the first version", () => {
    expect(stateAfter(...draft)).toEqual({
      status: "draft",
      sequence: 1,
      data: {
        parties: ["ana", "ben"],
        content,
        versions: [{ version: 1, by: { id: "ana", role: "employee" }, at, changes: [] }],
        proposedBy: null,
        consents: [],
        agreedVersion: null,
      },
    });
  });

  it("is edited in draft by either party", () => {
    const state = stateAfter(...draft, ["ben", { type: "edit", version: 1, changes: target(70) }]);
    expect(state).toMatchObject({ status: "draft", data: { content: { target: 70 } } });
    expect(state.data.versions[1]).toEqual({
      version: 2,
      by: { id: "ben", role: "manager" },
      at,
      changes: [{ op: "replace", path: ["target"], before: 80, after: 70 }],
    });
  });

  it("is proposed, which does not count as agreeing", () => {
    expect(stateAfter(...proposed)).toMatchObject({
      status: "proposed",
      data: { proposedBy: "ana", consents: [], agreedVersion: null },
    });
  });

  it("is countered and proposed in turn, by whose version is the latest", () => {
    expect(stateAfter(...countered).status).toBe("countered");
    const again: Command = { type: "counter", version: 2, changes: target(85) };
    expect(stateAfter(...countered, ["ana", again]).status).toBe("proposed");
    expect(stateAfter(...countered, ["ben", again]).status).toBe("countered");
    expect(stateAfter(...proposed, ["ana", { ...again, version: 1 }]).status).toBe("proposed");
  });

  it("is agreed once both have agreed to the same version", () => {
    const one = stateAfter(...countered, ["ben", { type: "agree", version: 2 }]);
    expect(one).toMatchObject({
      status: "countered",
      data: { consents: [{ partyId: "ben", at }], agreedVersion: null },
    });
    expect(stateAfter(...agreed)).toMatchObject({
      status: "agreed",
      data: {
        agreedVersion: 2,
        consents: [
          { partyId: "ben", at },
          { partyId: "ana", at },
        ],
      },
    });
  });

  it("voids an agreement with every change", () => {
    const state = stateAfter(
      ...proposed,
      ["ana", { type: "agree", version: 1 }],
      ["ben", { type: "counter", version: 1, changes: target(90) }],
    );
    expect(state.data.consents).toEqual([]);
    expect(
      stateAfter(...agreed, ["ben", { type: "amend", version: 2, changes: target(95) }]),
    ).toMatchObject({
      status: "proposed",
      data: { consents: [], proposedBy: "ben", agreedVersion: 2, content: { target: 95 } },
    });
  });

  it("is agreed again after an amendment, as the new version", () => {
    const state = stateAfter(
      ...agreed,
      ["ben", { type: "amend", version: 2, changes: target(95) }],
      ["ana", { type: "agree", version: 3 }],
      ["ben", { type: "agree", version: 3 }],
    );
    expect(state).toMatchObject({ status: "agreed", data: { agreedVersion: 3 } });
  });

  it("is withdrawn before it is agreed, and then is over", () => {
    for (const steps of [draft, proposed, countered]) {
      expect(stateAfter(...steps, ["ben", { type: "withdraw" }]).status).toBe("withdrawn");
    }
    const over = stateAfter(...draft, ["ana", { type: "withdraw" }]);
    for (const { allowed } of availableCommands(machine, over, {
      actor: { id: "ana", roles: ["employee"] },
      at,
    })) {
      expect(allowed).toBe(false);
    }
  });

  it("takes the roles that a product gives", () => {
    const plans = agreementMachine<{ hours: number }>({ roles: ["coach", "coachee"] });
    const request = (role: string) =>
      ({
        command: { type: "open", parties: ["ana", "ben"], content: { hours: 3 } },
        actor: { id: "ana", roles: [role] },
        at,
      }) as const;
    expect(decide(plans, plans.initial, request("coach")).ok).toBe(true);
    expect(decide(plans, plans.initial, request("employee")).ok).toBe(false);
    expect(() => agreementMachine({ roles: [] })).toThrowError(
      expect.objectContaining({ code: "kernel/invalid-machine" }),
    );
  });
});

describe("an agreement refuses", () => {
  const party = ["kernel/agreement-not-a-party", "actor.id"];
  const parties = ["kernel/agreement-parties", "command.parties"];
  it.each<[string, readonly (readonly [string, Command])[], string, Command, string[][]]>([
    ["one party", [], "ana", { ...open, parties: ["ana", "ana"] }, [parties]],
    ["a party without an identifier", [], "ana", { ...open, parties: ["ana", ""] }, [parties]],
    ["three parties", [], "ana", { ...open, parties: ["ana", "ben", "zoe"] as never }, [parties]],
    ["to be opened by another", [], "zoe", open, [party]],
    [
      "content that is a list",
      [],
      "ana",
      { ...open, content: [] as never },
      [["kernel/agreement-content", "command.content"]],
    ],
    [
      "content that JSON cannot hold",
      [],
      "ana",
      { ...open, content: { title: "x", target: Number.NaN } },
      [["kernel/agreement-content", "command.content"]],
    ],
    ["to be opened twice", draft, "ana", open, [["kernel/agreement-already-open", "state"]]],
    [
      "to be proposed unopened",
      [],
      "ana",
      { type: "propose", version: 0 },
      [["kernel/agreement-not-open", "state"]],
    ],
    [
      "to be edited unopened",
      [],
      "ana",
      { type: "edit", version: 0, changes: [] },
      [["kernel/agreement-not-open", "state"]],
    ],
    [
      "to be withdrawn unopened",
      [],
      "ana",
      { type: "withdraw" },
      [["kernel/agreement-not-open", "state"]],
    ],
    ["a stranger's edit", draft, "zoe", { type: "edit", version: 1, changes: target(1) }, [party]],
    ["a stranger's proposal", draft, "zoe", { type: "propose", version: 1 }, [party]],
    [
      "a stranger's counter-proposal",
      proposed,
      "zoe",
      { type: "counter", version: 1, changes: target(1) },
      [party],
    ],
    ["a stranger's agreement", proposed, "zoe", { type: "agree", version: 1 }, [party]],
    [
      "a stranger's amendment",
      agreed,
      "zoe",
      { type: "amend", version: 2, changes: target(1) },
      [party],
    ],
    ["a stranger's withdrawal", proposed, "zoe", { type: "withdraw" }, [party]],
    [
      "agreement to an older version",
      countered,
      "ana",
      { type: "agree", version: 1 },
      [["kernel/agreement-old-version", "command.version"]],
    ],
    [
      "agreement to a version to come",
      countered,
      "ana",
      { type: "agree", version: 3 },
      [["kernel/agreement-old-version", "command.version"]],
    ],
    [
      "a change of an older version",
      countered,
      "ana",
      { type: "counter", version: 1, changes: target(1) },
      [["kernel/agreement-old-version", "command.version"]],
    ],
    [
      "a proposal of an older version",
      [...draft, ["ben", { type: "edit", version: 1, changes: target(70) }]],
      "ana",
      { type: "propose", version: 1 },
      [["kernel/agreement-old-version", "command.version"]],
    ],
    [
      "agreement twice",
      [...countered, ["ben", { type: "agree", version: 2 }]],
      "ben",
      { type: "agree", version: 2 },
      [["kernel/agreement-repeated-consent", "actor.id"]],
    ],
    [
      "a change that changes nothing",
      proposed,
      "ben",
      { type: "counter", version: 1, changes: target(80) },
      [["kernel/change-nothing", "command.changes"]],
    ],
    [
      "a change of a place that is not there",
      proposed,
      "ben",
      { type: "counter", version: 1, changes: [{ op: "remove", path: ["goal"] }] },
      [["kernel/change-path-missing", "command.changes.0.path"]],
    ],
    [
      "to be withdrawn once agreed",
      agreed,
      "ana",
      { type: "withdraw" },
      [["kernel/wrong-status", "state.status"]],
    ],
    [
      "everything at once",
      agreed,
      "zoe",
      { type: "counter", version: 1, changes: [{ op: "add", path: ["__proto__"], value: 1 }] },
      [
        ["kernel/wrong-status", "state.status"],
        party,
        ["kernel/agreement-old-version", "command.version"],
        ["kernel/change-forbidden-path", "command.changes.0.path"],
      ],
    ],
  ])("%s", (_, steps, id, command, issues) => {
    expect(refusal(stateAfter(...steps), id, command)).toEqual(issues);
  });
});

describe("the stored events of an agreement", () => {
  const head = { at, by: { id: "ana", role: "employee" } };
  const change = { op: "replace", path: ["target"], before: 80, after: 90 } as const;
  it.each<[string, readonly (readonly [string, Command])[], object, string[][]]>([
    [
      "opened twice",
      draft,
      { type: "opened", data: { parties: ["ana", "ben"], content } },
      [["kernel/agreement-already-open", "state"]],
    ],
    [
      "opened by another",
      [],
      { type: "opened", data: { parties: ["ben", "zoe"], content } },
      [["kernel/agreement-not-a-party", "actor.id"]],
    ],
    [
      "edited before opening",
      [],
      { type: "edited", data: { version: 1, changes: [change] } },
      [["kernel/agreement-not-open", ""]],
    ],
    [
      "a wrong number",
      draft,
      { type: "edited", data: { version: 3, changes: [change] } },
      [["kernel/agreement-changed-history", "data"]],
    ],
    [
      "another past",
      draft,
      { type: "edited", data: { version: 2, changes: [{ ...change, before: 70 }] } },
      [["kernel/agreement-changed-history", "data"]],
    ],
    [
      "a place that is not there",
      draft,
      { type: "edited", data: { version: 2, changes: [{ ...change, path: ["goal"] }] } },
      [["kernel/agreement-changed-history", "data"]],
    ],
    [
      "a stranger's change",
      draft,
      { type: "edited", by: { id: "zoe", role: "hr" }, data: { version: 2, changes: [change] } },
      [["kernel/agreement-not-a-party", "actor.id"]],
    ],
    [
      "another version proposed",
      draft,
      { type: "proposed", data: { version: 2 } },
      [["kernel/agreement-old-version", "data.version"]],
    ],
    [
      "another version agreed to",
      proposed,
      { type: "consented", data: { version: 2 } },
      [["kernel/agreement-old-version", "data.version"]],
    ],
    [
      "agreed twice",
      [...proposed, ["ana", { type: "agree", version: 1 }]],
      { type: "consented", data: { version: 1 } },
      [["kernel/agreement-repeated-consent", "actor.id"]],
    ],
    [
      "withdrawn by a stranger",
      proposed,
      { type: "withdrawn", by: { id: "zoe", role: "hr" }, data: {} },
      [["kernel/agreement-not-a-party", "actor.id"]],
    ],
    [
      "withdrawn before opening",
      [],
      { type: "withdrawn", data: {} },
      [["kernel/agreement-not-open", "state"]],
    ],
  ])("are refused when tampered with: %s", (_, steps, event, issues) => {
    const state = stateAfter(...steps);
    const stored = { ...head, sequence: state.sequence + 1, ...event } as Event;
    const result = evolve(machine, deepFreeze(state), deepFreeze(stored));
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")])).toEqual(
      issues,
    );
  });
});
