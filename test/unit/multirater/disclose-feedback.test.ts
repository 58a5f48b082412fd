import { describe, expect, it } from "vitest";
import { orThrow } from "../../../src/kernel/result.js";
import {
  type DiscloseFeedbackInput,
  discloseFeedback,
} from "../../../src/multirater/disclose-feedback.js";
import { findCell } from "../../../src/multirater/find-cell.js";
import type { FeedbackView, ViewCell } from "../../../src/multirater/view-types.js";
import {
  type AnswerRow,
  answersOf,
  FIVE,
  type GroupRows,
  RELATIONSHIPS,
  refusals,
  type SurveyParts,
  summaryOf,
  surveyOf,
  times,
  type ViewParts,
  viewOf,
} from "./support.js";

const view = (parts: SurveyParts, groups: GroupRows, given: ViewParts = {}): FeedbackView =>
  viewOf(surveyOf(parts), groups, given);

/** The mean of a competency's cell; `withheld` where there is none to be seen. */
function meanOf(found: FeedbackView, group: string, itemId: string | null = null): number | string {
  const cell = findCell(found, { group, competencyId: "c", itemId }) as ViewCell;
  return cell.status === "shown" ? cell.mean : cell.status;
}

const statuses = ({ groups }: FeedbackView): string[] =>
  groups.map(({ id, status }) => `${id} ${status}`);

describe("the groups of a view", () => {
  it.each<[what: string, parts: SurveyParts, groups: GroupRows, shown: string]>([
    ["show identified groups at any size", {}, { self: [[5]], manager: [[4]] }, "self manager"],
    [
      "show confidential groups from three raters",
      {},
      { peer: times(3, [3]), report: times(2, [3]) },
      "peer",
    ],
    ["never show a lone confidential rater", {}, { peer: [[3]] }, ""],
    [
      "join what is too small, where that is enough",
      {},
      { peer: times(2, [3]), report: [[3]] },
      "otherRaters",
    ],
    ["withhold what is too small together", {}, { peer: [[3]], report: [[3]] }, ""],
    [
      "fold by the survey's rule",
      { disclosure: { folds: [{ from: "report", into: "peer" }] } },
      { peer: times(2, [3]), report: [[3]] },
      "peer",
    ],
    [
      "ask for as many raters as the survey does",
      { disclosure: { minimumRaters: 4 } },
      { peer: times(3, [3]), report: times(4, [3]) },
      "report",
    ],
    [
      "count raters who rated nothing, whose cells are withheld",
      {},
      { peer: [[null], [null], [null]] },
      "",
    ],
  ])("%s", (_, parts, groups, shown) => {
    const found = view(parts, groups);
    expect(found.groups.map(({ id }) => id)).toEqual([
      "self",
      "manager",
      "peer",
      "report",
      "otherRaters",
    ]);
    expect(
      found.groups
        .filter(({ status }) => status === "shown")
        .map(({ id }) => id)
        .join(" "),
    ).toBe(shown);
  });

  it("carry the weights of the relationships that answered in them", () => {
    const relationships = RELATIONSHIPS.map((one, at) => ({ ...one, weight: [9, 10, 20, 30][at] }));
    const folds = [{ from: "report", into: "peer" }];
    const weights = (groups: GroupRows) =>
      view({ relationships, disclosure: { folds } }, groups).groups.map(({ weight }) => weight);
    const rest = { self: [[5]], manager: [[4]], peer: times(3, [3]) };
    expect(weights({ ...rest, report: [[3]] })).toEqual([0, 10, 50, 0, 0]);
    expect(weights(rest)).toEqual([0, 10, 20, 0, 0]);
    expect(weights({ peer: [[3]] })).toEqual([0, 0, 0, 0, 0]);
  });

  it("are the same for every item, however few answered it", () => {
    // Peers stand alone with three responses, though two of them rated the second item.
    const found = view(
      { items: [{}, {}] },
      {
        peer: [
          [3, 3],
          [3, 3],
          [3, null],
        ],
        report: [[5, 5]],
      },
    );
    expect(statuses(found)).toEqual([
      "self withheld",
      "manager withheld",
      "peer shown",
      "report withheld",
      "otherRaters withheld",
    ]);
    expect(meanOf(found, "peer", "a")).toBe(3);
    expect(meanOf(found, "peer", "b")).toBe("withheld");
  });
});

