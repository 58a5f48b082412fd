import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { DEFAULT_SUMMARY_POLICY } from "./defaults.js";
import { INVALID_POLICY } from "./issues.js";
import type { FilledSummaryPolicy, SummaryPolicy } from "./summary-types.js";

const AVERAGING = ["itemFirst", "pooled", "raterFirst"];
const COMPOSITION = ["byGroup", "byRater"];

/** Finds every field of a summary policy that is not what it may be. */
export function checkSummaryPolicy(policy: SummaryPolicy): Issue[] {
  const { id, averaging, composition, minimumCoverage } = fillSummaryPolicy(policy);
  const checks = [
    [typeof id === "string" && id !== "", "id", "a text that is not empty"],
    [AVERAGING.includes(averaging), "averaging", `one of ${AVERAGING.join(", ")}`],
    [COMPOSITION.includes(composition), "composition", `one of ${COMPOSITION.join(", ")}`],
    [minimumCoverage >= 0 && minimumCoverage <= 1, "minimumCoverage", "a number from 0 to 1"],
  ] as const;
  return checks
    .filter(([holds]) => !holds)
    .map(([, field, bound]) =>
      createIssue(INVALID_POLICY, { path: ["policy", field], params: { field, bound } }),
    );
}

/** The policy with its defaults filled in. */
export function fillSummaryPolicy(policy: SummaryPolicy): FilledSummaryPolicy {
  return {
    id: policy.id ?? DEFAULT_SUMMARY_POLICY.id,
    averaging: policy.averaging ?? DEFAULT_SUMMARY_POLICY.averaging,
    composition: policy.composition ?? DEFAULT_SUMMARY_POLICY.composition,
    minimumCoverage: policy.minimumCoverage ?? DEFAULT_SUMMARY_POLICY.minimumCoverage,
  };
}
