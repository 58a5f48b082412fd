import { partitionByCount } from "truescore/disclosure";
import { orThrow } from "truescore/kernel";
import { summarizeFeedback, type Tally, tallyColumns } from "truescore/multirater";
import { makeViewBuilder } from "../../src/multirater/build-view.js";
import { fillSummaryPolicy } from "../../src/multirater/check-summary-policy.js";
import {
  discloseGroup,
  type GroupPlan,
  makeGroupPlanner,
  type SubjectAnswers,
} from "../../src/multirater/disclose-groups.js";
import { fillDisclosure } from "../../src/multirater/disclosure-rules.js";
import { indexSurvey } from "../../src/multirater/index-survey.js";
import { makeItemScores } from "../../src/multirater/score-competency.js";
import { makeColumns, RELATIONSHIPS, SURVEY } from "./data.js";
import type { Workload } from "./harness.js";
import { countOpen, greedyHomes, MINIMUM } from "./reference-thresholds.js";

const GREEDY = "greedy loop of thresholds";
const PLANNER = "group planner";
const CELLS = "group planner and item cells";
const SUMMARY = "summarizeFeedback";

const NOBODY = RELATIONSHIPS.map(() => 0);

/** W8: five relationships and the pool of small groups, for every subject. */
export const DISCLOSURE: Workload = {
  title: (subjects) => `hiding small groups, ${subjects} subjects × 6 groups`,
  sizes: { small: 2_000, full: 20_000 },
  reference: GREEDY,
  ways: {
    [GREEDY]: (size) => {
      const counts = makeCounts(size);
      return { run: () => greedyHomes(counts), check: (homes) => countOpen(counts, homes) };
    },
    [PLANNER]: (size) => {
      const counts = makeCounts(size);
      const { index, policy } = makeFrame();
      const run = (): GroupPlan[] => {
        const plan = makeGroupPlanner(index, policy);
        return counts.map((list) => plan(list, NOBODY));
      };
      return { run, check: (plans) => countPlanned(plans as GroupPlan[]) };
    },
    "partitionByCount, every check": (size) => {
      const lists = makeCounts(size).map((list) =>
        SURVEY.relationships.map(({ id, identified }, at) => ({
          id,
          identified,
          n: list[at] ?? 0,
        })),
      );
      const { folds } = SURVEY.disclosure;
      const run = (): unknown =>
        lists.map((groups) => orThrow(partitionByCount(groups, { minimum: MINIMUM, folds })));
      return { run };
    },
    [CELLS]: (size) => {
      const subjects = makeSubjects(makeTally(size));
      return { run: () => discloseItems(subjects), check: String };
    },
    "view builder, competencies": (size) => {
      const subjects = makeSubjects(makeTally(size));
      const run = (): unknown => {
        const build = makeViewBuilder({ ...makeFrame(), viewer: "subject", listItems: false });
        return subjects.map((subject) => build(subject));
      };
      return { run };
    },
    [SUMMARY]: (size) => {
      const tally = makeTally(size);
      return { run: () => orThrow(summarizeFeedback(SURVEY, tally)) };
    },
  },
  goals: [
    { way: PLANNER, against: GREEDY, kind: "atMost", limit: 5 },
    { way: CELLS, against: SUMMARY, kind: "atMost", limit: 0.25 },
  ],
};

function makeFrame() {
  const index = orThrow(indexSurvey(SURVEY));
  return { index, policy: fillDisclosure(index, fillSummaryPolicy({})) };
}

function makeTally(size: number): Tally {
  return orThrow(tallyColumns(SURVEY, makeColumns(size)));
}

/** Per subject the number of responses of every relationship. */
function makeCounts(size: number): number[][] {
  return makeSubjects(makeTally(size)).map(({ rows }) => rows.map((list) => list.length));
}

function makeSubjects({ subjectIds, starts, codes, itemCount }: Tally): SubjectAnswers[] {
  return subjectIds.map((subjectId, subject) => {
    const rows = RELATIONSHIPS.map((_, group) => {
      const at = subject * RELATIONSHIPS.length + group;
      const first = starts[at] as number;
      const length = (starts[at + 1] as number) - first;
      return Array.from({ length }, (__, row) => (first + row) * itemCount);
    });
    return { subjectId, codes, rows, insiders: NOBODY };
  });
}

/** Plans the groups of every subject, scores their items and marks those that may be shown. */
function discloseItems(subjects: readonly SubjectAnswers[]): number {
  const frame = makeFrame();
  const planGroups = makeGroupPlanner(frame.index, frame.policy);
  const items = makeItemScores(frame.index);
  let open = 0;
  for (const subject of subjects) {
    const responses = subject.rows.map((list) => list.length);
    for (const plan of planGroups(responses, subject.insiders).groups) {
      if (plan === null) continue;
      discloseGroup(frame, plan, { subject, items });
      open++;
    }
  }
  return open;
}

function countPlanned(plans: readonly GroupPlan[]): string {
  let open = 0;
  for (const { groups } of plans) for (const group of groups) if (group !== null) open++;
  return String(open);
}