describe("the cells of a view", () => {
  it("are means of the group with all that is folded into it", () => {
    const folds = [{ from: "report", into: "peer" }];
    const found = view({ disclosure: { folds } }, { peer: [[2], [3]], report: [[5], [5]] });
    expect(meanOf(found, "peer")).toBe(3.75);
    expect(meanOf(found, "report")).toBe("withheld");
  });

  it("score a competency over its shown items only", () => {
    // Two of three answered the second item, so that the 5s stay out.
    const rows = [
      [2, 5],
      [3, 5],
      [4, null],
    ];
    const found = view({ items: [{}, {}] }, { peer: rows });
    expect(findCell(found, { group: "peer", competencyId: "c", itemId: null })).toEqual({
      group: "peer",
      status: "shown",
      mean: 3,
      n: 3,
      coverage: 0.5,
    });
  });

  it("compose others of shown groups only, self apart", () => {
    // (4 + 3) / 2; the two reports' 1s stay out.
    const groups = { self: [[1]], manager: [[4]], peer: times(3, [3]), report: times(2, [1]) };
    const found = view({}, groups);
    expect(findCell(found, { group: "others", competencyId: "c", itemId: null })).toEqual({
      group: "others",
      status: "shown",
      mean: 3.5,
      n: 4,
      coverage: expect.closeTo(2 / 3, 14),
    });
    expect(found.overall).toEqual({
      group: "others",
      status: "shown",
      mean: 3.5,
      n: 4,
      coverage: expect.closeTo(2 / 3, 14),
    });
  });

  it("look alike where nobody, too few or folded raters are behind them", () => {
    const folds = [{ from: "report", into: "peer" }];
    const cellOf = (groups: GroupRows) =>
      findCell(view({ disclosure: { folds } }, groups), {
        group: "report",
        competencyId: "c",
        itemId: "a",
      });
    const cell = { group: "report", status: "withheld" };
    expect(cellOf({ self: [[4]] })).toEqual(cell);
    expect(cellOf({ report: times(2, [3]) })).toEqual(cell);
    expect(cellOf({ report: times(2, [3]), peer: times(2, [3]) })).toEqual(cell);
  });

  it.each<[composition: "byGroup" | "byRater", mean: number]>([
    ["byGroup", 3.5],
    // (4 + 3 · 3) / 4
    ["byRater", 3.25],
  ])("compose others %s", (composition, mean) => {
    const groups = { manager: [[4]], peer: times(3, [3]) };
    expect(meanOf(view({}, groups, { policy: { composition } }), "others")).toBe(mean);
  });

  it("are withheld where less is covered than the policy asks for", () => {
    const rows = [
      [2, null],
      [3, null],
      [4, null],
    ];
    const found = (minimumCoverage: number) =>
      view({ items: [{}, {}] }, { peer: rows }, { policy: { minimumCoverage } });
    expect(meanOf(found(0.5), "peer")).toBe(3);
    expect(meanOf(found(0.51), "peer")).toBe("withheld");
    // One group of three, and half its items: a sixth.
    expect(meanOf(found(0.17), "others")).toBe("withheld");
    expect(found(0.17).overall).toEqual({ group: "others", status: "withheld" });
  });

  it("hold items on their own scale and competencies on the reporting scale", () => {
    const percent = { ...FIVE, id: "percent", min: 0, max: 100 };
    const parts = { scales: [FIVE, percent], reportingScaleId: "percent" };
    const found = view(parts, { peer: times(3, [4]) });
    expect([meanOf(found, "peer", "a"), meanOf(found, "peer")]).toEqual([4, 75]);
    expect([meanOf(found, "others", "a"), meanOf(found, "others")]).toEqual([4, 75]);
  });
});

