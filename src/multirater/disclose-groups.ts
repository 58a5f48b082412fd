import { DEFAULT_POOL } from "../disclosure/defaults.js";
import { part } from "../disclosure/partition-by-count.js";
import type { CountPart, Partition } from "../disclosure/types.js";
import { clampValue } from "../kernel/arithmetic.js";
import { exactSum } from "../kernel/exact-sum.js";
import { SELF } from "./defaults.js";
import { type GroupAnswers, meanOf, sumPoints } from "./group-answers.js";
import type { IndexedItem, SurveyIndex } from "./index-survey.js";
import type { ItemScore } from "./score-competency.js";
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

/** A group of the view that may be shown, with the answers of all folded into it. */
export interface DisclosedGroup {
  /** How well the subject knows its members. */
  readonly identity: GroupIdentity;
  /** Weight among the groups of others. */
  readonly weight: number;
  /** The answers. */
  readonly answers: GroupAnswers;
  /** How many of its raters will read this report. */
  readonly insiders: number;
  /** Item means, with those in use that may be shown. */
  readonly items: readonly ItemScore[];
}

/** A subject's groups as the view has them. */
export interface DisclosedGroups {
  /** One entry per relationship and one for the pool; `null` where the group is withheld. */
  readonly groups: readonly (DisclosedGroup | null)[];
  /** The partition that made them. */
  readonly partition: Partition;
}

/** Parts a subject's answers by counts alone, and decides which items may be shown. */
export function discloseGroups(
  index: SurveyIndex,
  policy: ViewPolicy,
  subject: SubjectAnswers,
): DisclosedGroups {
  const counts = index.relationships.map(({ id, identified }, at) => ({
    id,
    identified,
    n: Math.max(0, (subject.rows[at]?.length ?? 0) - (subject.insiders[at] ?? 0)),
  }));
  const partition = part(counts, { minimum: policy.minimumRaters, folds: policy.folds });
  const partOf = new Map(partition.parts.map((one) => [one.id, one]));
  const names = [...index.relationships.map(({ id }) => id), DEFAULT_POOL];
  return {
    groups: names.map((name) => discloseGroup({ index, policy, subject }, partOf.get(name))),
    partition,
  };
}

function discloseGroup(
  context: { index: SurveyIndex; policy: ViewPolicy; subject: SubjectAnswers },
  found: CountPart | undefined,
): DisclosedGroup | null {
  if (found === undefined || found.status === "withheld") return null;
  const { index, policy, subject } = context;
  const members = found.members.map((id) => index.relationshipIndex.get(id) as number);
  const rows = members.flatMap((at) => subject.rows[at] ?? []);
  if (rows.length === 0) return null;
  const answers = { codes: subject.codes, rows };
  const identity =
    found.status === "shown" ? "confidential" : found.id === SELF ? SELF : "identified";
  const insiders = exactSum(members.map((at) => subject.insiders[at] ?? 0));
  const answered = members.filter((at) => (subject.rows[at]?.length ?? 0) > 0);
  return {
    identity,
    weight: exactSum(answered.map((at) => index.relationships[at]?.weight ?? 0)),
    answers,
    insiders,
    items: index.items.map((item, at) =>
      scoreItem({ answers, identity, insiders, policy }, item, at),
    ),
  };
}

function scoreItem(
  group: Pick<DisclosedGroup, "answers" | "identity" | "insiders"> & { policy: ViewPolicy },
  { grid }: IndexedItem,
  at: number,
): ItemScore {
  const points = sumPoints(group.answers, at);
  if (points.n === 0) return NOT_RATED;
  const { identity, insiders, policy } = group;
  const enough = identity !== "confidential" || points.n - insiders >= policy.minimumRaters;
  const { min, max } = grid.scale;
  return {
    n: points.n,
    mean: coarsen(meanOf(points, grid), { n: points.n, min, max, identity, policy }),
    used: enough && policy.publish === "items",
  };
}

const NOT_RATED: ItemScore = { n: 0, mean: 0, used: false };

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
