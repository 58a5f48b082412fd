import type { Workload } from "./harness.js";
import { TALLY } from "./w1-tally.js";
import { CHECKS } from "./w2-checks.js";
import { DISCLOSURE } from "./w8-disclosure.js";

/** The workloads by their names on the command line. */
export const WORKLOADS: Readonly<Record<string, Workload>> = {
  W1: TALLY,
  W2: CHECKS,
  W8: DISCLOSURE,
};
