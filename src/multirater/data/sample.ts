import type { Response, ResponseAnswer, Survey } from "../types.js";

/**
 * A small survey to try the library with: two competencies of two items on a five-point scale.
 *
 * @example
 * ```ts
 * import { SAMPLE_SURVEY } from "truescore/multirater";
 *
 * SAMPLE_SURVEY.competencies.map(({ name }) => name); // => ["Communication", "Collaboration"]
 * ```
 */
export const SAMPLE_SURVEY: Survey = {
  id: "sample",
  version: 1,
  scales: [{ id: "likert-5", min: 1, max: 5, step: 1, direction: "higherIsBetter" }],
  reportingScaleId: "likert-5",
  competencies: [
    {
      id: "communication",
      name: "Communication",
      items: [
        { id: "listens", text: "Listens before answering", scaleId: "likert-5" },
        { id: "explains", text: "Explains decisions", scaleId: "likert-5" },
      ],
    },
    {
      id: "collaboration",
      name: "Collaboration",
      items: [
        { id: "shares", text: "Shares what others need", scaleId: "likert-5" },
        { id: "helps", text: "Helps when asked", scaleId: "likert-5" },
      ],
    },
  ],
  relationships: [
    { id: "self", name: "Self", identified: true },
    { id: "manager", name: "Manager", identified: true, weight: 40 },
    { id: "peer", name: "Peers", identified: false, weight: 40 },
    { id: "directReport", name: "Direct reports", identified: false, weight: 20 },
  ],
  disclosure: { id: "sample-disclosure", minimumRaters: 3, minimumForSpread: 5 },
};

/**
 * Eight responses to the sample survey about one subject, `ada`: her own, her manager's, those of
 * four peers and of two direct reports, who are too few to be shown.
 *
 * @example
 * ```ts
 * import { SAMPLE_RESPONSES } from "truescore/multirater";
 *
 * SAMPLE_RESPONSES.map(({ relationship }) => relationship).join(" ");
 * // => "self manager peer peer peer peer directReport directReport"
 * ```
 */
export const SAMPLE_RESPONSES: readonly Response[] = [
  /* @__PURE__ */ response("ada", "self", [5, 4, 4, 4]),
  /* @__PURE__ */ response("may", "manager", [3, 4, 4, 5]),
  /* @__PURE__ */ response("ben", "peer", [3, 3, 4, 5]),
  /* @__PURE__ */ response("cleo", "peer", [2, 4, 4, 4]),
  /* @__PURE__ */ response("dan", "peer", [3, 3, 5, 4]),
  /* @__PURE__ */ response("eve", "peer", [4, "unableToRate", 4, 5]),
  /* @__PURE__ */ response("finn", "directReport", [2, 3, 3, 4]),
  /* @__PURE__ */ response("gil", "directReport", [4, 4, 4, 4]),
];

function response(
  raterId: string,
  relationship: string,
  values: readonly ResponseAnswer["value"][],
): Response {
  const itemIds = ["listens", "explains", "shares", "helps"];
  return {
    surveyId: "sample",
    subjectId: "ada",
    raterId,
    relationship,
    submittedAt: "2026-03-31T17:00:00Z",
    answers: itemIds.map((itemId, index) => ({ itemId, value: values[index] ?? "skipped" })),
  };
}
