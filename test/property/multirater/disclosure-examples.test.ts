import { describe, expect, it } from "vitest";
import {
  buildFeedbackReport,
  type FeedbackReportOptions,
} from "../../../src/gaps/build-feedback-report.js";
import { orThrow } from "../../../src/kernel/result.js";
import { findCell } from "../../../src/multirater/find-cell.js";
import type { DisclosurePolicy, Response, Survey } from "../../../src/multirater/types.js";

/** Counterexamples that the search found, as small as they get. */
const LIKERT = { id: "s", min: 1, max: 5, step: 1, direction: "higherIsBetter" } as const;

function surveyOf(items: Survey["competencies"][number]["items"], policy: object): Survey {
  const disclosure: DisclosurePolicy = { id: "p", minimumRaters: 3, ...policy };
  return {
    id: "s",
    version: 1,
    scales: [LIKERT],
    reportingScaleId: "s",
    competencies: [{ id: "c", items }],
    relationships: [{ id: "peer", identified: false }],
    disclosure,
  };
}

/** Peers' answers, a row per rater; `null` stands for an item that is left out. */
function peersOf(survey: Survey, rows: readonly (readonly (number | null)[])[]): Response[] {
  const items = survey.competencies.flatMap((competency) => competency.items);
  return rows.map((row, rater) => ({
    surveyId: "s",
    subjectId: "ada",
    raterId: `rater ${rater}`,
    relationship: "peer",
    submittedAt: "2026-03-31T17:00:00Z",
    answers: items.map(({ id }, at) => ({ itemId: id, value: row[at] ?? "skipped" })),
  }));
}

function viewOf(survey: Survey, responses: Response[], options: FeedbackReportOptions = {}) {
  const gaps = { compare: ["peer", "others"] as const };
  const { reports } = orThrow(buildFeedbackReport(survey, responses, { gaps, ...options }));
  return (reports[0] as (typeof reports)[number]).view;
}

const ITEMS = [
  { id: "a", scaleId: "s" },
  { id: "b", scaleId: "s" },
];
const COMPETENCY = { group: "peer", competencyId: "c", itemId: null };
const ITEM = { group: "peer", competencyId: "c", itemId: "a" };

describe("the spread of a competency", () => {
  // Five agree on b, three rate a: Σ(x − m)² of the three would be SE² · 4/5 · 36, so 1, 3, 5 or 3, 3, 3.
  const agreeing = [3, 3, 3, 3, 3];
  const rowsOf = (few: readonly number[]) => agreeing.map((b, at) => [few[at] ?? null, b]);

  it("is withheld where it would tell the withheld spread of an item", () => {
    const survey = surveyOf(ITEMS, { minimumForSpread: 5 });
    const apart = viewOf(survey, peersOf(survey, rowsOf([1, 3, 5])));
    const alike = viewOf(survey, peersOf(survey, rowsOf([3, 3, 3])));
    expect(findCell(apart, ITEM)).toMatchObject({ status: "shown", mean: 3, n: 3 });
    expect(findCell(apart, { ...ITEM, itemId: "b" })).toMatchObject({ sd: 0, n: 5 });
    expect(findCell(apart, COMPETENCY)).not.toHaveProperty("standardError");
    expect(JSON.stringify(apart)).toBe(JSON.stringify(alike));
  });

  it("is shown where every item in it has enough raters", () => {
    const survey = surveyOf(ITEMS, { minimumForSpread: 5 });
    const view = viewOf(survey, peersOf(survey, rowsOf([1, 3, 5, 3, 3])));
    expect(findCell(view, COMPETENCY)).toHaveProperty("standardError");
  });
});

describe("a reader who answered in confidence", () => {
  const readers = [{ subjectId: "ada", raterId: "rater 0" }];
  const one = [{ id: "a", scaleId: "s" }];

  it("does not count towards the threshold", () => {
    const survey = surveyOf(one, {});
    const three = peersOf(survey, [[1], [2], [3]]);
    const four = peersOf(survey, [[1], [2], [3], [4]]);
    expect(findCell(viewOf(survey, three), ITEM)?.status).toBe("shown");
    expect(findCell(viewOf(survey, three, { readers }), ITEM)?.status).toBe("withheld");
    expect(findCell(viewOf(survey, four, { readers }), ITEM)).toMatchObject({ n: 4, mean: 2.5 });
  });

  it("does not count towards the threshold of a spread", () => {
    const survey = surveyOf(one, { minimumForSpread: 4 });
    const four = peersOf(survey, [[1], [2], [3], [4]]);
    expect(findCell(viewOf(survey, four), ITEM)).toHaveProperty("sd");
    expect(findCell(viewOf(survey, four, { readers }), ITEM)).not.toHaveProperty("sd");
  });

  it("does not count towards the size from which means are not coarsened", () => {
    const survey = surveyOf(one, { topCode: { belowRaters: 4, margin: 0.25 } });
    const four = peersOf(survey, [[5], [5], [5], [5]]);
    expect(findCell(viewOf(survey, four), ITEM)).toMatchObject({ mean: 5 });
    expect(findCell(viewOf(survey, four, { readers }), ITEM)).toMatchObject({ mean: 4 });
  });

  it("does not count towards that size where raters' own means are shown", () => {
    const topCode = { belowRaters: 4, margin: 0.25 };
    const survey = surveyOf(one, { topCode, publish: "competencies" });
    const four = peersOf(survey, [[5], [5], [5], [5]]);
    const summary = { averaging: "raterFirst" } as const;
    expect(findCell(viewOf(survey, four, { summary }), COMPETENCY)).toMatchObject({ mean: 5 });
    const read = viewOf(survey, four, { summary, readers });
    expect(findCell(read, COMPETENCY)).toMatchObject({ mean: 4 });
  });

  it("counts again where the confidential answer was replaced by an identified one", () => {
    const base = surveyOf(one, {});
    const known = { id: "manager", identified: true };
    const survey = { ...base, relationships: [...base.relationships, known] };
    const four = peersOf(survey, [[1], [2], [3], [4]]);
    const [first] = four as [Response];
    const later = { relationship: "manager", submittedAt: "2026-03-31T18:00:00Z" };
    const responses = [...four, { ...first, ...later }];
    const view = viewOf(survey, responses, { readers, duplicates: "latest" });
    expect(findCell(view, ITEM)).toMatchObject({ n: 3, mean: 3 });
  });
});

describe("the number of raters behind the overall score", () => {
  it("leaves out a competency that weighs nothing", () => {
    const base = surveyOf([{ id: "a", scaleId: "s" }], {});
    const spare = { id: "spare", weight: 0, items: [{ id: "b", scaleId: "s" }] };
    const survey = { ...base, competencies: [...base.competencies, spare] };
    const rows = [
      [1, 1],
      [2, 2],
      [3, 3],
      [null, 4],
    ];
    expect(viewOf(survey, peersOf(survey, rows)).overall).toMatchObject({ n: 3, mean: 2 });
  });
});
