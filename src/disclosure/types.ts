/** A group of people and how many of them answered. */
export interface CountGroup {
  /** Identifier, unique in the list, never empty. */
  readonly id: string;
  /** Number of people who answered, a whole number from 0. */
  readonly n: number;
  /** `true` where everybody knows who is in the group, so that no threshold applies; absence means `false`. */
  readonly identified?: boolean | undefined;
}

/** Where a group goes that is too small to be shown. */
export interface CountFold {
  /** The group that is folded when it is too small. */
  readonly from: string;
  /** The group that receives its people. */
  readonly into: string;
}

/** How groups are parted. */
export interface PartitionPolicy {
  /** Fewest people in a part that is shown, a whole number from 1. */
  readonly minimum: number;
  /** Where small groups go, in this order; none by default. */
  readonly folds?: readonly CountFold[] | undefined;
  /** Identifier of the pool of small groups that no fold takes; `otherRaters` by default. */
  readonly pool?: string | undefined;
}

/** Whether a part is known to all, large enough to be shown, or withheld. */
export type PartStatus = "identified" | "shown" | "withheld";

/** A part: one group, or several that are shown or withheld together. */
export interface CountPart {
  /** Identifier of the group that gives the part its name, or of the pool. */
  readonly id: string;
  /** Identifiers of the groups in it, in their given order. */
  readonly members: readonly string[];
  /** Number of people in it. */
  readonly n: number;
  /** Whether it may be shown. */
  readonly status: PartStatus;
}

/** Groups parted by their sizes: every group is in exactly one part. */
export interface Partition {
  /** The parts, in the order of the groups that name them; the pool last, where there is one. */
  readonly parts: readonly CountPart[];
  /** The folds that took place; `into` is where the people ended, the pool included. */
  readonly folds: readonly CountFold[];
}
