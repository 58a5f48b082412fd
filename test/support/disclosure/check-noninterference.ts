import type { Response, ResponseAnswer } from "../../../src/multirater/types.js";
import { valueAt } from "./arbitrary-case.js";
import {
  type Case,
  countsOf,
  itemsOf,
  ratingsOf,
  responsesAbout,
  rulesOf,
  subjectsOf,
} from "./case.js";
import type { Engine } from "./engine.js";
import { publishAll } from "./published.js";
import { type Disclosed, decide, type RuleGroup, withheldAnswers } from "./rule.js";
import { drawFrom, type Tape } from "./tape.js";

/** New points for answers, by response and item. */
type Changes = Map<Response, Map<string, number>>;

/** A case with some answers changed to other values of their scales; who answered what stays. */
function change(given: Case, changes: Changes): Case {
  const items = itemsOf(given.survey);
  const rewrite = (own: Map<string, number>, answer: ResponseAnswer): ResponseAnswer => {
    const scale = items.find(({ id }) => id === answer.itemId)?.scale;
    const point = own.get(answer.itemId);
    return scale === undefined || point === undefined
      ? answer
      : { ...answer, value: valueAt(scale, point) };
  };
  return {
    ...given,
    responses: given.responses.map((response) => {
      const own = changes.get(response);
      return own === undefined
        ? response
        : { ...response, answers: response.answers.map((answer) => rewrite(own, answer)) };
    }),
  };
}

function put(changes: Changes, place: { response: Response; itemId: string }, point: number): void {
  const own = changes.get(place.response) ?? new Map<string, number>();
  changes.set(place.response, own.set(place.itemId, point));
}

/** Compares what is read before and after a change; `null` where it is the same text. */
function compareReleases(
  engine: Engine,
  before: Case,
  after: Case,
  clean: (text: string) => string = (text) => text,
): string | null {
  const first = publishAll(engine, before).map(clean);
  const second = publishAll(engine, after).map(clean);
  const at = first.findIndex((text, index) => text !== second[index]);
  if (at < 0) return first.length === second.length ? null : "another number of reports";
  const [one = "", other = ""] = [first[at], second[at]];
  let place = 0;
  while (one[place] === other[place]) place += 1;
  const near = (text: string): string => text.slice(Math.max(0, place - 120), place + 40);
  return `report ${at} changed:\n  ${near(one)}\n  ${near(other)}`;
}

/**
 * With counts fixed, no withheld answer may change anything that anybody reads, of this subject or
 * another. Returns what changed; `null` where nothing did.
 */
export function findInterference(
  engine: Engine,
  given: Case,
  seed: readonly number[],
): string | null {
  const tape = drawFrom(seed);
  const changes: Changes = new Map();
  const rules = rulesOf(given);
  const items = itemsOf(given.survey);
  for (const subjectId of subjectsOf(given)) {
    const counts = countsOf(given, subjectId);
    const responses = responsesAbout(given, subjectId);
    const disclosed = decide(given.survey, rules, counts);
    for (const { row, item } of withheldAnswers(given.survey, disclosed, counts)) {
      const { id, scale } = items[item] as (typeof items)[number];
      if (tape.below(5) === 0) continue;
      const point = tape.from(0, Math.round((scale.max - scale.min) / scale.step));
      put(changes, { response: responses[row] as Response, itemId: id }, point);
    }
  }
  return changes.size === 0 ? null : compareReleases(engine, given, change(given, changes));
}

/**
 * Where a mean is shown without its spread, only the mean may matter: answers that are moved against
 * each other so that it stays may change nothing that anybody reads.
 */
export function findSpreadInterference(
  engine: Engine,
  given: Case,
  seed: readonly number[],
): string | null {
  const tape = drawFrom(seed);
  const changes: Changes = new Map();
  const rules = rulesOf(given);
  for (const subjectId of subjectsOf(given)) {
    const disclosed = decide(given.survey, rules, countsOf(given, subjectId));
    const about = { given, disclosed, responses: responsesAbout(given, subjectId) };
    disclosed.groups.forEach((group, at) => {
      if (group?.confidential === true) balance(tape, { ...about, group, at }, changes);
    });
  }
  if (changes.size === 0) return null;
  const exact = rules.averaging !== "raterFirst";
  return compareReleases(engine, given, change(given, changes), exact ? undefined : dropNoise);
}

/** Raters' own means are rounded one by one, so that the last digits of their mean are noise. */
function dropNoise(text: string): string {
  const number = /-?\d+\.\d+(?:e[+-]\d+)?|-?\d+e-\d+/g;
  return text.replace(number, (found) => String(Number(Number(found).toFixed(9)) + 0));
}

function balance(
  tape: Tape,
  about: {
    given: Case;
    disclosed: Disclosed;
    responses: readonly Response[];
    group: RuleGroup;
    at: number;
  },
  changes: Changes,
): void {
  const { given, disclosed, responses, group, at } = about;
  itemsOf(given.survey).forEach(({ id, scale, competency }, item) => {
    const cell = disclosed.items[at]?.[item] ?? null;
    const score = disclosed.scores[at]?.[competency] ?? null;
    const inScore = score?.order === "raterFirst" && score.items.includes(item);
    if (cell === null ? !inScore || score?.spread === true : cell.spread) return;
    const points = Math.round((scale.max - scale.min) / scale.step);
    const raters = group.rows.flatMap((row) => {
      const response = responses[row] as Response;
      const ratings = ratingsOf(given.survey, response);
      const rating = ratings[item] ?? null;
      // Raters' own means weigh an answer by what else its rater answered.
      const like = ratings.map((one) => one !== null).join();
      const point = rating === null ? null : Math.round((rating - scale.min) / scale.step);
      return point === null ? [] : [{ response, point, like: cell === null ? like : "" }];
    });
    const [up] = tape.shuffle(raters.filter(({ point }) => point < points));
    const [down] = tape.shuffle(
      raters.filter((one) => one.point > 0 && one !== up && one.like === up?.like),
    );
    if (up === undefined || down === undefined) return;
    put(changes, { response: up.response, itemId: id }, up.point + 1);
    put(changes, { response: down.response, itemId: id }, down.point - 1);
  });
}
