import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementMachine } from "../../../src/kernel/agreement-machine.js";
import type {
  AgreementCommand,
  AgreementModel,
  ContentEdit,
} from "../../../src/kernel/agreement-types.js";
import { decide } from "../../../src/kernel/decide.js";
import { evolve } from "../../../src/kernel/evolve.js";
import type { MachineEvent, MachineState } from "../../../src/kernel/machine-types.js";
import { replay } from "../../../src/kernel/replay.js";
import { orThrow } from "../../../src/kernel/result.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";

interface Terms {
  readonly target: number;
  readonly tags: readonly string[];
  readonly note?: string;
}
type State = MachineState<AgreementModel<Terms>>;
type Event = MachineEvent<AgreementModel<Terms>>;

const machine = agreementMachine<Terms>();
const at = "2026-03-02T09:00:00Z";

/** A second, naive agreement, changed in place. */
class NaiveAgreement {
  status: State["status"] = "draft";
  parties: string[] = [];
  content: { target: number; tags: string[]; note?: string } | null = null;
  version = 0;
  agreedBy = new Set<string>();
  agreedVersion: number | null = null;
  proposer: string | null = null;

  /** Tells whether the command is accepted; if so it is carried out. */
  give(id: string, role: string, command: AgreementCommand<Terms>): boolean {
    if (role !== "employee" && role !== "manager") return false;
    if (command.type === "open") {
      if (this.content !== null || !command.parties.includes(id)) return false;
      if (command.parties[0] === command.parties[1]) return false;
      this.parties = [...command.parties];
      this.content = structuredClone(command.content) as NaiveAgreement["content"];
      this.version = 1;
      return true;
    }
    if (!this.parties.includes(id)) return false;
    const talking = this.status === "proposed" || this.status === "countered";
    if (command.type === "withdraw") {
      if (!talking && this.status !== "draft") return false;
      this.status = "withdrawn";
      return true;
    }
    if (command.version !== this.version) return false;
    if (!("changes" in command)) return this.giveVersion(id, command.type, talking);
    const allowed = command.type === "edit" ? this.status === "draft" : talking;
    if (command.type === "amend" ? this.status !== "agreed" : !allowed) return false;
    if (!this.edit(command.changes)) return false;
    this.version++;
    this.agreedBy.clear();
    if (command.type === "amend") this.proposer = id;
    if (command.type === "amend") this.status = "proposed";
    if (command.type === "counter") this.status = id === this.proposer ? "proposed" : "countered";
    return true;
  }

  private giveVersion(id: string, type: "propose" | "agree", talking: boolean): boolean {
    if (type === "propose") {
      if (this.status !== "draft") return false;
      this.status = "proposed";
      this.proposer = id;
      return true;
    }
    if (!talking || this.agreedBy.has(id)) return false;
    this.agreedBy.add(id);
    if (this.agreedBy.size === 2) {
      this.status = "agreed";
      this.agreedVersion = this.version;
    }
    return true;
  }

  private edit(changes: readonly ContentEdit[]): boolean {
    const content = structuredClone(this.content) as NonNullable<NaiveAgreement["content"]>;
    for (const change of changes) {
      const [name, index] = change.path;
      const value = change.op === "remove" ? undefined : change.value;
      if (name === "target" && change.op === "replace") content.target = value as number;
      else if (name === "note" && change.op === "add" && !("note" in content))
        content.note = value as string;
      else if (name === "note" && change.op === "replace" && "note" in content)
        content.note = value as string;
      else if (name === "note" && change.op === "remove" && "note" in content)
        Reflect.deleteProperty(content, "note");
      else if (name === "tags" && typeof index === "number") {
        const last = content.tags.length - (change.op === "add" ? 0 : 1);
        if (index > last) return false;
        content.tags.splice(
          index,
          change.op === "add" ? 0 : 1,
          ...(change.op === "remove" ? [] : [value as string]),
        );
      } else return false;
    }
    const text = (terms: typeof content) => JSON.stringify([terms.target, terms.tags, terms.note]);
    if (text(content) === text(this.content as typeof content)) return false;
    this.content = content;
    return true;
  }
}

const word = fc.constantFrom("a", "b", "c");
const tag = fc.tuple(fc.constant("tags"), fc.nat({ max: 3 }));
const change: fc.Arbitrary<ContentEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant("replace" as const),
      path: fc.constant(["target"]),
      value: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constantFrom("add" as const, "replace" as const),
      path: fc.constant(["note"]),
      value: word,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant("remove" as const), path: fc.constant(["note"]) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constantFrom("add" as const, "replace" as const),
      path: tag,
      value: word,
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("remove" as const), path: tag }) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant("add" as const),
      path: fc.constantFrom(["__proto__", "polluted"], ["goal", "x"], ["constructor"]),
      value: word,
    }),
  },
);
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

/** A command whose version is given relative to the latest. */
type Step = {
  id: string;
  role: string;
  lag: number;
  make: (version: number) => AgreementCommand<Terms>;
};
const opening = fc
  .tuple(fc.constantFrom("ana", "ana", "zoe", "__proto__"), fc.constantFrom("ben", "ben", "ana"))
  .map((parties): Step["make"] => () => ({
    type: "open",
    parties,
    content: { target: 5, tags: ["a"] },
  }));
