import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { createIssue } from "../../../src/kernel/issue.js";
import { issuesFromZod, parseWith, safeParseWith, schemaFor } from "../../../src/kernel/schema.js";
import type { Result } from "../../../src/kernel/types.js";

function found(schema: z.ZodType, input: unknown): string[][] {
  const result = safeParseWith(schema, input);
  return result.ok
    ? []
    : result.issues.map(({ code, path, message }) => [code, path.join("."), message]);
}

const own = createIssue({ code: "demo/own", message: "Own words." }, { params: {} });

describe("safeParseWith", () => {
  it.each<[string, z.ZodType, unknown, string[][]]>([
    [
      "invalid_type",
      z.object({ a: z.number() }),
      { a: "1" },
      [["kernel/invalid-type", "a", "Expected number, found string."]],
    ],
    [
      "invalid_type of what is missing",
      z.object({ a: z.number() }),
      {},
      [["kernel/invalid-type", "a", "Expected number, found nothing."]],
    ],
    [
      "invalid_type of null",
      z.string(),
      null,
      [["kernel/invalid-type", "", "Expected string, found null."]],
    ],
    [
      "invalid_type of a list",
      z.object({}),
      [],
      [["kernel/invalid-type", "", "Expected object, found array."]],
    ],
    [
      "invalid_type of NaN",
      z.number(),
      Number.NaN,
      [["kernel/invalid-type", "", "Expected number, found NaN."]],
    ],
    [
      "invalid_type of infinity",
      z.number(),
      -Infinity,
      [["kernel/invalid-type", "", "Expected number, found -Infinity."]],
    ],
    [
      "invalid_type of a fraction",
      z.int(),
      1.5,
      [["kernel/invalid-type", "", "Expected int, found number."]],
    ],
    [
      "invalid_value of a literal",
      z.literal("a"),
      "b",
      [["kernel/invalid-value", "", "Expected one of a."]],
    ],
    [
      "invalid_value of an enumeration",
      z.enum(["a", "b"]),
      1,
      [["kernel/invalid-value", "", "Expected one of a, b."]],
    ],
    [
      "too_small, the bound included",
      z.number().min(0),
      -1,
      [["kernel/too-small", "", "Expected at least 0."]],
    ],
    [
      "too_small, the bound excluded",
      z.number().positive(),
      0,
      [["kernel/too-small", "", "Expected more than 0."]],
    ],
    [
      "too_small of a list",
      z.array(z.int()).min(2),
      [1],
      [["kernel/too-small", "", "Expected at least 2."]],
    ],
    [
      "too_small of a text",
      z.string().min(1),
      "",
      [["kernel/too-small", "", "Expected at least 1."]],
    ],
    [
      "too_big, the bound included",
      z.number().max(1),
      2,
      [["kernel/too-large", "", "Expected at most 1."]],
    ],
    [
      "too_big, the bound excluded",
      z.number().lt(1),
      1,
      [["kernel/too-large", "", "Expected less than 1."]],
    ],
    [
      "too_big of a whole number",
      z.int(),
      1e300,
      [["kernel/too-large", "", "Expected at most 9007199254740991."]],
    ],
    [
      "unrecognized_keys",
      z.strictObject({}),
      { x: 1, y: 2 },
      [["kernel/unknown-keys", "", "Unknown properties: x, y."]],
    ],
    [
      "invalid_format",
      z.string().regex(/^a/),
      "b",
      [["kernel/invalid-format", "", "Invalid string: must match pattern /^a/"]],
    ],
    [
      "not_multiple_of",
      z.number().multipleOf(3),
      4,
      [["kernel/invalid-format", "", "Invalid number: must be a multiple of 3"]],
    ],
    [
      "invalid_union",
      z.union([z.number(), z.boolean()]),
      "x",
      [["kernel/invalid-format", "", "Invalid input"]],
    ],
    [
      "invalid_union of a discriminator",
      z.discriminatedUnion("t", [z.object({ t: z.literal("a") })]),
      { t: "b" },
      [["kernel/invalid-format", "t", "Invalid discriminator value. Expected 'a'"]],
    ],
    [
      "invalid_key",
      z.record(z.string().min(2), z.number()),
      { a: 1 },
      [["kernel/invalid-format", "a", "Invalid key in record"]],
    ],
    [
      "invalid_element",
      z.map(z.date(), z.number()),
      new Map([[new Date(0), "x"]]),
      [["kernel/invalid-format", "", "Invalid value in map"]],
    ],
    [
      "custom",
      z.string().refine(() => false, "Not so."),
      "x",
      [["kernel/invalid-format", "", "Not so."]],
    ],
    [
      "custom with an issue of its own",
      z.object({ a: z.string().refine(() => false, { params: { issue: own } }) }),
      { a: "x" },
      [["demo/own", "a", "Own words."]],
    ],
    [
      "several at once, in order",
      z.object({ a: z.array(z.int()), b: z.string() }),
      { a: [1, "2", 0.5] },
      [
        ["kernel/invalid-type", "a.1", "Expected number, found string."],
        ["kernel/invalid-type", "a.2", "Expected int, found number."],
        ["kernel/invalid-type", "b", "Expected string, found nothing."],
      ],
    ],
  ])("maps %s", (_, schema, input, issues) => {
    expect(found(schema, input)).toEqual(issues);
  });

  it("answers with the issues of the one variant that fits in kind", () => {
    const days = z.object({ carry: z.strictObject({ days: z.number().min(0) }) });
    const policy = z.object({ missing: z.union([z.enum(["skip", "zero"]), days]) });
    expect(found(policy, { missing: { carry: { days: "9" } } })).toEqual([
      ["kernel/invalid-type", "missing.carry.days", "Expected number, found string."],
    ]);
    expect(found(policy, { missing: { carry: { days: "9", more: 1 } } })).toHaveLength(2);
    expect(found(policy, { missing: "drop" })).toEqual([
      ["kernel/invalid-format", "missing", "Invalid input"],
    ]);
  });

  it("descends through unions within unions", () => {
    const inner = z.union([z.literal("x"), z.object({ n: z.number() })]);
    const outer = z.union([z.number(), z.object({ inner })]);
    expect(found(outer, { inner: { n: "1" } })).toEqual([
      ["kernel/invalid-type", "inner.n", "Expected number, found string."],
    ]);
  });

  it("gives up where two variants fit in kind", () => {
    const either = z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]);
    expect(found(either, {})).toEqual([["kernel/invalid-format", "", "Invalid input"]]);
  });

  it("gives the parsed value", () => {
    expect(safeParseWith(z.object({ a: z.number() }), { a: 1 })).toEqual({
      ok: true,
      value: { a: 1 },
      warnings: [],
    });
    expectTypeOf(safeParseWith(z.string(), "")).toEqualTypeOf<Result<string>>();
  });
});

