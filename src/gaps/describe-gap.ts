import { fillMessage } from "../kernel/issue.js";
import type { FeedbackView } from "../multirater/view-types.js";
import { roundForDisplay } from "../values/round-for-display.js";
import type { Gap } from "./types.js";

/** English sentences by finding; names between braces are filled in. */
const SENTENCES: Readonly<Record<GapSentence, string>> = {
  higher:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. A gap of {delta}{interval}: {firstGroup} higher.",
  lower:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. A gap of {delta}{interval}: {firstGroup} lower.",
  none: "{name}: {firstGroup} {first}, {secondGroup} {second}. No gap: the difference of {delta}{interval} is within the threshold.",
  indeterminate:
    "{name}: {firstGroup} {first}, {secondGroup} {second}. Not to be told: the difference of {delta}{interval} may or may not exceed the threshold.",
  withheld: "{name}: there are not enough answers to compare {firstGroup} and {secondGroup}.",
  "no-norm":
    "{name}: {firstGroup} {first}, {secondGroup} {second}. There is no norm to judge the difference of {delta} by.",
  interval: " ({confidence} % interval {lower} to {upper})",
};

/** The keys of sentences that a catalogue may replace. */
export type GapSentence =
  | "higher"
  | "lower"
  | "none"
  | "indeterminate"
  | "withheld"
  | "no-norm"
  | "interval";

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
 * reasons. The difference is first minus second, and "higher" means the larger number, whichever end
 * of the scale is the good one.
 * @param gap - one gap of a report.
 * @param view - the view it was made from, which names the groups.
 * @param options - other wording, and how many decimals to print.
 * @returns the sentence.
 * @throws `DomainError` with code `values/out-of-range` for decimals that are not a whole
 *   number from 0 to 20.
 * @example
 * ```ts
 * import { orThrow } from "truescore/kernel";
 * import { buildFeedbackReport, describeGap } from "truescore/gaps";
 * import { SAMPLE_RESPONSES, SAMPLE_SURVEY } from "truescore/multirater";
 *
 * const { reports } = orThrow(buildFeedbackReport(SAMPLE_SURVEY, SAMPLE_RESPONSES));
 * const report = reports[0];
 * const gap = report?.gaps.competencies[0];
 * if (report !== undefined && gap !== undefined) {
 *   describeGap(gap, report.view);
 *   // => "Communication: Self 4.5, Others 3.33. A gap of 1.17: Self higher."
 * }
 * ```
 */
export function describeGap(
  gap: Gap,
  view: FeedbackView,
  options: DescribeGapOptions = {},
): string {
  const { catalogue = {}, decimals = 2 } = options;
  const print = (value: number): string => String(roundForDisplay(value, { decimals }));
  const say = (key: GapSentence, params: Readonly<Record<string, string>>): string =>
    fillMessage(catalogue[key] ?? SENTENCES[key], params);
  const [firstGroup, secondGroup] = gap.cells.map(
    ({ group }) => view.groups.find(({ id }) => id === group)?.name ?? "Others",
  ) as [string, string];
  const groups = { name: gap.name, firstGroup, secondGroup };
  const { first, second, delta, interval, difference } = gap;
  if (first === null || second === null || delta === null) return say("withheld", groups);
  const side = delta > 0 ? "higher" : "lower";
  const noise =
    interval === null
      ? ""
      : say("interval", {
          confidence: print(interval.confidence * 100),
          lower: print(interval.lower),
          upper: print(interval.upper),
        });
  const key = difference === "blindSpot" || difference === "hiddenStrength" ? side : difference;
  return say(key === "insufficient" ? "no-norm" : key, {
    ...groups,
    first: print(first),
    second: print(second),
    delta: print(delta),
    interval: noise,
  });
}
