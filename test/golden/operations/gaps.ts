import { type AnalyzeGapsOptions, buildFeedbackReport, type Gap } from "../../../src/gaps/index.js";
import { orThrow } from "../../../src/kernel/index.js";
import type { OthersComposition, Survey } from "../../../src/multirater/index.js";
import { roundForDisplay } from "../../../src/values/index.js";
import type { Operations } from "./answer.js";

/** The gap between a self rating and the groups of others; a group of one is identified. */
function gapOf(
  self: number,
  groups: readonly (readonly number[])[],
  how: { readonly composition?: OthersComposition; readonly gaps?: AnalyzeGapsOptions } = {},
): Gap {
  const survey: Survey = {
    id: "survey",
    version: 1,
    scales: [{ id: "scale", min: 1, max: 5, step: 0.01, direction: "higherIsBetter" }],
    reportingScaleId: "scale",
    competencies: [{ id: "competency", items: [{ id: "item", scaleId: "scale" }] }],
    relationships: [
      { id: "self", identified: true },
      ...groups.map(({ length }, at) => ({ id: `group${at}`, identified: length === 1 })),
    ],
    disclosure: { id: "policy" },
  };
  const given = [
    { raterId: "subject", relationship: "self", value: self },
    ...groups.flatMap((ratings, group) =>
      ratings.map((value, at) => ({
        raterId: `${group}.${at}`,
        relationship: `group${group}`,
        value,
      })),
    ),
  ];
  const responses = given.map(({ raterId, relationship, value }) => ({
    surveyId: survey.id,
    subjectId: "subject",
    raterId,
    relationship,
    submittedAt: "2026-03-31T17:00:00Z",
    answers: [{ itemId: "item", value }],
  }));
  const { composition, gaps } = how;
  const { reports } = orThrow(
    buildFeedbackReport(survey, responses, { summary: { composition }, gaps }),
  );
  return reports[0]?.gaps.competencies[0] as Gap;
}

interface SelfGap {
  readonly self: number;
  readonly groups: readonly (readonly number[])[];
  readonly dp: number;
}

/** The mean of the groups' means is `byGroup`, the mean of all raters `byRater`; nothing is rounded before. */
function selfGap({ self, groups, dp }: SelfGap) {
  const [byGroup, byRater] = (["byGroup", "byRater"] as const).map((composition) =>
    gapOf(self, groups, { composition }),
  );
  const shown = (value: number | null | undefined) =>
    roundForDisplay(value ?? Number.NaN, { decimals: dp });
  return {
    meanOfGroups: shown(byGroup?.second),
    gap: shown(byGroup?.delta),
    pooledMean: shown(byRater?.second),
    pooledGap: shown(byRater?.delta),
  };
}

interface Pairs {
  readonly pairs: readonly { readonly self: number; readonly others: number }[];
}

function blindSpotStrict({ pairs, threshold }: Pairs & Pick<AnalyzeGapsOptions, "threshold">) {
  return pairs.map(
    ({ self, others }) => gapOf(self, [[others]], { gaps: { threshold } }).difference,
  );
}

function johariQuadrants({ pairs, cut: score }: Pairs & { cut: number }) {
  return pairs.map(
    ({ self, others }) => gapOf(self, [[others]], { gaps: { cut: { score } } }).quadrant,
  );
}

/** What `gaps` answers. */
export const operations: Operations = {
  selfGap,
  "blind-spot-strict": blindSpotStrict,
  "johari-quadrants": johariQuadrants,
};
