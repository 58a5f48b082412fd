import { describe, expect, it } from "vitest";
import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import {
  buildFeedbackReport,
  type FeedbackReportOptions,
  type FeedbackReports,
} from "../../../src/gaps/build-feedback-report.js";
import { estimateStandIn } from "../../../src/gaps/estimate-stand-in.js";
import { orThrow } from "../../../src/kernel/result.js";
import { discloseFeedback } from "../../../src/multirater/disclose-feedback.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { Response } from "../../../src/multirater/types.js";
import { answersOf, refusals, responsesOf, surveyOf, times } from "../multirater/support.js";

const SURVEY = surveyOf({ items: [{}, {}] });
const GROUPS = {
  self: [[5, 4]],
  manager: [[3, 4]],
  peer: [
    [3, 3],
    [2, 4],
    [3, 3],
    [4, null],
  ],
  report: [
    [2, 3],
    [4, 4],
  ],
};
const ADA = responsesOf(SURVEY, GROUPS);
const BEA = responsesOf(SURVEY, { self: [[2, 2]], peer: times(5, [4, 4]) }, "bea");

const build = (
  responses: readonly Response[],
  options: FeedbackReportOptions = {},
): FeedbackReports => orThrow(buildFeedbackReport(SURVEY, responses, options));

describe("buildFeedbackReport", () => {
  it("makes one report for each subject, sorted by identifier", () => {
    const { reports, rejected, standIn } = build([...BEA, ...ADA]);
    expect(reports.map(({ subjectId }) => subjectId)).toEqual(["ada", "bea"]);
    expect(reports.map(({ view, gaps }) => [view.subjectId, gaps.subjectId])).toEqual([
      ["ada", "ada"],
      ["bea", "bea"],
    ]);
    expect([rejected, standIn]).toEqual([[], null]);
  });

  it("does what the four steps do, to the same bits", () => {
    const responses = Array.from({ length: 10 }, (_, at) =>
      responsesOf(
        SURVEY,
        { ...GROUPS, peer: [...GROUPS.peer, [1 + (at % 5), 5], [2, 2]] },
        `s${at}`,
      ),
    ).flat();
    const summary = { averaging: "pooled", composition: "byRater" } as const;
    const gaps = { compare: ["peer", "self"] } as const;
    const all = build(responses, { viewer: "hr", summary, gaps });

    const { tally } = orThrow(tallyResponses(SURVEY, responses));
    const views = orThrow(summarizeFeedback(SURVEY, tally, summary)).map(
      (one) => orThrow(discloseFeedback({ survey: SURVEY, summary: one, viewer: "hr" })).view,
    );
    const standIn = estimateStandIn(views);
    expect(standIn).not.toBeNull();
    expect(JSON.stringify(all.standIn)).toBe(JSON.stringify(standIn));
    expect(JSON.stringify(all.reports)).toBe(
      JSON.stringify(
        views.map((view) => ({
          subjectId: view.subjectId,
          view,
          gaps: orThrow(analyzeGaps(view, { ...gaps, ...(standIn !== null && { standIn }) })),
        })),
      ),
    );
  });

  it("takes a stand-in that is given in place of its own estimate", () => {
    const given = { source: "a manual", competency: { sd: 0.5 }, item: null };
    const { standIn, reports } = build(ADA, { gaps: { standIn: given } });
    expect(standIn).toEqual(given);
    expect(reports[0]?.gaps.competencies[0]?.interval?.source).toBe("standIn");
  });

  it("reports about nobody where there is no response", () => {
    expect(build([])).toEqual({ reports: [], rejected: [], standIn: null });
  });

  it("is for the subject unless another viewer is named", () => {
    expect(build(ADA).reports[0]?.view.viewer).toBe("subject");
    const hr = build(ADA, { viewer: "hr" }).reports[0];
    expect([hr?.view.viewer, hr?.gaps.viewer, hr?.view.hr?.responses.length]).toEqual([
      "hr",
      "hr",
      4,
    ]);
  });

  it("leaves items out where only competencies are asked for, with the same scores", () => {
    const [items, competencies] = (["items", "competencies"] as const).map(
      (detail) => build(ADA, { detail }).reports[0],
    );
    expect(competencies?.view.competencies[0]?.items).toEqual([]);
    expect(competencies?.gaps.items).toEqual([]);
    expect(competencies?.view.competencies[0]?.cells).toEqual(items?.view.competencies[0]?.cells);
    expect(competencies?.gaps.competencies).toEqual(items?.gaps.competencies);
  });

  it("passes on a stricter wish", () => {
    const { view } = build(ADA, { stricter: { minimumRaters: 6 } }).reports[0] ?? {};
    expect(view?.groups.filter(({ status }) => status === "shown").map(({ id }) => id)).toEqual([
      "self",
      "manager",
      "otherRaters",
    ]);
  });

  it("computes response rates from the invitations of each subject", () => {
    const invitations = [
      { subjectId: "ada", relationship: "peer", invited: 5 },
      { subjectId: "bea", relationship: "peer", invited: 10 },
    ];
    const rates = build([...ADA, ...BEA], { invitations }).reports.map(({ view }) =>
      view.responseRates?.find(({ group }) => group === "peer"),
    );
    expect(rates.map((rate) => [rate?.submitted, rate?.expected, rate?.rate])).toEqual([
      [4, 5, 0.8],
      [5, 10, 0.5],
    ]);
    const some = build([...ADA, ...BEA], { invitations: invitations.slice(0, 1) }).reports[1];
    expect(some?.view.responseRates).toContainEqual({
      group: "peer",
      submitted: 5,
      expected: 0,
      rate: null,
    });
  });
});

