import { describe, expect, it } from "vitest";
import { partitionByCount } from "../../../src/disclosure/partition-by-count.js";
import type { CountGroup, PartitionPolicy } from "../../../src/disclosure/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import { refusals } from "../multirater/support.js";

/** Groups from `id n`; a `*` marks an identified one. */
function groupsOf(text: string): CountGroup[] {
  return text.split(", ").map((entry) => {
    const [id = "", n = ""] = entry.split(" ");
    const identified = id.startsWith("*");
    return { id: id.replace("*", ""), n: Number(n), ...(identified && { identified }) };
  });
}

/** Folds from `from>into`. */
function foldsOf(text: string): PartitionPolicy["folds"] {
  return text === ""
    ? []
    : text.split(", ").map((entry) => {
        const [from = "", into = ""] = entry.split(">");
        return { from, into };
      });
}

describe("partitionByCount", () => {
  it.each<[what: string, groups: string, folds: string, parts: string[], moved: string]>([
    ["keeps groups of the minimum", "a 3, b 4", "", ["a 3 shown a", "b 4 shown b"], ""],
    [
      "pools what is too small",
      "a 3, b 2, c 1",
      "",
      ["a 3 shown a", "otherRaters 3 shown b+c"],
      "b>otherRaters, c>otherRaters",
    ],
    [
      "withholds a pool under the minimum",
      "a 3, b 2",
      "",
      ["a 3 shown a", "otherRaters 2 withheld b"],
      "b>otherRaters",
    ],
    [
      "folds before it pools",
      "a 2, b 2, c 1",
      "a>b",
      ["b 4 shown a+b", "otherRaters 1 withheld c"],
      "a>b, c>otherRaters",
    ],
    [
      "leaves a group alone that is large enough",
      "a 3, b 2",
      "a>b",
      ["a 3 shown a", "otherRaters 2 withheld b"],
      "b>otherRaters",
    ],
    [
      "counts what was folded in before it folds on",
      "a 1, b 1, c 1",
      "a>b, b>c",
      ["c 3 shown a+b+c"],
      "a>c, b>c",
    ],
    [
      "stops folding on once there are enough",
      "a 1, b 2, c 1",
      "a>b, b>c",
      ["b 3 shown a+b", "otherRaters 1 withheld c"],
      "a>b, c>otherRaters",
    ],
    [
      "follows a group that was itself folded",
      "a 1, b 1, c 2",
      "b>c, a>b",
      ["c 4 shown a+b+c"],
      "a>c, b>c",
    ],
    [
      "pools a fold that is still too small",
      "a 1, b 1, c 3",
      "a>b",
      ["c 3 shown c", "otherRaters 2 withheld a+b"],
      "a>otherRaters, b>otherRaters",
    ],
    ["never folds an identified group", "*m 1, a 3", "", ["m 1 identified m", "a 3 shown a"], ""],
    [
      "shows an identified group of nobody as such",
      "*m 0, a 3",
      "",
      ["m 0 identified m", "a 3 shown a"],
      "",
    ],
    ["moves an empty group like any other", "a 0, b 3", "a>b", ["b 3 shown a+b"], "a>b"],
  ])("%s", (_, groups, folds, parts, moved) => {
    const partition = orThrow(
      partitionByCount(groupsOf(groups), { minimum: 3, folds: foldsOf(folds) }),
    );
    expect(
      partition.parts.map(
        ({ id, n, status, members }) => `${id} ${n} ${status} ${members.join("+")}`,
      ),
    ).toEqual(parts);
    expect(partition.folds.map(({ from, into }) => `${from}>${into}`).join(", ")).toBe(moved);
  });

  it("gives no part for no group", () => {
    expect(orThrow(partitionByCount([], { minimum: 3 }))).toEqual({ parts: [], folds: [] });
  });

  it("gives the pool the name that is asked for", () => {
    const { parts } = orThrow(partitionByCount(groupsOf("a 1"), { minimum: 3, pool: "rest" }));
    expect(parts).toEqual([{ id: "rest", members: ["a"], n: 1, status: "withheld" }]);
  });

  it("takes any text as an identifier", () => {
    const ids = ["__proto__", "constructor", "a,b", " ", "\u200b", "同僚"];
    const groups = ids.map((id) => ({ id, n: 1 }));
    const { parts } = orThrow(partitionByCount(groups, { minimum: 6 }));
    expect(parts).toEqual([{ id: "otherRaters", members: ids, n: 6, status: "shown" }]);
  });
});

