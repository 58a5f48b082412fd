import { DEFAULT_POOL } from "../disclosure/defaults.js";
import type { Partition } from "../disclosure/types.js";
import { compareScores } from "../values/compare-scores.js";
import { OTHERS, SELF } from "./defaults.js";
import { discloseCompetency, type ViewContext } from "./disclose-competency.js";
import { type DisclosedGroup, discloseGroups, type SubjectAnswers } from "./disclose-groups.js";
import { describeRule } from "./disclosure-rules.js";
import type { SurveyIndex } from "./index-survey.js";
import { composeCompetencies } from "./score-overall.js";
import { totalWeight } from "./summarize-feedback.js";
import type {
  FeedbackView,
  GroupIdentity,
  HrCounts,
  ResponseRate,
  ViewCell,
  ViewCompetency,
  Viewer,
  ViewGroup,
  ViewPolicy,
} from "./view-types.js";

/** How many people of one relationship were asked about a subject. */
export interface InvitationCount {
  /** Identifier of the relationship. */
  readonly relationship: string;
  /** Number of people invited, a whole number from 0. */
  readonly invited: number;
  /** Number of those who declined; 0 by default. */
  readonly declined?: number | undefined;
  /** Number of those who were withdrawn; 0 by default. */
  readonly withdrawn?: number | undefined;
}

/** What the views of all subjects of a survey share. */
export interface ViewFactory {
  /** The survey. */
  readonly index: SurveyIndex;
  /** The rules. */
  readonly policy: ViewPolicy;
  /** Who reads. */
  readonly viewer: Viewer;
  /** Whether items are listed. */
  readonly listItems: boolean;
}

/** Makes a function that turns one subject's answers into a view. */
export function makeViewBuilder(
  factory: ViewFactory,
): (subject: SubjectAnswers, invitations?: readonly InvitationCount[]) => FeedbackView {
  const { index, policy, viewer, listItems } = factory;
  const { survey } = index;
  const names = groupNames(index);
  const shared = {
    index,
    policy,
    listItems,
    withheld: names.map(({ id }) => ({ group: id, status: "withheld" as const })),
    withheldOthers: { group: OTHERS, status: "withheld" as const },
    totalWeight: totalWeight(index),
  };
  const rule = describeRule(index, policy);
  return (subject, invitations) => {
    const { groups, partition } = discloseGroups(index, policy, subject);
    const context: ViewContext = { ...shared, groups };
    const competencies = index.competencies.map((one) => discloseCompetency(context, one));
    const view: FeedbackView = {
      surveyId: survey.id,
      surveyVersion: survey.version,
      subjectId: subject.subjectId,
      viewer,
      policy,
      rule,
      scales: survey.scales,
      reportingScale: index.reportingScale,
      groups: names.map((name, at) => viewGroup(name, groups[at] ?? null, { competencies, at })),
      competencies,
      overall: overallCell(context, competencies),
    };
    return {
      ...view,
      ...(invitations === undefined
        ? {}
        : { responseRates: responseRates({ index, subject, invitations }, partition) }),
      ...(viewer === "hr" ? { hr: hrCounts(index, subject, partition) } : {}),
    };
  };
}

interface GroupName {
  readonly id: string;
  readonly name: string;
  readonly identity: GroupIdentity;
}

function groupNames({ relationships }: SurveyIndex): GroupName[] {
  return [
    ...relationships.map(({ id, name, identified }): GroupName => {
      const identity = id === SELF ? SELF : identified ? "identified" : "confidential";
      return { id, name, identity };
    }),
    { id: DEFAULT_POOL, name: "Other raters", identity: "confidential" },
  ];
}

function viewGroup(
  name: GroupName,
  group: DisclosedGroup | null,
  { competencies, at }: { competencies: readonly ViewCompetency[]; at: number },
): ViewGroup {
  const shown =
    group !== null &&
    competencies.some(
      ({ cells, items }) => isShown(cells[at]) || items.some((item) => isShown(item.cells[at])),
    );
  return { ...name, status: shown ? "shown" : "withheld", weight: shown ? group.weight : 0 };
}

function isShown(cell: ViewCell | undefined): boolean {
  return cell?.status === "shown";
}

function overallCell(
  { policy, withheldOthers }: ViewContext,
  competencies: readonly ViewCompetency[],
): ViewCell {
  const overall = composeCompetencies(
    competencies.map(({ weight, others }) =>
      others.status === "shown"
        ? { weight, score: others.mean, coverage: others.coverage }
        : { weight, score: null, coverage: 0 },
    ),
  );
  if (overall === null || compareScores(overall.coverage, policy.minimumCoverage, 1) < 0)
    return withheldOthers;
  const n = Math.max(
    ...competencies.map(({ others }) => (others.status === "shown" ? others.n : 0)),
  );
  return { group: OTHERS, status: "shown", mean: overall.score, n, coverage: overall.coverage };
}

function responseRates(
  given: { index: SurveyIndex; subject: SubjectAnswers; invitations: readonly InvitationCount[] },
  { parts }: Partition,
): ResponseRate[] {
  const { index, subject, invitations } = given;
  return parts
    .filter(({ status }) => status !== "withheld")
    .map(({ id, members }) => {
      const rows = members.map(
        (member) => subject.rows[index.relationshipIndex.get(member) as number],
      );
      const submitted = rows.reduce((sum, list) => sum + (list?.length ?? 0), 0);
      const expected = invitations
        .filter(({ relationship }) => members.includes(relationship))
        .reduce(
          (sum, { invited, declined = 0, withdrawn = 0 }) => sum + invited - declined - withdrawn,
          0,
        );
      return { group: id, submitted, expected, rate: expected > 0 ? submitted / expected : null };
    });
}

function hrCounts(
  { relationships }: SurveyIndex,
  { rows }: SubjectAnswers,
  { folds }: Partition,
): HrCounts {
  return {
    responses: relationships.map(({ id }, at) => ({
      relationship: id,
      submitted: rows[at]?.length ?? 0,
    })),
    folds,
  };
}
