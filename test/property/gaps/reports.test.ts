import fc from "fast-check";
import { expect, it } from "vitest";
import { analyzeGaps } from "../../../src/gaps/analyze-gaps.js";
import {
  buildFeedbackReport,
  type FeedbackReportOptions,
} from "../../../src/gaps/build-feedback-report.js";
import { describeGap } from "../../../src/gaps/describe-gap.js";
import { estimateStandIn } from "../../../src/gaps/estimate-stand-in.js";
import type { AnalyzeGapsOptions, Gap, GapReport } from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import type { Explanation } from "../../../src/kernel/types.js";
import { verifyExplanation } from "../../../src/kernel/verify-explanation.js";
import { discloseFeedback } from "../../../src/multirater/disclose-feedback.js";
import { explainCell } from "../../../src/multirater/explain-cell.js";
import { findCell } from "../../../src/multirater/find-cell.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import type { DisclosurePolicy, Response, Survey } from "../../../src/multirater/types.js";
import type { CellAddress, FeedbackView } from "../../../src/multirater/view-types.js";
import { compareScores } from "../../../src/values/compare-scores.js";
import type { RatingScale } from "../../../src/values/types.js";
import { deepFreeze } from "../../unit/kernel/deep-freeze.js";
import { responsesTo, shuffled, summaryPolicy, survey } from "../multirater/tally-arbitraries.js";

const disclosure: fc.Arbitrary<DisclosurePolicy> = fc.record({
  id: fc.constant("policy"),
  minimumRaters: fc.constantFrom(2, 3),
  minimumForSpread: fc.constantFrom(3, 5),
  topCode: fc.constantFrom(undefined, undefined, { belowRaters: 4, margin: 0.1 }),
});

const threshold: fc.Arbitrary<AnalyzeGapsOptions["threshold"]> = fc.record({
  kind: fc.constantFrom("points", "percentOfSpan", "percentOfPoints"),
  value: fc.constantFrom(0, 0.5, 10, 25),
});

const options: fc.Arbitrary<FeedbackReportOptions> = fc.record(
  {
    viewer: fc.constantFrom("subject", "manager", "hr"),
    summary: summaryPolicy,
    detail: fc.constantFrom("items", "competencies"),
    gaps: fc.record(
      {
        threshold,
        cut: fc.constantFrom("midpoint", "norm"),
        confidence: fc.constantFrom(null, 0.5, 0.95),
        standIn: fc.constantFrom(undefined, {
          source: "a manual",
          competency: { sd: 0.7, degreesOfFreedom: 12 },
          item: { sd: 1 },
        }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

interface Given {
  readonly asked: Survey;
  readonly responses: Response[];
  readonly options: FeedbackReportOptions;
}

const given: fc.Arbitrary<Given> = fc
  .tuple(survey, disclosure)
  .map(([asked, policy]) => ({ ...asked, disclosure: policy }))
  .chain((asked) =>
    fc.record({ asked: fc.constant(asked), responses: responsesTo(asked, 48), options }),
  );

const build = ({ asked, responses, options: how }: Given) =>
  orThrow(buildFeedbackReport(asked, responses, how));

/** Every report of the given responses, with the reporting scale. */
function eachReport(
  all: Given,
  look: (report: { view: FeedbackView; gaps: GapReport; scale: RatingScale }) => void,
): void {
  for (const { view, gaps } of build(all).reports)
    look({ view, gaps, scale: view.scales[view.reportingScale] as RatingScale });
}

const gapsOf = ({ competencies, items }: GapReport): Gap[] => [...competencies, ...items];

it("reports are the same bits whatever the order of the responses", () => {
  const twice = given.chain((all) =>
    fc.record({ all: fc.constant(all), others: shuffled(all.responses) }),
  );
  fc.assert(
    fc.property(twice, ({ all, others }) => {
      expect(JSON.stringify(build({ ...all, responses: others }))).toBe(JSON.stringify(build(all)));
    }),
  );
});

it("reports are what the steps make one after the other, to the same bits", () => {
  fc.assert(
    fc.property(given, ({ asked, responses, options: how }) => {
      const { viewer = "subject", summary = {}, gaps = {} } = how;
      const { tally } = orThrow(tallyResponses(asked, responses));
      const views = orThrow(summarizeFeedback(asked, tally, summary)).map(
        (one) => orThrow(discloseFeedback({ survey: asked, summary: one, viewer })).view,
      );
      const standIn = gaps.standIn ?? estimateStandIn(views) ?? undefined;
      const { reports } = build({ asked, responses, options: { ...how, detail: "items" } });
      expect(JSON.stringify(reports.map(({ view }) => view))).toBe(JSON.stringify(views));
      expect(JSON.stringify(reports.map((report) => report.gaps))).toBe(
        JSON.stringify(views.map((view) => orThrow(analyzeGaps(view, { ...gaps, standIn })))),
      );
    }),
  );
});

it("leaving items out changes no score and no gap of a competency", () => {
  fc.assert(
    fc.property(given, (all) => {
      const scores = (detail: "items" | "competencies") => {
        // The stand-in is given: with items listed one is estimated for them too.
        const how = { ...all.options, detail, gaps: { ...all.options.gaps, confidence: null } };
        return build({ ...all, options: how }).reports.map(({ view, gaps }) => [
          view.overall,
          view.competencies.map(({ cells, others }) => [cells, others]),
          gaps.competencies,
        ]);
      };
      expect(scores("competencies")).toEqual(scores("items"));
    }),
  );
});

it("frozen surveys, responses and options are accepted and left alone", () => {
  fc.assert(
    fc.property(given, (all) => {
      const before = JSON.stringify(all);
      const { reports } = build(deepFreeze(all));
      for (const { view } of deepFreeze(reports)) orThrow(analyzeGaps(view, all.options.gaps));
      expect(JSON.stringify(all)).toBe(before);
    }),
  );
});

it("reports survive JSON: no NaN, no −0, nothing infinite", () => {
  fc.assert(
    fc.property(given, (all) => {
      const made = build(all);
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    }),
  );
});

it("a gap is the difference of two cells of the view, on the reporting scale", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ view, gaps, scale }) => {
        for (const { first, second, delta, cells, itemId } of gapsOf(gaps)) {
          const [a, b] = cells.map((address) => findCell(view, address));
          const shown = a?.status === "shown" && b?.status === "shown";
          expect(delta === null).toBe(!shown);
          if (delta === null || first === null || second === null) continue;
          expect(delta).toBe(first - second + 0);
          for (const value of [first, second]) {
            expect(value).toBeGreaterThanOrEqual(scale.min - 1e-9);
            expect(value).toBeLessThanOrEqual(scale.max + 1e-9);
          }
          if (itemId === null && shown) expect([first, second]).toEqual([a.mean, b.mean]);
        }
      });
    }),
  );
});

