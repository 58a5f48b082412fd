import { describe, expect, it } from "vitest";
import { estimateStandIn } from "../../../src/gaps/estimate-stand-in.js";
import { orThrow } from "../../../src/kernel/result.js";
import { discloseFeedback } from "../../../src/multirater/disclose-feedback.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { Survey } from "../../../src/multirater/types.js";
import type { FeedbackView } from "../../../src/multirater/view-types.js";
import { FIVE, type GroupRows, responsesOf, surveyOf, times } from "../multirater/support.js";

/** Views of as many subjects as there are groups of answers. */
function viewsOf(survey: Survey, subjects: readonly GroupRows[]): FeedbackView[] {
  const responses = subjects.flatMap((groups, at) => responsesOf(survey, groups, `subject${at}`));
  const { tally } = orThrow(tallyResponses(survey, responses));
  return orThrow(summarizeFeedback(survey, tally)).map(
    (summary) => orThrow(discloseFeedback({ survey, summary, viewer: "subject" })).view,
  );
}

const subjects = (count: number, groups: GroupRows) => Array.from({ length: count }, () => groups);
const rows = (digits: string) => [...digits].map((digit) => [Number(digit)]);
/** A survey that shows spread from three raters. */
const EARLY = surveyOf({ disclosure: { minimumForSpread: 3 } });

describe("estimateStandIn", () => {
  it("pools the shown spreads by their degrees of freedom", () => {
    // Five subjects with s² = 2.5 and 4 degrees, five with 0.5/4 … 3, 3, 3, 3, 4 has s² = 0.2.
    const views = viewsOf(surveyOf(), [
      ...subjects(5, { peer: rows("12345") }),
      ...subjects(5, { peer: rows("33334") }),
    ]);
    const spread = { sd: expect.closeTo(Math.sqrt((2.5 + 0.2) / 2), 12), degreesOfFreedom: 40 };
    expect(estimateStandIn(views)).toEqual({
      source: "pooled shown cells",
      competency: spread,
      item: spread,
    });
  });

  it("weighs a larger group more", () => {
    // s² = 1 with 2 degrees and 2.5 with 4 degrees: (2 · 1 + 4 · 2.5)/6 = 2.
    const views = viewsOf(EARLY, [
      ...subjects(5, { peer: rows("123") }),
      ...subjects(5, { peer: rows("12345") }),
    ]);
    expect(estimateStandIn(views)?.item).toEqual({
      sd: expect.closeTo(Math.sqrt(2), 12),
      degreesOfFreedom: 30,
    });
  });

  it("counts the raters of several items and competencies once", () => {
    const survey = surveyOf({
      competencies: ["c", "d"].map((id) => ({
        id,
        items: [1, 2].map((item) => ({ id: `${id}${item}`, scaleId: "five" })),
      })),
    });
    const peer = [1, 2, 3, 4, 5].map((value) => [value, value, value, value]);
    // Five raters and one mean each in ten subjects: 10 · 4, not 10 · 4 · 4.
    expect(estimateStandIn(viewsOf(survey, subjects(10, { peer })))).toMatchObject({
      competency: { sd: expect.closeTo(Math.sqrt(2.5), 12), degreesOfFreedom: 40 },
      item: { sd: expect.closeTo(Math.sqrt(2.5), 12), degreesOfFreedom: 40 },
    });
  });

  it("is on the reporting scale", () => {
    const percent = { ...FIVE, id: "percent", min: 0, max: 100 };
    const survey = surveyOf({ scales: [FIVE, percent], reportingScaleId: "percent" });
    const standIn = estimateStandIn(viewsOf(survey, subjects(10, { peer: rows("12345") })));
    const sd = expect.closeTo(25 * Math.sqrt(2.5), 10);
    expect(standIn).toMatchObject({ competency: { sd }, item: { sd } });
  });

  it.each<[what: string, survey: Survey, groups: GroupRows, count: number, found: boolean]>([
    ["ten subjects of five raters", surveyOf(), { peer: rows("12345") }, 10, true],
    ["nine subjects, though with 45 raters", surveyOf(), { peer: rows("12345") }, 9, false],
    ["ten subjects of three raters, which makes thirty", EARLY, { peer: rows("123") }, 10, true],
    ["ten subjects whose spread is withheld", surveyOf(), { peer: rows("1234") }, 10, false],
    [
      "identified raters, however many",
      surveyOf({ relationships: [{ id: "manager", identified: true }] }),
      { manager: rows("12345") },
      10,
      false,
    ],
    ["raters who all agree", surveyOf(), { peer: times(5, [3]) }, 10, false],
  ])("looks at %s", (_, survey, groups, count, found) => {
    expect(estimateStandIn(viewsOf(survey, subjects(count, groups))) !== null).toBe(found);
  });

  it("does not count a subject whose cells show no spread", () => {
    const shown = subjects(9, { peer: rows("12345") });
    const views = viewsOf(surveyOf(), [...shown, { peer: rows("123") }]);
    expect(estimateStandIn(views)).toBeNull();
  });

  it("has a spread of competencies where items are not listed", () => {
    const views = viewsOf(surveyOf(), subjects(10, { peer: rows("12345") })).map((view) => ({
      ...view,
      competencies: view.competencies.map((one) => ({ ...one, items: [] })),
    }));
    expect(estimateStandIn(views)).toMatchObject({
      competency: { degreesOfFreedom: 40 },
      item: null,
    });
  });

  it("is null without a view", () => {
    expect(estimateStandIn([])).toBeNull();
  });
});