describe("raters' own means", () => {
  it("score a competency only where none of its items is shown", () => {
    // Means by rater: 2, 4 and 5; by item: withheld, since two at most answered each.
    const apart = [
      [2, null, null],
      [null, 4, null],
      [null, null, 5],
    ];
    const policy = { averaging: "raterFirst" } as const;
    const items = { items: [{}, {}, {}] };
    expect(meanOf(view(items, { peer: apart }, { policy }), "peer")).toBeCloseTo(11 / 3, 14);
    expect(meanOf(view(items, { peer: apart }), "peer")).toBe("withheld");
    // With one item shown its mean is the score: (2 + 3 + 4)/3.
    const shown = [
      [2, 5, null],
      [3, null, null],
      [4, null, null],
    ];
    expect(meanOf(view(items, { peer: shown }, { policy }), "peer")).toBe(3);
  });

  it("are all there is where a survey publishes no items", () => {
    const parts: SurveyParts = { items: [{}, {}], disclosure: { publish: "competencies" } };
    const rows = [
      [2, 4],
      [3, null],
      [5, 5],
    ];
    const found = view(
      parts,
      { self: [[1, 2]], peer: rows },
      { policy: { averaging: "raterFirst" } },
    );
    expect(meanOf(found, "peer")).toBeCloseTo(11 / 3, 14);
    expect(meanOf(found, "self")).toBe(1.5);
    for (const group of ["self", "peer", "others"])
      expect([meanOf(found, group, "a"), meanOf(found, group, "b")]).toEqual([
        "withheld",
        "withheld",
      ]);
    expect(found.rule).toContain("Single items are not shown.");
  });
});

const SPREAD = ["sd", "median", "distribution", "standardError", "degreesOfFreedom"];

/** Which numbers of spread a cell shows. */
function spreadOf(found: FeedbackView, group: string, itemId: string | null): string[] {
  const cell = findCell(found, { group, competencyId: "c", itemId }) as ViewCell;
  return SPREAD.filter((field) => field in cell);
}

describe("spread", () => {
  it("is shown of five confidential raters", () => {
    // 1, 2, 3, 4, 5: s² = 10/4.
    const found = view({}, { peer: [[1], [2], [3], [4], [5]] });
    const s = Math.sqrt(2.5);
    const standardError = expect.closeTo(s / Math.sqrt(5), 14);
    const base = { group: "peer", status: "shown", mean: 3, n: 5, coverage: 1 };
    expect(findCell(found, { group: "peer", competencyId: "c", itemId: "a" })).toEqual({
      ...base,
      sd: expect.closeTo(s, 14),
      median: 3,
      distribution: [1, 1, 1, 1, 1],
      standardError,
      degreesOfFreedom: 4,
    });
    expect(findCell(found, { group: "peer", competencyId: "c", itemId: null })).toEqual({
      ...base,
      sd: expect.closeTo(s, 14),
      standardError,
      degreesOfFreedom: 4,
    });
  });

  it.each<
    [
      what: string,
      parts: SurveyParts,
      groups: GroupRows,
      group: string,
      itemId: string | null,
      shown: boolean,
    ]
  >([
    ["not of four", {}, { peer: times(4, [3]) }, "peer", "a", false],
    [
      "of four where the survey says so",
      { disclosure: { minimumForSpread: 4 } },
      { peer: times(4, [3]) },
      "peer",
      "a",
      true,
    ],
    [
      "not of five of whom four answered the item",
      {},
      { peer: [...times(4, [3]), [null]] },
      "peer",
      "a",
      false,
    ],
    [
      "never of identified raters",
      { relationships: [{ id: "manager", identified: true }] },
      { manager: times(6, [3]) },
      "manager",
      "a",
      false,
    ],
    [
      "of others where every confidential group shows its own",
      {},
      { manager: [[1]], peer: times(5, [3]), report: times(5, [3]) },
      "others",
      null,
      true,
    ],
    [
      "not of others where one does not",
      {},
      { peer: times(5, [3]), report: times(4, [3]) },
      "others",
      null,
      false,
    ],
    [
      "of others where the small group is withheld",
      {},
      { peer: times(5, [3]), report: times(2, [3]) },
      "others",
      null,
      true,
    ],
    ["not of others of identified groups alone", {}, { manager: [[4]] }, "others", null, false],
  ])("is shown %s", (_, parts, groups, group, itemId, shown) => {
    expect(spreadOf(view(parts, groups), group, itemId).length > 0).toBe(shown);
  });

  it("of a competency is shown only where every item in it shows its own", () => {
    const rows = [
      [1, 3],
      [2, 3],
      [3, 3],
      [4, 3],
      [5, null],
    ];
    const found = view({ items: [{}, {}] }, { peer: rows });
    expect(spreadOf(found, "peer", "a")).toEqual(SPREAD);
    expect(meanOf(found, "peer", "b")).toBe(3);
    expect(spreadOf(found, "peer", null)).toEqual([]);
    const full = view({ items: [{}, {}] }, { peer: [...rows, [3, 3]] });
    expect(spreadOf(full, "peer", null)).toEqual(["sd", "standardError", "degreesOfFreedom"]);
  });

  it("of others is that of the shown groups", () => {
    // Variances 2.5/5 of 1 to 5 and 0.7/5 of 2, 3, 3, 3, 4 … half each.
    const peer = [[1], [2], [3], [4], [5]];
    const report = [[2], [3], [3], [3], [4]];
    const found = view({}, { peer, report });
    // 2, 3, 3, 3, 4: squares 1 + 1 = 2 over 4.
    const variances = [2.5 / 5 / 4, 0.5 / 5 / 4] as const;
    const total = variances[0] + variances[1];
    expect(findCell(found, { group: "others", competencyId: "c", itemId: null })).toMatchObject({
      standardError: expect.closeTo(Math.sqrt(total), 14),
      degreesOfFreedom: expect.closeTo(
        total ** 2 / (variances[0] ** 2 / 4 + variances[1] ** 2 / 4),
        12,
      ),
    });
  });
});