it("findings follow from the numbers that are stated beside them", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ gaps, scale }) => {
        const { kind, value } = gaps.policy.threshold;
        const span = scale.max - scale.min;
        const limit =
          kind === "points"
            ? value
            : (value / 100) * (kind === "percentOfSpan" ? span : span + scale.step);
        const better = scale.direction === "higherIsBetter" ? "blindSpot" : "hiddenStrength";
        const worse = scale.direction === "higherIsBetter" ? "hiddenStrength" : "blindSpot";
        for (const { delta, interval, difference } of gapsOf(gaps)) {
          if (delta === null) {
            expect(difference).toBe("insufficient");
            continue;
          }
          const { lower, upper } = interval ?? { lower: delta, upper: delta };
          const expected =
            compareScores(lower, limit, span) > 0
              ? better
              : compareScores(upper, -limit, span) < 0
                ? worse
                : compareScores(upper, limit, span) > 0 || compareScores(lower, -limit, span) < 0
                  ? "indeterminate"
                  : "none";
          expect(difference).toBe(expected);
        }
      });
    }),
  );
});

it("an interval lies around its difference, and a wider confidence makes it wider", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ view, gaps }) => {
        const standIn = gaps.policy.standIn ?? undefined;
        const at = (confidence: number) =>
          orThrow(analyzeGaps(view, { standIn, confidence })).competencies;
        const wide = new Map(at(0.99).map((gap) => [gap.competencyId, gap.interval]));
        for (const { competencyId, delta, interval } of at(0.8)) {
          const wider = wide.get(competencyId) ?? null;
          expect(wider === null).toBe(interval === null);
          if (interval === null || wider === null || delta === null) continue;
          expect((interval.lower + interval.upper) / 2).toBeCloseTo(delta, 9);
          expect(wider.upper - wider.lower).toBeGreaterThanOrEqual(interval.upper - interval.lower);
          if (interval.standardError > 0)
            expect(wider.upper - wider.lower).toBeGreaterThan(interval.upper - interval.lower);
        }
      });
    }),
  );
});

