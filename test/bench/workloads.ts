import type { Workload } from "./harness.js";
import { TALLY } from "./w1-tally.js";

/** The workloads by their names on the command line. */
export const WORKLOADS: Readonly<Record<string, Workload>> = { W1: TALLY };
