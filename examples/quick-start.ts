import { buildFeedbackReport, describeGap } from "truescore/gaps";
import { orThrow } from "truescore/kernel";
import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";

// From answers to what the subject may see, and to where self and others differ, in one call.
const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));

for (const { subjectId, view, gaps } of reports) {
  console.log(subjectId);
  for (const gap of gaps.competencies) console.log(`  ${describeGap(gap, view)}`);
}