describe("top coding", () => {
  // A tenth of the span of 4 is 0.4: means of small groups stay within 1.4 and 4.6.
  const disclosure = { topCode: { belowRaters: 5, margin: 0.1 } };
  it.each<[what: string, groups: GroupRows, group: string, mean: number]>([
    ["keeps a small group's mean off the top", { peer: times(3, [5]) }, "peer", 4.6],
    ["keeps it off the bottom", { peer: times(4, [1]) }, "peer", 1.4],
    ["leaves a mean between the margins", { peer: times(3, [4]) }, "peer", 4],
    ["leaves larger groups", { peer: times(5, [5]) }, "peer", 5],
    ["leaves identified raters", { manager: [[5]] }, "manager", 5],
    [
      "reaches others, which are made of the cells",
      { manager: [[5]], peer: times(3, [5]) },
      "others",
      4.8,
    ],
  ])("%s", (_, groups, group, mean) => {
    const found = view({ disclosure }, groups);
    expect([meanOf(found, group, "a"), meanOf(found, group)]).toEqual([mean, mean]);
  });

  it("shows no spread of a mean that it may have moved", () => {
    const parts = { disclosure: { topCode: { belowRaters: 7, margin: 0.1 } } };
    expect(spreadOf(view(parts, { peer: times(6, [5]) }), "peer", "a")).toEqual([]);
    expect(spreadOf(view(parts, { peer: times(7, [5]) }), "peer", "a")).toEqual(SPREAD);
  });

  it("is told in the rule", () => {
    expect(view({ disclosure }, { self: [[4]] }).rule).toContain(
      "Means of fewer than 5 raters keep 10 % of the scale from its ends.",
    );
  });

  it("reaches raters' own means", () => {
    const parts: SurveyParts = { disclosure: { ...disclosure, publish: "competencies" } };
    const policy = { averaging: "raterFirst" } as const;
    expect(meanOf(view(parts, { peer: times(3, [5]) }, { policy }), "peer")).toBe(4.6);
  });
});

