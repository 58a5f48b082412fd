import { describe, expect, it } from "vitest";
import { CASE_FILES, type Case, MACHINE_FILE } from "./case-files.js";
import type { Operation, Operations } from "./operations/answer.js";

interface OperationModule {
  readonly operations?: Operations;
}

const modules = import.meta.glob<OperationModule>("./operations/*.ts", { eager: true });
const registered = Object.values(modules).flatMap(({ operations }) =>
  Object.entries(operations ?? {}),
);
const operations = new Map<string, Operation>(registered);
const nameOf = ({ op, id }: Case): string => op ?? id;
const files = CASE_FILES.filter(({ name }) => name !== MACHINE_FILE);
const cases = files.flatMap((file) => file.cases);

describe("the cases", () => {
  it("have operations, each name one", () => {
    expect(operations.size).toBe(registered.length);
    expect(cases.length).toBeGreaterThan(30);
  });

  it("use every operation", () => {
    const used = new Set(cases.map(nameOf));
    expect([...operations.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it("have an identifier each, and say where they come from", () => {
    const ids = CASE_FILES.flatMap((file) => file.cases).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source } of cases) expect(source).toMatch(/\w/);
  });
});

for (const { name, cases: list } of files) {
  describe(name, () => {
    it.each(list.map((one) => [one.id, nameOf(one), one] as const))("%s: %s", (_, op, one) => {
      const answer = operations.get(op);
      if (answer === undefined) throw new Error(`no operation "${op}"`);
      expect(answer(one.input as never)).toEqual(within(one.expected));
    });
  });
}

/** Numbers that are not whole may differ in the last digits; all else must be the same. */
function within(expected: unknown): unknown {
  if (typeof expected === "number") {
    return Number.isInteger(expected) ? expected : expect.closeTo(expected, 12);
  }
  if (Array.isArray(expected)) return expected.map(within);
  if (typeof expected !== "object" || expected === null) return expected;
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, within(value)]));
}
