import type { NonAnswer } from "truescore/multirater";
import type { RatingScale } from "truescore/values";
import type { Rater, Subject } from "./company.js";
import type { Random } from "./random.js";
import { FERNHILL_SURVEY } from "./survey.js";

/** What a rater brings along, whomever they rate. */
export interface RaterHabits {
  /** How much better than they are this rater sees people, in standard deviations. */
  readonly leniency: number;
  /** Whether the rater joined too lately to know much. */
  readonly isNew: boolean;
}

/** Draws a rater's habits: most are near the middle, one in fourteen is new. */
export function drawHabits(random: Random): RaterHabits {
  return { leniency: random.normal(0.5), isNew: random.chance(0.07) };
}

/** The value of every item, in the survey's order. */
export function drawAnswers(
  subject: Subject,
  { rater, habits }: { rater: Rater; habits: RaterHabits },
  random: Random,
): (number | NonAnswer)[] {
  const isSelf = rater.relationship === "self";
  const impression = isSelf ? 0 : habits.leniency + random.normal(0.5);
  return FERNHILL_SURVEY.competencies.flatMap(({ items }, competency) => {
    const skill = subject.skills[competency] ?? 0;
    const bias = isSelf ? (subject.selfBias[competency] ?? 0) : impression;
    return items.map(({ scaleId }) => {
      const nonAnswer = isSelf
        ? null
        : drawNonAnswer({ subject, rater, habits, competency }, random);
      return nonAnswer ?? placeOnScale(scaleId, skill + bias + random.normal(0.8));
    });
  });
}

function drawNonAnswer(
  about: { subject: Subject; rater: Rater; habits: RaterHabits; competency: number },
  random: Random,
): NonAnswer | null {
  const { subject, rater, habits, competency } = about;
  const developing = competency === 4;
  const draw = random.uniform();
  if (habits.isNew && draw < 0.3) return "tooNew";
  if (developing && !subject.leads && draw < 0.25) return "notApplicable";
  if (rater.relationship === "customer" && draw < (developing ? 0.6 : 0.15)) return "unableToRate";
  if (draw > 0.985) return "skipped";
  return draw > 0.96 ? "unableToRate" : null;
}

/** The point of a scale where an impression lies: 0 is a little above its middle. */
function placeOnScale(scaleId: string, impression: number): number {
  const scale = FERNHILL_SURVEY.scales.find(({ id }) => id === scaleId) as RatingScale;
  const { min, max, direction } = scale;
  const share = Math.min(1, Math.max(0, 0.6 + 0.19 * impression));
  return Math.round(min + (direction === "higherIsBetter" ? share : 1 - share) * (max - min));
}
