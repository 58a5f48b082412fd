/**
 * Small counts: which groups are large enough to be shown, and where the others go.
 *
 * @module disclosure
 */

export { DEFAULT_MINIMUM, DEFAULT_MINIMUM_FOR_SPREAD, DEFAULT_POOL } from "./defaults.js";
export { partitionByCount } from "./partition-by-count.js";
export type {
  CountFold,
  CountGroup,
  CountPart,
  Partition,
  PartitionPolicy,
  PartStatus,
} from "./types.js";
