/**
 * Large companies: count answers where they lie, in parts, and reason about the counts.
 *
 * A tally is three tables of counts. Parts merge by addition to the same bits as one pass, so that
 * workers can count apart, or a database can count and send the tables:
 *
 * ```sql
 * -- submissions(subject_id, rater_id, relationship), answers(subject_id, rater_id, item_id, value):
 * -- the answers that count, one response per rater and subject. value is the rating as text, or the
 * -- name of a non-answer; items(item_id, competency_id, position) is the survey's list.
 *
 * -- responses
 * SELECT subject_id, relationship, COUNT(*) AS count
 * FROM submissions GROUP BY subject_id, relationship;
 *
 * -- answers
 * SELECT s.subject_id, s.relationship, a.item_id, a.value, COUNT(*) AS count
 * FROM submissions s JOIN answers a USING (subject_id, rater_id)
 * GROUP BY s.subject_id, s.relationship, a.item_id, a.value;
 *
 * -- patterns: one rater's answers to a competency's items, as a list in the survey's order
 * SELECT subject_id, relationship, competency_id, pattern, COUNT(*) AS count
 * FROM (
 *   SELECT s.subject_id, s.rater_id, s.relationship, i.competency_id,
 *          array_agg(COALESCE(a.value, 'skipped') ORDER BY i.position) AS pattern
 *   FROM submissions s CROSS JOIN items i
 *   LEFT JOIN answers a USING (subject_id, rater_id, item_id)
 *   GROUP BY s.subject_id, s.rater_id, s.relationship, i.competency_id
 * ) AS of_one_rater
 * GROUP BY subject_id, relationship, competency_id, pattern;
 * ```
 *
 * `tallyFromCounts` reads the three tables (ratings as numbers again); here, columns of codes stand
 * in for the database.
 */
import { orThrow } from "truescore/kernel";
import {
  mergeTallies,
  type ResponseColumns,
  SAMPLE_SURVEY,
  summarizeFeedback,
  tallyColumns,
  tallyFromCounts,
  toCounts,
} from "truescore/multirater";

// Two workers have one half of the responses each. A row is one response: codes 0 to 3 are the
// non-answers skipped, notApplicable, unableToRate and tooNew; 4 is the lowest point of the scale.
const peers = 2;
const directReports = 3;
const first: ResponseColumns = {
  subjectIds: ["ada", "ben"],
  raterCount: 3,
  subjects: Int32Array.of(0, 0, 1),
  raters: Int32Array.of(0, 1, 2),
  relationships: Uint8Array.of(peers, peers, directReports),
  codes: Uint8Array.from(
    [
      [7, 6, 8, 8],
      [6, 6, 7, 2],
      [8, 8, 7, 7],
    ].flat(),
  ),
};
const second: ResponseColumns = {
  subjectIds: ["ada"],
  raterCount: 2,
  subjects: Int32Array.of(0, 0),
  raters: Int32Array.of(0, 1),
  relationships: Uint8Array.of(peers, peers),
  codes: Uint8Array.from(
    [
      [5, 7, 7, 0],
      [7, 6, 8, 8],
    ].flat(),
  ),
};

const parts = [first, second].map((columns) => orThrow(tallyColumns(SAMPLE_SURVEY, columns)));
const merged = parts.reduce((sum, part) => orThrow(mergeTallies(sum, part)));

// The plain form: what a database would have sent, what a queue can carry.
const counts = toCounts(merged);
console.table(counts.responses);
console.table(counts.answers.filter(({ itemId }) => itemId === "listens"));

// Whoever receives the tables goes on from there.
const received = orThrow(tallyFromCounts(SAMPLE_SURVEY, JSON.parse(JSON.stringify(counts))));
for (const { subjectId, others } of orThrow(summarizeFeedback(SAMPLE_SURVEY, received))) {
  const scores = others.map(({ competencyId, score }) => `${competencyId} ${score}`);
  console.log(`${subjectId}: ${scores.join(", ")}`);
}