describe("readers who answered in confidence", () => {
  const shown = (options: FeedbackReportOptions): string[] =>
    (build([...ADA, ...BEA], options).reports[0]?.view.groups ?? [])
      .filter(({ status }) => status === "shown")
      .map(({ id }) => id);
  const reader = (raterId: string, subjectId = "ada") => ({ subjectId, raterId });

  it.each<[what: string, readers: FeedbackReportOptions["readers"], groups: string[]]>([
    ["none", [], ["self", "manager", "peer"]],
    // Three other peers are left.
    ["one peer", [reader("peer1")], ["self", "manager", "peer"]],
    // Two peers and two reports are joined.
    ["two peers", [reader("peer1"), reader("peer2")], ["self", "manager", "otherRaters"]],
    ["a peer named twice", [reader("peer1"), reader("peer1")], ["self", "manager", "peer"]],
    ["an identified rater", [reader("manager1"), reader("ada")], ["self", "manager", "peer"]],
    ["someone who did not answer", [reader("zoe"), reader("yan")], ["self", "manager", "peer"]],
    [
      "readers of another report",
      [reader("peer1", "bea"), reader("peer2", "bea")],
      ["self", "manager", "peer"],
    ],
  ])("%s", (_, readers, groups) => {
    for (const viewer of ["subject", "manager", "hr"] as const)
      expect(shown({ readers, viewer })).toEqual(groups);
  });

  it("do not count where their response did not", () => {
    const again = ADA.map((one) =>
      one.raterId === "peer1" ? { ...one, submittedAt: "2026-04-01T09:00:00Z" } : one,
    );
    const options = { duplicates: "latest", readers: [reader("peer1")] } as const;
    // The later response of peer1 counts, the earlier one does not: one insider, not two.
    const [report] = build(
      [...ADA, ...again.filter(({ raterId }) => raterId === "peer1")],
      options,
    ).reports;
    expect(report?.view.groups.find(({ id }) => id === "peer")?.status).toBe("shown");
  });
});

