import { fillMessage } from "../kernel/issue.js";
import type { Gap, GapPolicy } from "./types.js";

/** English sentences by finding; names between braces are filled in. */
const SENTENCES = {
  blindSpot:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. {firstGroup} is clearly higher, by {distance}{interval}.",
  hiddenStrength:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. {secondGroup} is clearly higher, by {distance}{interval}.",
  none: "{name}: {firstGroup} {first}, {secondGroup} {second}. The two see it much alike{interval}.",
  indeterminate:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. Too few answers to say whether they differ{interval}.",
  withheld: "{name}: there are not enough answers to compare {firstGroup} and {secondGroup}.",
  "no-norm":
    "{name}: {firstGroup} {first}, {secondGroup} {second}. There is no norm to judge the difference by.",
  interval: " ({confidence} % interval {lower} to {upper})",
} as const;

/** The keys of sentences that a catalogue may replace. */
export type GapSentence = keyof typeof SENTENCES;

/** How a gap is put into words. */
export interface DescribeGapOptions {
  /** Sentences in another language or wording, by finding; what is absent stays English. */
  readonly catalogue?: Partial<Readonly<Record<GapSentence, string>>> | undefined;
  /** Most decimals of a number, 0 to 20; 2 by default. */
  readonly decimals?: number | undefined;
}

/**
 * Says in one sentence what a gap shows.
 *
 * @remarks The sentence states numbers and what follows from the policy; it never guesses at
 * reasons. "Higher" means nearer the good end of the scale.
 * @param gap - one gap of a report.
 * @param policy - the policy of that report, which names the groups.
 * @param options - other wording, and how many decimals to print.
 * @returns the sentence.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { buildFeedbackReport, describeGap } from "truescore/gaps";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const report = reports[0]?.gaps;
 * const gap = report?.competencies[0];
 * if (report !== undefined && gap !== undefined) {
 *   describeGap(gap, report.policy);
 *   // => "Communication: Self 4.5, Others 3.33. Self is clearly higher, by 1.17."
 * }
 * ```
 */
export function describeGap(gap: Gap, policy: GapPolicy, options: DescribeGapOptions = {}): string {
  const { catalogue = {}, decimals = 2 } = options;
  const print = (value: number): string => String(Number(value.toFixed(decimals)) + 0);
  const say = (key: GapSentence, params: Readonly<Record<string, string>>): string =>
    fillMessage(catalogue[key] ?? SENTENCES[key], params);
  const groups = { name: gap.name, firstGroup: policy.compare[0], secondGroup: policy.compare[1] };
  const { first, second, delta, interval, difference } = gap;
  if (first === null || second === null || delta === null) return say("withheld", groups);
  const noise =
    interval === null
      ? ""
      : say("interval", {
          confidence: print(interval.confidence * 100),
          lower: print(interval.lower),
          upper: print(interval.upper),
        });
  return say(difference === "insufficient" ? "no-norm" : difference, {
    ...groups,
    first: print(first),
    second: print(second),
    distance: print(Math.abs(delta)),
    interval: noise,
  });
}