describe("insiders", () => {
  it("are left out when thresholds are tested, and stay in the numbers", () => {
    const groups = { peer: [[2], [3], [4]], report: times(4, [5]) };
    const insiders = [{ relationship: "peer", count: 1 }];
    expect(statuses(view({}, groups)).slice(2)).toEqual([
      "peer shown",
      "report shown",
      "otherRaters withheld",
    ]);
    // Two outsiders among the peers are too few.
    const found = view({}, groups, { insiders });
    expect(statuses(found).slice(2)).toEqual([
      "peer withheld",
      "report shown",
      "otherRaters withheld",
    ]);
    const four = view({}, { ...groups, peer: [[2], [3], [4], [5]] }, { insiders });
    expect(findCell(four, { group: "peer", competencyId: "c", itemId: "a" })).toMatchObject({
      mean: 3.5,
      n: 4,
    });
  });

  it("add up, and count against an item's answers and its spread", () => {
    const insiders = [
      { relationship: "peer", count: 1 },
      { relationship: "peer", count: 1 },
    ];
    const rows: AnswerRow[] = [...times(4, [3, 3]), ...times(2, [3, null])];
    const found = view({ items: [{}, {}] }, { peer: rows }, { insiders });
    // Six responses less two are four; of the second item two are left.
    expect([meanOf(found, "peer", "a"), meanOf(found, "peer", "b")]).toEqual([3, "withheld"]);
    expect(spreadOf(found, "peer", "a")).toEqual([]);
  });

  it("among identified raters change nothing", () => {
    const groups = { manager: [[4]] };
    const insiders = [{ relationship: "manager", count: 1 }];
    expect(view({}, groups, { insiders })).toEqual(view({}, groups));
  });
});

describe("a stricter reader", () => {
  it("raises the minimum, and the spread follows", () => {
    const groups = { peer: times(6, [3]), report: times(7, [3]) };
    const found = view({}, groups, { stricter: { minimumRaters: 7 } });
    expect(statuses(found).slice(2)).toEqual([
      "peer withheld",
      "report shown",
      "otherRaters withheld",
    ]);
    expect(found.policy).toMatchObject({ minimumRaters: 7, minimumForSpread: 7 });
    expect(found.rule).toContain("at least 7 of them");
  });

  it("raises the spread's minimum alone", () => {
    const found = view({}, { peer: times(6, [3]) }, { stricter: { minimumForSpread: 7 } });
    expect(found.policy).toMatchObject({ minimumRaters: 3, minimumForSpread: 7 });
    expect(spreadOf(found, "peer", "a")).toEqual([]);
  });

  it.each<[codes: string[], stricter: DiscloseFeedbackInput["stricter"], disclosure?: object]>([
    [["multirater/looser-disclosure@stricter.minimumRaters"], { minimumRaters: 2 }],
    [["multirater/looser-disclosure@stricter.minimumForSpread"], { minimumForSpread: 4 }],
    [["multirater/invalid-policy@stricter.minimumRaters"], { minimumRaters: 3.5 }],
    [["multirater/invalid-policy@stricter.minimumForSpread"], { minimumForSpread: Number.NaN }],
    [
      ["multirater/invalid-policy@stricter.minimumForSpread"],
      { minimumRaters: 6, minimumForSpread: 5 },
    ],
    [
      ["multirater/looser-disclosure@stricter.minimumRaters"],
      { minimumRaters: 3 },
      { minimumRaters: 4 },
    ],
    // A survey with a minimum of 6 promises spread from 6.
    [
      ["multirater/looser-disclosure@stricter.minimumForSpread"],
      { minimumForSpread: 5 },
      { minimumRaters: 6 },
    ],
    [
      [
        "multirater/looser-disclosure@stricter.minimumRaters",
        "multirater/looser-disclosure@stricter.minimumForSpread",
      ],
      { minimumRaters: 0, minimumForSpread: 0 },
    ],
    [[], { minimumRaters: 3, minimumForSpread: 5 }],
  ])("is refused %j", (codes, stricter, disclosure = {}) => {
    const survey = surveyOf({ disclosure });
    const summary = summaryOf(survey, { peer: times(3, [3]) });
    expect(refusals(discloseFeedback({ survey, summary, viewer: "hr", stricter }))).toEqual(codes);
  });
});