it("turning a comparison round turns every difference round", () => {
  const turned = {
    blindSpot: "hiddenStrength",
    hiddenStrength: "blindSpot",
    none: "none",
    indeterminate: "indeterminate",
    insufficient: "insufficient",
  } as const;
  fc.assert(
    fc.property(given, threshold, (all, limit) => {
      eachReport(all, ({ view }) => {
        const make = (compare: readonly [string, string]) =>
          orThrow(analyzeGaps(view, { compare, threshold: limit }));
        const back = new Map(
          gapsOf(make(["others", "self"])).map((gap) => [
            JSON.stringify([gap.competencyId, gap.itemId]),
            gap,
          ]),
        );
        for (const gap of gapsOf(make(["self", "others"]))) {
          const other = back.get(JSON.stringify([gap.competencyId, gap.itemId]));
          expect(other?.delta).toBe(gap.delta === null ? null : -gap.delta + 0);
          expect(other?.difference).toBe(turned[gap.difference]);
        }
      });
    }),
  );
});

it("gaps come in the order of what matters", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ gaps }) => {
        for (const list of [gaps.competencies, gaps.items]) {
          const keys = list.map(({ delta, interval }) => {
            const size = delta === null ? -1 : Math.abs(delta);
            const half = interval === null ? size : (interval.upper - interval.lower) / 2;
            return [Math.max(0, size - half), size] as const;
          });
          for (let at = 1; at < keys.length; at++) {
            const [before, after] = [keys[at - 1], keys[at]] as [
              [number, number],
              [number, number],
            ];
            const inOrder =
              before[0] > after[0] || (before[0] === after[0] && before[1] >= after[1]);
            expect(inOrder, JSON.stringify(keys)).toBe(true);
          }
        }
      });
    }),
  );
});

/** Every address of a view. */
function addressesOf({ groups, competencies }: FeedbackView): CellAddress[] {
  const names = [...groups.map(({ id }) => id), "others"];
  return [
    { group: "others", competencyId: null, itemId: null },
    ...names.flatMap((group) =>
      competencies.flatMap(({ competencyId, items }) => [
        { group, competencyId, itemId: null },
        ...items.map(({ itemId }) => ({ group, competencyId, itemId })),
      ]),
    ),
  ];
}

/** The values of a tree's leaves, with their addresses. */
function leavesOf(node: Explanation): (readonly [unknown, number | null])[] {
  const inner = new Map(node.children.map((child) => [child.label, child]));
  if (node.terms.length === 0) return [[node.address, node.value]];
  return node.terms.flatMap(({ label, value, address }) => {
    const child = inner.get(label);
    return child === undefined ? [[address, value] as const] : leavesOf(child);
  });
}

it("every shown cell explains itself, from cells of the same view, to the last bit", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ view }) => {
        for (const address of addressesOf(view)) {
          const cell = findCell(view, address);
          const explained = explainCell(view, address);
          expect(explained.ok).toBe(cell?.status === "shown");
          if (!explained.ok || cell?.status !== "shown") continue;
          expect([explained.value.value, explained.value.explanation.value]).toEqual([
            cell.mean,
            cell.mean,
          ]);
          expect(verifyExplanation(explained.value.explanation)).toMatchObject({ ok: true });
          for (const [place, value] of leavesOf(explained.value.explanation)) {
            const leaf = findCell(view, place as CellAddress);
            expect(leaf).toMatchObject({ status: "shown", mean: value });
          }
        }
      });
    }),
    { numRuns: 60 },
  );
});

it("every gap has a sentence without a hole", () => {
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ view, gaps }) => {
        const groups = view.groups.map((group) => ({ ...group, name: "G" }));
        for (const gap of gapsOf(gaps)) {
          const sentence = describeGap({ ...gap, name: "name" }, { ...view, groups });
          expect(sentence).toMatch(/^name: .*\.$/);
          expect(sentence).not.toMatch(/[{}]|NaN|null|undefined|-0[^.]/);
        }
      });
    }),
  );
});

it("the arbitraries reach every finding and every reason", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(given, (all) => {
      eachReport(all, ({ gaps }) => {
        for (const { difference, reasons, interval } of gapsOf(gaps))
          for (const word of [difference, ...reasons, interval?.source ?? "none"]) seen.add(word);
      });
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual([
    "blindSpot",
    "fewer-than-two-raters",
    "hiddenStrength",
    "indeterminate",
    "insufficient",
    "no-norm",
    "no-stand-in",
    "none",
    "not-asked",
    "own",
    "standIn",
    "withheld",
  ]);
});
