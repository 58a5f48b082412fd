import { describe, expect, it } from "vitest";
import type { ContentEdit } from "../../../src/kernel/agreement-types.js";
import { applyChanges, editContent, toEdits } from "../../../src/kernel/edit-content.js";
import { deepFreeze } from "./deep-freeze.js";

const base = deepFreeze({
  title: "Answer within a day",
  target: 80,
  tags: ["service", "speed"],
  measures: [
    { id: "m1", weight: 60 },
    { id: "m2", weight: 40 },
  ],
  owner: { team: null },
});

const found = (edits: readonly unknown[]): string[][] =>
  editContent(base, deepFreeze(edits) as readonly ContentEdit[]).issues.map(({ code, path }) => [
    code,
    path.join("."),
  ]);

describe("editContent", () => {
  it.each<[string, ContentEdit, object, { before: unknown; after: unknown }]>([
    [
      "replaces a property",
      { op: "replace", path: ["target"], value: 90 },
      { ...base, target: 90 },
      { before: 80, after: 90 },
    ],
    [
      "replaces deep inside",
      { op: "replace", path: ["measures", 1, "weight"], value: 50 },
      { ...base, measures: [base.measures[0], { id: "m2", weight: 50 }] },
      { before: 40, after: 50 },
    ],
    [
      "adds a property",
      { op: "add", path: ["owner", "lead"], value: "ana" },
      { ...base, owner: { team: null, lead: "ana" } },
      { before: null, after: "ana" },
    ],
    [
      "inserts into a list",
      { op: "add", path: ["tags", 1], value: "new" },
      { ...base, tags: ["service", "new", "speed"] },
      { before: null, after: "new" },
    ],
    [
      "appends to a list",
      { op: "add", path: ["tags", 2], value: [] },
      { ...base, tags: ["service", "speed", []] },
      { before: null, after: [] },
    ],
    [
      "removes from a list",
      { op: "remove", path: ["measures", 0] },
      { ...base, measures: [base.measures[1]] },
      { before: { id: "m1", weight: 60 }, after: null },
    ],
    [
      "removes a property",
      { op: "remove", path: ["owner", "team"] },
      { ...base, owner: {} },
      { before: null, after: null },
    ],
  ])("%s and keeps what stood there", (_, edit, content, { before, after }) => {
    const edited = editContent(base, [deepFreeze(edit)]);
    expect(edited).toEqual({
      content,
      changes: [{ op: edit.op, path: edit.path, before, after }],
      issues: [],
    });
    expect(applyChanges(base, edited.changes)).toEqual(content);
    expect(toEdits(edited.changes)).toEqual([edit]);
  });

  it("makes each change to the outcome of the one before", () => {
    const { content, changes, issues } = editContent(base, [
      { op: "remove", path: ["tags", 0] },
      { op: "replace", path: ["tags", 0], value: "quick" },
      { op: "add", path: ["note"], value: { by: "ana" } },
      { op: "replace", path: ["note", "by"], value: "ben" },
    ]);
    expect(issues).toEqual([]);
    expect(content).toEqual({ ...base, tags: ["quick"], note: { by: "ben" } });
    expect(changes.map(({ before }) => before)).toEqual(["service", "speed", null, "ana"]);
  });

  it("shares what it does not touch, and freezes nothing", () => {
    const measures = [{ id: "m1" }];
    const value = { lead: "ana" };
    const { content } = editContent({ measures, owner: null }, [
      { op: "replace", path: ["owner"], value },
    ]);
    expect((content as { measures: unknown }).measures).toBe(measures);
    for (const part of [content, measures, measures[0], value]) {
      expect(Object.isFrozen(part)).toBe(false);
    }
  });

  it.each<[string, unknown[], string[][]]>([
    [
      "a missing property",
      [{ op: "replace", path: ["goal"], value: 1 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "a missing parent",
      [{ op: "add", path: ["goal", "x"], value: 1 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "a parent that is no object",
      [{ op: "add", path: ["title", "x"], value: 1 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "the whole content",
      [{ op: "replace", path: [], value: {} }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an index past the end",
      [{ op: "replace", path: ["tags", 2], value: 1 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an insertion past the end",
      [{ op: "add", path: ["tags", 3], value: 1 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an index below zero",
      [{ op: "remove", path: ["tags", -1] }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an index that is negative zero",
      [{ op: "remove", path: ["tags", -0] }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an index between two",
      [{ op: "remove", path: ["tags", 0.5] }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "a name in a list",
      [{ op: "replace", path: ["tags", "length"], value: 0 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "a name in a list on the way",
      [{ op: "add", path: ["measures", "0", "x"], value: 0 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an index in an object",
      [{ op: "add", path: ["owner", 0], value: 0 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "an inherited name",
      [{ op: "replace", path: ["toString"], value: 0 }],
      [["kernel/change-path-missing", "changes.0.path"]],
    ],
    [
      "a name that is taken",
      [{ op: "add", path: ["title"], value: "x" }],
      [["kernel/change-path-taken", "changes.0.path"]],
    ],
    [
      "__proto__",
      [{ op: "add", path: ["__proto__", "polluted"], value: 1 }],
      [["kernel/change-forbidden-path", "changes.0.path"]],
    ],
    [
      "constructor",
      [{ op: "replace", path: ["constructor", "x"], value: 1 }],
      [["kernel/change-forbidden-path", "changes.0.path"]],
    ],
    [
      "prototype",
      [{ op: "add", path: ["owner", "prototype"], value: 1 }],
      [["kernel/change-forbidden-path", "changes.0.path"]],
    ],
    [
      "a value that JSON cannot hold",
      [{ op: "replace", path: ["target"], value: Number.NaN }],
      [["kernel/change-not-json", "changes.0.value"]],
    ],
    [
      "a missing value",
      [{ op: "replace", path: ["target"] }],
      [["kernel/change-not-json", "changes.0.value"]],
    ],
    [
      "a value with __proto__",
      [{ op: "replace", path: ["target"], value: JSON.parse('{"__proto__":{"polluted":1}}') }],
      [["kernel/change-not-json", "changes.0.value"]],
    ],
    [
      "an unknown operation",
      [{ op: "move", path: ["target"] }],
      [["kernel/change-unknown-op", "changes.0.op"]],
    ],
    ["no change", [], [["kernel/change-nothing", "changes"]]],
    [
      "the same value again",
      [{ op: "replace", path: ["owner"], value: { team: null } }],
      [["kernel/change-nothing", "changes"]],
    ],
    [
      "changes that undo each other",
      [
        { op: "add", path: ["x"], value: 1 },
        { op: "remove", path: ["x"] },
      ],
      [["kernel/change-nothing", "changes"]],
    ],
    [
      "several, each by its place",
      [
        { op: "remove", path: ["goal"] },
        { op: "replace", path: ["target"], value: 1 },
        { op: "add", path: ["target"], value: 1 },
      ],
      [
        ["kernel/change-path-missing", "changes.0.path"],
        ["kernel/change-path-taken", "changes.2.path"],
      ],
    ],
  ])("refuses %s", (_, edits, issues) => {
    expect(found(edits)).toEqual(issues);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