describe("what HR sees", () => {
  const disclosure = { folds: [{ from: "report", into: "peer" }] };
  const groups = { self: [[4]], peer: times(3, [3]), report: times(2, [5]) };

  it("are the same cells, with counts and folds beside them", () => {
    const { hr, viewer, ...rest } = view({ disclosure }, groups, { viewer: "hr" });
    expect(viewer).toBe("hr");
    expect(hr).toEqual({
      responses: [
        { relationship: "self", submitted: 1 },
        { relationship: "manager", submitted: 0 },
        { relationship: "peer", submitted: 3 },
        { relationship: "report", submitted: 2 },
      ],
      folds: [{ from: "report", into: "peer" }],
    });
    for (const other of ["subject", "manager"] as const) {
      const { viewer: reader, ...same } = view({ disclosure }, groups, { viewer: other });
      expect(reader).toBe(other);
      expect(same).toEqual(rest);
    }
  });

  it("tell what was pooled", () => {
    const { hr } = view({}, { peer: times(2, [3]), report: [[3]] }, { viewer: "hr" });
    expect(hr?.folds).toEqual([
      { from: "peer", into: "otherRaters" },
      { from: "report", into: "otherRaters" },
    ]);
  });
});

describe("response rates", () => {
  const invitations = [
    { relationship: "manager", invited: 2, declined: 1 },
    { relationship: "peer", invited: 6, declined: 1, withdrawn: 1 },
    { relationship: "report", invited: 4 },
  ];

  it("are those of the groups of the partition", () => {
    const groups = { manager: [[4]], peer: times(3, [3]), report: times(2, [3]) };
    // Self 0 of 0, manager 1 of 1, peers 3 of 4; the two reports are too few.
    expect(view({}, groups, { invitations }).responseRates).toEqual([
      { group: "self", submitted: 0, expected: 0, rate: null },
      { group: "manager", submitted: 1, expected: 1, rate: 1 },
      { group: "peer", submitted: 3, expected: 4, rate: 0.75 },
    ]);
  });

  it("join what the partition joins", () => {
    const groups = { peer: times(2, [3]), report: times(2, [3]) };
    expect(view({}, groups, { invitations }).responseRates).toContainEqual({
      group: "otherRaters",
      submitted: 4,
      expected: 8,
      rate: 0.5,
    });
  });

  it("are left out where nobody was said to be invited", () => {
    expect(view({}, { self: [[4]] })).not.toHaveProperty("responseRates");
  });
});

describe("the rule of a view", () => {
  it("is the policy in words, with the relationships' names", () => {
    const relationships = [
      { id: "peer", name: "Peers", identified: false },
      { id: "report", name: "Direct reports", identified: false },
    ];
    const folds = [{ from: "report", into: "peer" }];
    expect(view({ relationships, disclosure: { folds } }, { peer: [[3]] }).rule).toBe(
      "Numbers from confidential raters are shown only where at least 3 of them answered, and how far they differ only from 5. Smaller groups are joined: Direct reports with Peers. Groups still too small are put together, and withheld where that is not enough.",
    );
  });

  it("is the same whoever answered, for every viewer", () => {
    const rules = [
      { self: [[4]] },
      { peer: times(2, [3]) },
      { peer: times(9, [1]), report: [[5]] },
    ].flatMap((groups) => [view({}, groups).rule, view({}, groups, { viewer: "hr" }).rule]);
    expect(new Set(rules).size).toBe(1);
  });

  it("comes with all defaults filled in", () => {
    expect(view({}, { self: [[4]] }).policy).toEqual({
      id: "policy",
      minimumRaters: 3,
      minimumForSpread: 5,
      folds: [],
      publish: "items",
      topCode: null,
      summaryId: "default",
      averaging: "itemFirst",
      composition: "byGroup",
      minimumCoverage: 0,
    });
  });
});

