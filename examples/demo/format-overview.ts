import type { FeedbackReport } from "truescore/gaps";
import { isClear } from "./format-report.js";
import { formatScore, formatTable } from "./text.js";

/** One line per subject. */
export function formatOverview(reports: readonly FeedbackReport[]): string[] {
  return formatTable([
    ["Subject", "Overall", "Groups shown", "Clear gaps", "Widest"],
    ...reports.map(({ subjectId, view, gaps }) => {
      const { overall, groups } = view;
      const clear = gaps.competencies.filter(isClear);
      const [widest] = clear;
      return [
        subjectId,
        overall.status === "shown" ? formatScore(overall.mean) : "–",
        `${groups.filter(({ status }) => status === "shown").length}`,
        `${clear.length}`,
        widest === undefined ? "" : `${widest.name} (${FINDINGS[widest.difference]})`,
      ];
    }),
  ]);
}

const FINDINGS: Readonly<Record<string, string>> = {
  blindSpot: "blind spot",
  hiddenStrength: "hidden strength",
};