const make: fc.Arbitrary<Step["make"]> = fc.oneof(
  { weight: 2, arbitrary: opening },
  { weight: 3, arbitrary: fc.constant<Step["make"]>((version) => ({ type: "propose", version })) },
  { weight: 8, arbitrary: fc.constant<Step["make"]>((version) => ({ type: "agree", version })) },
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom("edit" as const, "counter" as const, "amend" as const), changes)
      .map(([type, edits]): Step["make"] => (version) => ({ type, version, changes: edits })),
  },
);
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("ana", "ben") },
    fc.constantFrom("zoe", "__proto__"),
  ),
  role: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("employee", "manager") },
    fc.constant("hr"),
  ),
  lag: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)),
  make,
});
const steps = fc
  .tuple(fc.array(step, { minLength: 50, maxLength: 120, size: "max" }), fc.boolean())
  .map(([list, ends]): Step[] =>
    ends
      ? [...list, { id: "ana", role: "employee", lag: 0, make: () => ({ type: "withdraw" }) }]
      : list,
  );

/** Gives every command to the machine and to the naive agreement, and compares them. */
function walk(list: readonly Step[], count: (accepted: string | null) => void) {
  const naive = new NaiveAgreement();
  const stream: Event[] = [];
  let state: State = deepFreeze(machine.initial);
  for (const { id, role, lag, make: toCommand } of list) {
    const command = deepFreeze(toCommand(state.data.versions.length + lag));
    const before = JSON.stringify(state);
    const result = decide(machine, state, { command, actor: { id, roles: [role] }, at });
    expect(JSON.stringify(state)).toBe(before);
    expect(result.ok, `${state.status} ${id} ${JSON.stringify(command)}`).toBe(
      naive.give(id, role, command),
    );
    count(result.ok ? command.type : null);
    if (!result.ok) continue;
    expect(result.value.events).toHaveLength(1);
    for (const event of result.value.events) {
      expect(event).toMatchObject({ sequence: stream.length + 1, at, by: { id, role } });
      expect(orThrow(evolve(machine, state, deepFreeze(event)))).toEqual(result.value.state);
      stream.push(event);
    }
    state = deepFreeze(result.value.state);
    compare(state, naive);
    if ("changes" in command) expect(state.data.consents).toEqual([]);
  }
  return { state, stream };
}

function compare({ status, data }: State, naive: NaiveAgreement): void {
  expect(status).toBe(naive.status);
  expect(data.content).toEqual(naive.content);
  expect(data.versions).toHaveLength(naive.version);
  expect(data.consents.map(({ partyId }) => partyId)).toEqual([...naive.agreedBy]);
  expect(data.agreedVersion).toBe(naive.agreedVersion);
  expect(data.proposedBy).toBe(naive.proposer);
  if (status === "agreed") expect(data.agreedVersion).toBe(data.versions.length);
}

it("agrees with a naive agreement on every command, and replays to the same state", () => {
  let given = 0;
  const accepted = new Map<string, number>();
  fc.assert(
    fc.property(steps, (list) => {
      const { state, stream } = walk(list, (type) => {
        given++;
        if (type !== null) accepted.set(type, (accepted.get(type) ?? 0) + 1);
      });
      expect(orThrow(replay(machine, stream))).toEqual(state);
      const stored = JSON.parse(JSON.stringify(stream)) as Event[];
      expect(orThrow(replay(machine, stored))).toEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      const middle = Math.floor(stream.length / 2);
      const snapshot = JSON.parse(
        JSON.stringify(orThrow(replay(machine, stream.slice(0, middle)))),
      );
      expect(orThrow(replay(machine, stored.slice(middle), snapshot))).toEqual(state);
      if (stream.length > 1) {
        const lost = stream.filter((_, index) => index !== middle - 1);
        expect(replay(machine, lost).ok).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
  expect(given).toBeGreaterThanOrEqual(10_000);
  for (const type of ["open", "edit", "propose", "counter", "agree", "amend", "withdraw"]) {
    expect(accepted.get(type), type).toBeGreaterThan(10);
  }
});

it("can undo every version with what it kept", () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { state } = walk(list, () => undefined);
      const { content, versions } = state.data;
      if (content === null) return;
      const terms = structuredClone(content) as unknown as Record<string, unknown>;
      for (const { changes: kept } of [...versions].reverse()) {
        for (const { op, path, before } of [...kept].reverse()) {
          const [name, index] = path as [string, number?];
          if (index !== undefined) {
            const removed = op === "remove" ? 0 : 1;
            (terms[name] as unknown[]).splice(index, removed, ...(op === "add" ? [] : [before]));
          } else if (op === "add") delete terms[name];
          else terms[name] = before;
        }
      }
      expect(terms).toEqual({ target: 5, tags: ["a"] });
    }),
  );
});

it("neither changes nor freezes what it was given", () => {
  fc.assert(
    fc.property(changes, (edits) => {
      const content = { target: 5, tags: ["a"], note: "x" };
      const actor = { id: "ana", roles: ["employee"] };
      const open = { type: "open", parties: ["ana", "ben"] as const, content } as const;
      const { state } = orThrow(decide(machine, machine.initial, { command: open, actor, at }));
      const given = [content, actor, open, state, edits, ...edits];
      const before = JSON.stringify(given);
      decide(machine, state, { command: { type: "edit", version: 1, changes: edits }, actor, at });
      expect(JSON.stringify(given)).toBe(before);
      for (const object of [...given, content.tags, state.data, state.data.versions]) {
        expect(Object.isFrozen(object)).toBe(false);
      }
    }),
  );
});