describe("discloseFeedback refuses", () => {
  const survey = surveyOf();
  const summary = summaryOf(survey, { peer: times(3, [3]) });
  const base: DiscloseFeedbackInput = { survey, summary, viewer: "subject" };

  it.each<[code: string, path: string, changes: object]>([
    ["multirater/not-released", "status", { status: "closed" }],
    ["multirater/not-released", "status", { status: "" }],
    ["multirater/invalid-policy", "viewer", { viewer: "peer" }],
    [
      "multirater/unknown-relationship",
      "insiders.0.relationship",
      { insiders: [{ relationship: "x", count: 1 }] },
    ],
    ["multirater/invalid-count", "insiders.0", { insiders: [{ relationship: "peer", count: -1 }] }],
    [
      "multirater/invalid-count",
      "insiders.0",
      { insiders: [{ relationship: "peer", count: 0.5 }] },
    ],
    [
      "multirater/unknown-relationship",
      "invitations.0.relationship",
      { invitations: [{ relationship: "x", invited: 1 }] },
    ],
    [
      "multirater/invalid-count",
      "invitations.0",
      { invitations: [{ relationship: "peer", invited: Number.NaN }] },
    ],
    [
      "multirater/invalid-count",
      "invitations.0",
      { invitations: [{ relationship: "peer", invited: 2, declined: 2, withdrawn: 1 }] },
    ],
    ["multirater/survey-mismatch", "summary", { summary: { ...summary, surveyVersion: 2 } }],
    [
      "multirater/survey-mismatch",
      "summary.groups",
      { summary: { ...summary, groups: summary.groups.slice(1) } },
    ],
    ["multirater/empty-id", "id", { survey: { ...survey, id: "" } }],
  ])("%s at %s", (code, path, changes) => {
    expect(refusals(discloseFeedback({ ...base, ...changes }))).toEqual([`${code}@${path}`]);
  });

  it("a summary whose patterns are not the survey's", () => {
    const groups = summary.groups.map((group) => ({ ...group, responses: group.responses + 1 }));
    const result = discloseFeedback({ ...base, summary: { ...summary, groups } });
    expect(refusals(result)).toEqual(["multirater/survey-mismatch@summary.groups"]);
  });

  it("item means where no items are published", () => {
    const hiding = surveyOf({ disclosure: { publish: "competencies" } });
    const input = { ...base, survey: hiding, summary: summaryOf(hiding, { peer: times(3, [3]) }) };
    expect(refusals(discloseFeedback(input))).toEqual([
      "multirater/invalid-policy@policy.averaging",
    ]);
  });

  it("nothing that was released", () => {
    expect(refusals(discloseFeedback({ ...base, status: "released" }))).toEqual([]);
  });
});

describe("a view", () => {
  it("survives JSON", () => {
    const groups = { self: [[5]], manager: [[4]], peer: times(5, [3]) };
    const found = view({}, groups, { viewer: "hr", invitations: [] });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("holds no rater", () => {
    const text = JSON.stringify(
      view({}, { manager: [[4]], peer: times(3, [3]) }, { viewer: "hr" }),
    );
    const raters = answersOf(surveyOf(), "peer", { rows: times(3, [3]) }).map(
      ({ raterId }) => raterId,
    );
    for (const rater of [...raters, "manager1"]) expect(text).not.toContain(`"${rater}"`);
  });

  it("of no answer at all is withheld throughout", () => {
    const survey = surveyOf();
    const { groups, ...summary } = summaryOf(survey, { peer: [[3]] });
    const nobody = groups.map((group) => ({
      ...group,
      responses: 0,
      competencies: group.competencies.map((one) => ({ ...one, patterns: [] })),
    }));
    const input = { survey, summary: { ...summary, groups: nobody }, viewer: "subject" as const };
    const found = orThrow(discloseFeedback(input)).view;
    expect(found.groups.every(({ status }) => status === "withheld")).toBe(true);
    expect(found.overall).toEqual({ group: "others", status: "withheld" });
  });
});