describe("partitionByCount refuses", () => {
  const three: PartitionPolicy = { minimum: 3 };
  it.each<[code: string, path: string, groups: readonly CountGroup[], policy: PartitionPolicy]>([
    ["disclosure/duplicate-group", "groups.1.id", groupsOf("a 3, a 4"), three],
    ["disclosure/empty-group-id", "groups.0.id", [{ id: "", n: 3 }], three],
    ["disclosure/empty-group-id", "policy.pool", groupsOf("a 3"), { ...three, pool: "" }],
    ["disclosure/pool-name-taken", "policy.pool", groupsOf("a 3"), { ...three, pool: "a" }],
    ["disclosure/pool-name-taken", "policy.pool", groupsOf("otherRaters 3"), three],
    ["disclosure/invalid-count", "groups.0.n", groupsOf("a -1"), three],
    ["disclosure/invalid-count", "groups.0.n", groupsOf("a 1.5"), three],
    ["disclosure/invalid-count", "groups.0.n", groupsOf("a NaN"), three],
    ["disclosure/invalid-count", "groups.0.n", groupsOf("a Infinity"), three],
    ["disclosure/invalid-minimum", "policy.minimum", groupsOf("a 3"), { minimum: 0 }],
    ["disclosure/invalid-minimum", "policy.minimum", groupsOf("a 3"), { minimum: 2.5 }],
    ["disclosure/invalid-minimum", "policy.minimum", groupsOf("a 3"), { minimum: Number.NaN }],
    [
      "disclosure/unknown-fold-group",
      "policy.folds.0.from",
      groupsOf("a 3"),
      { ...three, folds: foldsOf("z>a") },
    ],
    [
      "disclosure/unknown-fold-group",
      "policy.folds.0.into",
      groupsOf("a 3"),
      { ...three, folds: foldsOf("a>z") },
    ],
    [
      "disclosure/fold-identified",
      "policy.folds.0.into",
      groupsOf("*m 1, a 3"),
      { ...three, folds: foldsOf("a>m") },
    ],
    [
      "disclosure/fold-identified",
      "policy.folds.0.from",
      groupsOf("*m 1, a 3"),
      { ...three, folds: foldsOf("m>a") },
    ],
    [
      "disclosure/fold-twice",
      "policy.folds.1.from",
      groupsOf("a 1, b 1, c 1"),
      { ...three, folds: foldsOf("a>b, a>c") },
    ],
    [
      "disclosure/fold-cycle",
      "policy.folds",
      groupsOf("a 1, b 1"),
      { ...three, folds: foldsOf("a>b, b>a") },
    ],
    ["disclosure/fold-cycle", "policy.folds", groupsOf("a 1"), { ...three, folds: foldsOf("a>a") }],
  ])("%s at %s", (code, path, groups, policy) => {
    expect(refusals(partitionByCount(groups, policy))).toEqual([`${code}@${path}`]);
  });

  it("a circle with its members, even where a tail leads into it", () => {
    const folds = foldsOf("z>a, a>b, b>c, c>a");
    const result = partitionByCount(groupsOf("z 1, a 1, b 1, c 1"), { minimum: 3, folds });
    expect(result.ok ? [] : result.issues.map(({ params }) => params)).toEqual([
      { cycle: "a → b → c → a" },
    ]);
  });

  it("everything at once", () => {
    const groups = [...groupsOf("a -1, a 2"), { id: "", n: Number.NaN }];
    expect(refusals(partitionByCount(groups, { minimum: 0, folds: foldsOf("x>y") }))).toEqual([
      "disclosure/invalid-count@groups.0.n",
      "disclosure/duplicate-group@groups.1.id",
      "disclosure/empty-group-id@groups.2.id",
      "disclosure/invalid-count@groups.2.n",
      "disclosure/invalid-minimum@policy.minimum",
      "disclosure/unknown-fold-group@policy.folds.0.from",
      "disclosure/unknown-fold-group@policy.folds.0.into",
    ]);
  });
});