describe("parseWith", () => {
  it("gives the value or throws all issues", () => {
    expect(parseWith(z.string(), "x")).toBe("x");
    expect(() => parseWith(z.object({ a: z.number(), b: z.number() }), {})).toThrowError(
      expect.objectContaining({
        name: "DomainError",
        code: "kernel/invalid-type",
        issues: [
          expect.objectContaining({ path: ["a"] }),
          expect.objectContaining({ path: ["b"] }),
        ],
      }),
    );
  });
});

describe("issuesFromZod", () => {
  it("does not guess what zod did not report", () => {
    const parsed = z.number().safeParse("5");
    expect(parsed.success ? [] : issuesFromZod(parsed.error).map(({ message }) => message)).toEqual(
      ["Expected number, found something else."],
    );
  });

  it("writes a symbol of a path as text", () => {
    const error = new z.ZodError([
      { code: "custom", path: ["a", Symbol("s"), 0], message: "Odd.", input: 1 },
    ]);
    expect(issuesFromZod(error)[0]?.path).toEqual(["a", "Symbol(s)", 0]);
  });
});

describe("schemaFor", () => {
  it("compiles only where schema and type are the same", () => {
    const schema = schemaFor<{ a: number }>()(z.object({ a: z.number() }));
    expectTypeOf(schema).toEqualTypeOf<z.ZodType<{ a: number }>>();
    // @ts-expect-error the schema is wider than the type
    schemaFor<{ a: 1 }>()(z.object({ a: z.number() }));
    expect(schema.parse({ a: 2 })).toEqual({ a: 2 });
  });
});
