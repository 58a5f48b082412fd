import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import type { Explanation } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import { explainCell } from "../../../src/multirater/explain-cell.js";
import { findCell } from "../../../src/multirater/find-cell.js";
import type { Survey } from "../../../src/multirater/types.js";
import type { CellAddress, FeedbackView } from "../../../src/multirater/view-types.js";
import { FIVE, type GroupRows, refusals, surveyOf, times, viewOf } from "./support.js";

const SURVEY = surveyOf({
  competencies: [
    {
      id: "c",
      name: "Communication",
      weight: 3,
      items: [
        { id: "a", text: "Listens", scaleId: "five", weight: 2 },
        { id: "b", scaleId: "five" },
      ],
    },
    { id: "d", items: [{ id: "e", scaleId: "five" }] },
  ],
  relationships: [
    { id: "self", name: "Self", identified: true },
    { id: "manager", name: "Manager", identified: true, weight: 3 },
    { id: "peer", name: "Peers", identified: false },
    { id: "report", name: "Reports", identified: false, weight: 0 },
  ],
});
const GROUPS: GroupRows = {
  self: [[5, 5, 5]],
  manager: [[4, 5, 3]],
  peer: [
    [2, 4, 5],
    [3, 4, 5],
    [3, 5, 5],
  ],
  report: times(3, [1, 1, 1]),
};
const VIEW = viewOf(SURVEY, GROUPS);

const at = (group: string, competencyId: string | null, itemId: string | null): CellAddress => ({
  group,
  competencyId,
  itemId,
});
const treeOf = (view: FeedbackView, address: CellAddress): Explanation =>
  orThrow(explainCell(view, address)).explanation;

/** The terms of a tree as `label value × weight`. */
const termsOf = ({ terms }: Explanation): string[] =>
  terms.map(({ label, value, weight }) => `${label} ${Number(value.toFixed(4))} × ${weight}`);

describe("explainCell", () => {
  it("gives an item of a group as it is, with its address", () => {
    const explained = orThrow(explainCell(VIEW, at("peer", "c", "a")));
    expect(explained).toEqual({
      value: 8 / 3,
      coverage: 1,
      answered: 1,
      asked: 1,
      status: "complete",
      reasons: [],
      explanation: {
        rule: "given",
        label: "Peers",
        value: 8 / 3,
        address: { group: "peer", competencyId: "c", itemId: "a" },
        terms: [],
        excluded: [],
        policy: {},
        children: [],
      },
    });
  });

  it.each<[what: string, address: CellAddress, terms: string[]]>([
    [
      "a group's competency by its items",
      at("peer", "c", null),
      ["Listens 2.6667 × 2", "b 4.3333 × 1"],
    ],
    [
      "an item of others by the groups",
      at("others", "c", "a"),
      ["Manager 4 × 3", "Peers 2.6667 × 1"],
    ],
    // Manager (2 · 4 + 5)/3, peers (2 · 8/3 + 13/3)/3.
    [
      "a competency of others by the groups",
      at("others", "c", null),
      ["Manager 4.3333 × 3", "Peers 3.2222 × 1"],
    ],
    // (3 · 13/3 + 29/9)/4 and (3 · 3 + 5)/4.
    [
      "the overall score by the competencies",
      at("others", null, null),
      ["Communication 4.0556 × 3", "d 3.5 × 1"],
    ],
  ])("explains %s", (_, address, terms) => {
    const tree = treeOf(VIEW, address);
    expect(termsOf(tree)).toEqual(terms);
    expect(tree.rule).toBe("weightedMean");
  });

  it("agrees with the cell to the last bit, and verifies", () => {
    const addresses = ["self", "manager", "peer", "report", "others"].flatMap((group) => [
      at(group, "c", null),
      at(group, "c", "a"),
      at(group, "c", "b"),
      at(group, "d", null),
    ]);
    for (const address of [...addresses, at("others", null, null)]) {
      const { value, explanation } = orThrow(explainCell(VIEW, address));
      const cell = findCell(VIEW, address);
      expect([value, explanation.value]).toEqual([
        cell?.status === "shown" && cell.mean,
        cell?.status === "shown" && cell.mean,
      ]);
      expect(verifyExplanation(explanation).ok).toBe(true);
    }
  });

  it("reaches from the overall score down to the cells", () => {
    const tree = treeOf(VIEW, at("others", null, null));
    const labels = (node: Explanation): unknown[] => [node.label, ...node.children.map(labels)];
    expect(labels(tree)).toEqual([
      "Overall",
      ["Communication", ["Manager"], ["Peers"]],
      ["d", ["Manager"], ["Peers"]],
    ]);
    expect(tree.children[0]?.children[1]?.terms.map(({ address }) => address)).toEqual([
      { group: "peer", competencyId: "c", itemId: "a" },
      { group: "peer", competencyId: "c", itemId: "b" },
    ]);
  });

  it("names what did not enter: no self, a weight of 0, what is withheld", () => {
    const tree = treeOf(VIEW, at("others", "c", null));
    expect(tree.excluded).toEqual([
      { label: "Reports", reason: "no-weight" },
      { label: "Other raters", reason: "withheld" },
    ]);
    const few = viewOf(SURVEY, {
      manager: [[4, 5, 3]],
      peer: [
        [2, 4, 5],
        [3, 4, 5],
        [3, null, 5],
      ],
    });
    const peers = orThrow(explainCell(few, at("peer", "c", null)));
    expect(peers.explanation.excluded).toEqual([{ label: "b", reason: "withheld" }]);
    expect(peers).toMatchObject({
      coverage: expect.closeTo(2 / 3, 14),
      answered: 1,
      asked: 2,
      status: "partial",
      reasons: ["withheld"],
    });
  });

  it("echoes the policies that shaped the number", () => {
    const disclosure = { disclosure: "policy", minimumRaters: 3, summary: "default" };
    expect(treeOf(VIEW, at("peer", "c", null)).policy).toEqual({
      ...disclosure,
      averaging: "itemFirst",
    });
    expect(treeOf(VIEW, at("others", "c", null)).policy).toEqual({
      ...disclosure,
      composition: "byGroup",
    });
    expect(treeOf(VIEW, at("others", null, null)).policy).toEqual(disclosure);
  });

  it("weighs pooled items by their answers and raters by their number", () => {
    const rows = [
      [2, 4, 5],
      [3, 4, 5],
      [3, 5, 5],
      [4, null, 5],
    ];
    const view = viewOf(
      SURVEY,
      { manager: [[4, 5, 3]], peer: rows },
      {
        policy: { averaging: "pooled", composition: "byRater" },
      },
    );
    // Weights 2 · 4 and 1 · 3 for the items, 1 and 4 for the groups.
    expect(termsOf(treeOf(view, at("peer", "c", null)))).toEqual(["Listens 3 × 8", "b 4.3333 × 3"]);
    expect(treeOf(view, at("others", "c", "a")).terms.map(({ weight }) => weight)).toEqual([1, 4]);
    expect(verifyExplanation(treeOf(view, at("others", null, null))).ok).toBe(true);
  });

  it("shows how an item got onto the reporting scale", () => {
    const percent = { ...FIVE, id: "percent", min: 0, max: 100 };
    const survey = surveyOf({ scales: [FIVE, percent], reportingScaleId: "percent" });
    const tree = treeOf(viewOf(survey, { peer: times(3, [4]) }), at("peer", "c", null));
    expect(tree.children).toEqual([
      {
        rule: "rescale",
        label: "a",
        value: 75,
        terms: [
          {
            label: "on its own scale",
            value: 4,
            weight: 1,
            effectiveWeight: 1,
            address: { group: "peer", competencyId: "c", itemId: "a" },
          },
        ],
        excluded: [],
        policy: {
          from: { min: 1, max: 5, reversed: false },
          to: { min: 0, max: 100, reversed: false },
        },
        children: [],
      },
    ]);
    expect(verifyExplanation(tree).ok).toBe(true);
  });

  it("gives raters' own means as they are: what they are made of is not shown", () => {
    const survey = surveyOf({ items: [{}, {}], disclosure: { publish: "competencies" } });
    const view = viewOf(
      survey,
      { peer: times(3, [3, 4]) },
      { policy: { averaging: "raterFirst" } },
    );
    expect(treeOf(view, at("peer", "c", null))).toMatchObject({
      rule: "given",
      value: 3.5,
      terms: [],
    });
  });

  it("tells parts of the same name apart", () => {
    const items = ["a", "b"].map((id) => ({ id, text: "Helps", scaleId: "five" }));
    const survey = surveyOf({ competencies: [{ id: "c", items }] });
    const tree = treeOf(viewOf(survey, { peer: times(3, [3, 4]) }), at("peer", "c", null));
    expect(tree.terms.map(({ label }) => label)).toEqual(["1. Helps", "2. Helps"]);
    expect(verifyExplanation(tree).ok).toBe(true);
  });
});