describe("invalid and repeated responses", () => {
  const [first, ...rest] = ADA as [Response, ...Response[]];
  const bad = { ...first, answers: [{ itemId: "a", value: 9 }] };

  it("are refused by default, with their index", () => {
    expect(refusals(buildFeedbackReport(SURVEY, [...rest, bad]))).toEqual([
      `multirater/off-scale@${rest.length}.answers.0.value`,
    ]);
    expect(refusals(buildFeedbackReport(SURVEY, [...ADA, { ...first, sequence: 1 }]))).toEqual([
      `multirater/duplicate-response@${ADA.length}`,
    ]);
  });

  it("are listed where they are skipped, beside the reports of the others", () => {
    const { reports, rejected } = build([bad, ...rest], { onInvalid: "skip" });
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.code])).toEqual([
      [0, "multirater/off-scale"],
    ]);
    expect(JSON.stringify(reports)).toBe(JSON.stringify(build(rest).reports));
  });

  it("give way to the latest where that is asked for", () => {
    const later = { ...first, sequence: 1, answers: [{ itemId: "a", value: 1 }] };
    const { reports, rejected } = build([...ADA, later], { duplicates: "latest" });
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.code])).toEqual([
      [0, "multirater/superseded-response"],
    ]);
    expect(JSON.stringify(reports)).toBe(JSON.stringify(build([later, ...rest]).reports));
  });

  it("that are tied count for none", () => {
    const { rejected, reports } = build([...ADA, first], {
      duplicates: "latest",
      onInvalid: "skip",
    });
    expect(rejected.map(({ index }) => index)).toEqual([0, ADA.length]);
    expect(JSON.stringify(reports)).toBe(JSON.stringify(build(rest).reports));
  });

  it("are no part of a report", () => {
    const { reports } = build([bad, ...rest], { onInvalid: "skip", viewer: "hr" });
    expect(JSON.stringify(reports)).not.toContain("rejected");
  });
});

describe("buildFeedbackReport refuses", () => {
  it.each<[code: string, path: string, options: object]>([
    ["multirater/not-released", "status", { status: "closed" }],
    ["multirater/invalid-policy", "viewer", { viewer: "peer" }],
    ["multirater/invalid-policy", "summary.averaging", { summary: { averaging: "median" } }],
    ["multirater/looser-disclosure", "stricter.minimumRaters", { stricter: { minimumRaters: 2 } }],
    [
      "multirater/unknown-relationship",
      "invitations.0.relationship",
      { invitations: [{ subjectId: "ada", relationship: "x", invited: 1 }] },
    ],
    [
      "multirater/invalid-count",
      "invitations.0",
      { invitations: [{ subjectId: "ada", relationship: "peer", invited: -1 }] },
    ],
    [
      "gaps/unknown-subject",
      "invitations.0.subjectId",
      { invitations: [{ subjectId: "zoe", relationship: "peer", invited: 1 }] },
    ],
    [
      "gaps/unknown-subject",
      "readers.1.subjectId",
      {
        readers: [
          { subjectId: "ada", raterId: "x" },
          { subjectId: "zoe", raterId: "x" },
        ],
      },
    ],
    ["gaps/invalid-option", "gaps.compare.1", { gaps: { compare: ["self", "x"] } }],
    ["gaps/invalid-option", "gaps.confidence", { gaps: { confidence: 1 } }],
    [
      "gaps/invalid-option",
      "gaps.norms.0",
      { gaps: { norms: [{ competencyId: "z", mean: 3, sd: 1 }] } },
    ],
  ])("%s at %s", (code, path, options) => {
    expect(refusals(buildFeedbackReport(SURVEY, ADA, options))).toEqual([`${code}@${path}`]);
  });

  it("a survey that makes no sense, before anything else", () => {
    expect(refusals(buildFeedbackReport({ ...SURVEY, id: "" }, ADA, { status: "open" }))).toEqual([
      "multirater/empty-id@id",
    ]);
  });

  it("item means where no items are published", () => {
    const survey = surveyOf({ disclosure: { publish: "competencies" } });
    const responses = answersOf(survey, "peer", { rows: times(3, [3]) });
    expect(refusals(buildFeedbackReport(survey, responses))).toEqual([
      "multirater/invalid-policy@summary.averaging",
    ]);
    const summary = { averaging: "raterFirst" } as const;
    expect(refusals(buildFeedbackReport(survey, responses, { summary }))).toEqual([]);
  });

  it("options and responses at once", () => {
    const bad = { ...(ADA[1] as Response), raterId: "" };
    expect(refusals(buildFeedbackReport(SURVEY, [bad], { status: "open" }))).toEqual([
      "multirater/not-released@status",
      "multirater/empty-id@0.raterId",
    ]);
  });
});
