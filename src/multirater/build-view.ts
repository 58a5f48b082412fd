import { DEFAULT_POOL } from "../disclosure/defaults.js";
import type { Partition } from "../disclosure/types.js";
import { compareScores } from "../values/compare-scores.js";
import { OTHERS, SELF } from "./defaults.js";
import { discloseCompetency, type ViewContext, type ViewFrame } from "./disclose-competency.js";
import {
  type DisclosedGroup,
  discloseGroup,
  makeGroupPlanner,
  type SubjectAnswers,
} from "./disclose-groups.js";
import { describeRule } from "./disclosure-rules.js";
import type { SurveyIndex } from "./index-survey.js";
import { type ItemScores, makeItemScores } from "./score-competency.js";
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
  const cards = groupNames(index).map(({ id, name, identity }): ViewGroup => {
    return { id, name, identity, status: "withheld", weight: 0 };
  });
  const frame: ViewFrame = {
    index,
    policy,
    listItems,
    withheld: cards.map(({ id }) => ({ group: id, status: "withheld" })),
    withheldOthers: { group: OTHERS, status: "withheld" },
    totalWeight: totalWeight(index),
  };
  const rule = describeRule(index, policy);
  const planGroups = makeGroupPlanner(index, policy);
  // One for each group of a view, used again for every subject.
  const rooms = cards.map(() => makeItemScores(index));
  return (subject, invitations) => {
    const responses = subject.rows.map((rows) => rows.length);
    const { groups: planned, partition } = planGroups(responses, subject.insiders);
    const groups = planned.map((group, at) =>
      group === null
        ? null
        : discloseGroup(frame, group, { subject, items: rooms[at] as ItemScores }),
    );
    const context: ViewContext = { frame, groups };
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
      groups: cards.map((card, at) => showGroup(card, groups[at] ?? null, { competencies, at })),
      competencies,
      overall: overallCell(frame, competencies),
    };
    return invitations === undefined && viewer !== "hr"
      ? view
      : { ...view, ...countsBeside({ index, subject, partition }, viewer, invitations) };
  };
}

/** What stands beside the cells: response rates where invitations are known, and HR's counts. */
function countsBeside(
  given: { index: SurveyIndex; subject: SubjectAnswers; partition: Partition },
  viewer: Viewer,
  invitations: readonly InvitationCount[] | undefined,
): Pick<FeedbackView, "responseRates" | "hr"> {
  const { index, subject, partition } = given;
  return {
    ...(invitations === undefined
      ? {}
      : { responseRates: responseRates({ index, subject, invitations }, partition) }),
    ...(viewer === "hr" ? { hr: hrCounts(index, subject, partition) } : {}),
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

/** A group as it is listed: withheld unless any number of it is shown. */
function showGroup(
  card: ViewGroup,
  group: DisclosedGroup | null,
  { competencies, at }: { competencies: readonly ViewCompetency[]; at: number },
): ViewGroup {
  if (group === null) return card;
  for (const { cells, items } of competencies) {
    if (isShown(cells[at]) || items.some((item) => isShown(item.cells[at]))) {
      const { id, name, identity } = card;
      return { id, name, identity, status: "shown", weight: group.plan.weight };
    }
  }
  return card;
}

function isShown(cell: ViewCell | undefined): boolean {
  return cell?.status === "shown";
}

function overallCell(
  { policy, withheldOthers }: ViewFrame,
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
    ...competencies.map(({ weight, others }) =>
      weight > 0 && others.status === "shown" ? others.n : 0,
    ),
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
  const responses = relationships.map(({ id }, at) => ({
    relationship: id,
    submitted: rows[at]?.length ?? 0,
  }));
  const answered = new Set(
    responses.filter((one) => one.submitted > 0).map((one) => one.relationship),
  );
  return { responses, folds: folds.filter(({ from }) => answered.has(from)) };
}