const UNKNOWN = "multirater/unknown-cell";
const WITHHELD = "multirater/cell-withheld";

describe("explainCell refuses", () => {
  it.each<[what: string, address: CellAddress]>([
    ["a group that is not there", at("friend", "c", null)],
    ["a competency that is not there", at("peer", "z", null)],
    ["an item of another competency", at("peer", "c", "e")],
    ["an overall score of one group", at("peer", null, null)],
    ["an item without its competency", at("others", null, "a")],
    ["a name that every object has", at("constructor", "c", null)],
  ])("%s", (_, address) => {
    expect(refusals(explainCell(VIEW, address))).toEqual([`${UNKNOWN}@address`]);
    expect(findCell(VIEW, address)).toBeNull();
  });

  it.each([at("otherRaters", "c", null), at("otherRaters", "c", "a")])(
    "a withheld cell, %j",
    (address) => {
      expect(refusals(explainCell(VIEW, address))).toEqual([`${WITHHELD}@address`]);
      expect(findCell(VIEW, address)).toEqual({ group: "otherRaters", status: "withheld" });
    },
  );

  it("a withheld overall score", () => {
    const view = viewOf(SURVEY, { self: [[5, 5, 5]] });
    expect(refusals(explainCell(view, at("others", null, null)))).toEqual([`${WITHHELD}@address`]);
  });
});

describe("findCell", () => {
  it.each<[address: CellAddress, mean: number]>([
    [at("peer", "c", "b"), 13 / 3],
    [at("self", "d", null), 5],
    [at("others", "d", "e"), 3.5],
    [at("others", "d", null), 3.5],
  ])("finds %j", (address, mean) => {
    expect(findCell(VIEW, address)).toMatchObject({ status: "shown", mean });
  });

  it("finds cells by identifiers of any text", () => {
    const survey: Survey = surveyOf({
      competencies: [{ id: "__proto__", items: [{ id: "a,b", scaleId: "five" }] }],
      relationships: [{ id: "constructor", identified: true }],
    });
    const view = viewOf(survey, { constructor: [[4]] });
    const address = at("constructor", "__proto__", "a,b");
    expect(findCell(view, address)).toMatchObject({ status: "shown", mean: 4 });
  });
});
