import { DEFAULT_POOL } from "../disclosure/defaults.js";
import { memoizeByCounts } from "../disclosure/memoize-by-counts.js";
import { planPartition } from "../disclosure/plan-partition.js";
import type { Partition } from "../disclosure/types.js";
import { clampValue } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { SELF } from "./defaults.js";
import type { GroupAnswers } from "./group-answers.js";
import type { IndexedItem, SurveyIndex } from "./index-survey.js";
import { type ItemScores, scoreItems, toReporting } from "./score-competency.js";
import type { GroupIdentity, ViewPolicy } from "./view-types.js";

/** One subject's answers: rows of codes for every relationship of the survey. */
export interface SubjectAnswers {
  /** Who is rated. */
  readonly subjectId: string;
  /** Answer codes. */
  readonly codes: ArrayLike<number>;
  /** Where the rows of each relationship start, in the survey's order. */
  readonly rows: readonly (readonly number[])[];
  /** Per relationship, how many of its confidential raters will read this report. */
  readonly insiders: readonly number[];
}

/** A group that may be shown, as counts alone decide it. */
export interface PlannedGroup {
  /** How well the subject knows its members. */
  readonly identity: GroupIdentity;
  /** Weight among the groups of others. */
  readonly weight: number;
  /** How many of its raters will read this report. */
  readonly insiders: number;
  /** Indices of the relationships in it. */
  readonly members: readonly number[];
}

/** What the sizes of a subject's groups decide. */
export interface GroupPlan {
  /** One entry per relationship and one for the pool; `null` where the group is withheld. */
  readonly groups: readonly (PlannedGroup | null)[];
  /** The partition that made them. */
  readonly partition: Partition;
}

/** Decides from the number of responses and of insiders per relationship. */
export type GroupPlanner = (responses: readonly number[], insiders: readonly number[]) => GroupPlan;

/** A group of the view that may be shown, with the answers of all folded into it. */
export interface DisclosedGroup {
  /** What counts alone decided. */
  readonly plan: PlannedGroup;
  /** The answers. */
  readonly answers: GroupAnswers;
  /** Item means, with those in use that may be shown. */
  readonly items: ItemScores;
}

/** Compiles a survey and its policy into what parts every subject's raters by counts alone. */
export function makeGroupPlanner(index: SurveyIndex, policy: ViewPolicy): GroupPlanner {
  const { minimumRaters: minimum, folds } = policy;
  const { part, describe } = planPartition(index.relationships, { minimum, folds });
  const plan: GroupPlanner = (responses, insiders) => {
    const counts = responses.map((n, at) => Math.max(0, n - (insiders[at] ?? 0)));
    const partition = describe(part(counts));
    const partOf = new Map(partition.parts.map((one) => [one.id, one]));
    const names = [...index.relationships.map(({ id }) => id), DEFAULT_POOL];
    const groups = names.map((name): PlannedGroup | null => {
      const found = partOf.get(name);
      if (found === undefined || found.status === "withheld") return null;
      const members = found.members.map((id) => index.relationshipIndex.get(id) as number);
      const answered = members.filter((at) => (responses[at] as number) > 0);
      if (answered.length === 0) return null;
      return {
        identity: found.status === "shown" ? "confidential" : name === SELF ? SELF : "identified",
        weight: exactSum(answered.map((at) => index.relationships[at]?.weight ?? 0)),
        insiders: exactSum(members.map((at) => insiders[at] ?? 0)),
        members,
      };
    });
    return { groups, partition };
  };
  const nobody = index.relationships.map(() => 0);
  const planWithoutInsiders = memoizeByCounts((responses) => plan(responses, nobody));
  return (responses, insiders) =>
    insiders.every((n) => n === 0) ? planWithoutInsiders(responses) : plan(responses, insiders);
}

/**
 * The answers of a planned group, and which of its items may be shown. The room for its items is
 * lent: it holds them until it is lent again.
 */
export function discloseGroup(
  shared: { readonly index: SurveyIndex; readonly policy: ViewPolicy },
  plan: PlannedGroup,
  { subject, items }: { readonly subject: SubjectAnswers; readonly items: ItemScores },
): DisclosedGroup {
  const { index, policy } = shared;
  const { rows: all, codes } = subject;
  const [only, ...more] = plan.members as [number, ...number[]];
  const rows = more.length === 0 ? (all[only] ?? []) : plan.members.flatMap((at) => all[at] ?? []);
  const answers = { codes, rows };
  scoreItems(index, answers, items);
  for (let item = 0; item < items.n.length; item++) {
    const tested = (items.n[item] as number) - plan.insiders;
    const enough = plan.identity !== "confidential" || tested >= policy.minimumRaters;
    items.used[item] = enough && policy.publish === "items" ? 1 : 0;
  }
  if (policy.topCode !== null) coarsenItems(shared, plan, items);
  return { plan, answers, items };
}

function coarsenItems(
  { index, policy }: { readonly index: SurveyIndex; readonly policy: ViewPolicy },
  { identity, insiders }: PlannedGroup,
  { n, means, scores }: ItemScores,
): void {
  for (let item = 0; item < n.length; item++) {
    const rated = n[item] as number;
    if (rated === 0) continue;
    const { min, max } = (index.items[item] as IndexedItem).grid.scale;
    const cell = { n: rated - insiders, min, max, identity, policy };
    means[item] = coarsen(means[item] as number, cell);
    scores[item] = toReporting(index, item, means[item] as number);
  }
}

/** Keeps a small confidential group's mean off the ends of its scale, where the policy says so. */
export function coarsen(
  mean: number,
  cell: { n: number; min: number; max: number; identity: GroupIdentity; policy: ViewPolicy },
): number {
  const { n, min, max, identity } = cell;
  const { topCode } = cell.policy;
  if (topCode === null || identity !== "confidential" || n >= topCode.belowRaters) return mean;
  const margin = topCode.margin * (max - min);
  return clampValue(mean, min + margin, max - margin);
}
