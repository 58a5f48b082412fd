import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFeedbackReport } from "../../../src/gaps/build-feedback-report.js";
import { orThrow } from "../../../src/kernel/result.js";
import { discloseFeedback } from "../../../src/multirater/disclose-feedback.js";
import { mergeTallies } from "../../../src/multirater/merge-tallies.js";
import { summarizeFeedback } from "../../../src/multirater/summarize-feedback.js";
import { tallyFromCounts } from "../../../src/multirater/tally-from-counts.js";
import { tallyResponses } from "../../../src/multirater/tally-responses.js";
import { toCounts } from "../../../src/multirater/to-counts.js";
import type { Tally } from "../../../src/multirater/types.js";
import { arbitraryCase } from "../../support/disclosure/arbitrary-case.js";
import {
  type Case,
  type CountRow,
  countsOf,
  rulesOf,
  subjectsOf,
} from "../../support/disclosure/case.js";
import { seeds } from "../../support/disclosure/checks.js";
import { gapOptionsFor, LIBRARY } from "../../support/disclosure/engine.js";
import { type Disclosed, decide } from "../../support/disclosure/rule.js";
import { SHAPES } from "../../support/disclosure/shapes.js";
import { drawFrom } from "../../support/disclosure/tape.js";

const VIEWERS = ["subject", "manager", "hr"] as const;

function insidersOf(given: Case, subjectId: string) {
  const counts = countsOf(given, subjectId);
  return given.survey.relationships
    .filter(({ identified }) => !identified)
    .map(({ id }) => ({
      relationship: id,
      count: counts.filter(({ relationship, insider }) => relationship === id && insider).length,
    }));
}

function invitationsOf({ survey }: Case) {
  return survey.relationships.map(({ id }, at) => ({
    relationship: id,
    invited: 9 + at,
    declined: at % 3,
  }));
}

function submittedIn({ survey }: Case, counts: readonly CountRow[]) {
  return survey.relationships.map(({ id }) => ({
    relationship: id,
    submitted: counts.filter(({ relationship }) => relationship === id).length,
  }));
}

/** Response rates of what the rule shows together, and of everybody who is known. */
function ratesOf(given: Case, counts: readonly CountRow[], { folds, groups }: Disclosed) {
  const submitted = submittedIn(given, counts);
  const homeOf = (id: string) => folds.find(({ from }) => from === id)?.into ?? id;
  const names = [...given.survey.relationships, { id: "otherRaters", identified: false }];
  return names.flatMap(({ id, identified }, at) => {
    const within = (one: { relationship: string }): boolean => homeOf(one.relationship) === id;
    if (!identified && groups[at] === null) return [];
    const answered = submitted.filter(within).reduce((sum, one) => sum + one.submitted, 0);
    const expected = invitationsOf(given)
      .filter(within)
      .reduce((sum, { invited, declined }) => sum + invited - declined, 0);
    return [{ group: id, submitted: answered, expected, rate: answered / expected }];
  });
}

/** The views of all subjects, one step after the other. */
function stepByStep(given: Case, tally: Tally): string[] {
  const { survey, summary, stricter } = given;
  const invitations = invitationsOf(given);
  return orThrow(summarizeFeedback(survey, tally, summary)).flatMap((one) =>
    VIEWERS.map((viewer) => {
      const insiders = insidersOf(given, one.subjectId);
      const input = { survey, summary: one, viewer, insiders, invitations, stricter };
      return JSON.stringify(orThrow(discloseFeedback(input)).view);
    }),
  );
}

function inOneCall(given: Case, tally: Tally): string[] {
  const { survey, responses, summary, readers, stricter } = given;
  const gaps = gapOptionsFor(given);
  const invitations = tally.subjectIds.flatMap((subjectId) =>
    invitationsOf(given).map((invitation) => ({ ...invitation, subjectId })),
  );
  const views = VIEWERS.map((viewer) => {
    const options = { viewer, gaps, summary, readers, stricter, invitations };
    return orThrow(buildFeedbackReport(survey, responses, options)).reports.map(({ view }) => view);
  });
  return (views[0] ?? []).flatMap((_, subject) =>
    views.map((list) => JSON.stringify(list[subject])),
  );
}

describe("a report in one call", () => {
  it("holds the same bytes as tally, summary and disclosure one after the other", () => {
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), seeds, (given, seed) => {
        const { survey, responses } = given;
        const { tally } = orThrow(tallyResponses(survey, responses));
        const expected = inOneCall(given, tally);
        expect(stepByStep(given, tally)).toEqual(expected);
        // The same from counts that came from elsewhere, and from parts that were merged.
        const counted = orThrow(tallyFromCounts(survey, toCounts(tally)));
        expect(stepByStep(given, counted)).toEqual(expected);
        const cut = drawFrom(seed).below(responses.length + 1);
        const parts = [responses.slice(0, cut), responses.slice(cut)].map(
          (part) => orThrow(tallyResponses(survey, part)).tally,
        );
        const [first, second] = parts as [Tally, Tally];
        expect(stepByStep(given, orThrow(mergeTallies(first, second)))).toEqual(expected);
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  it("does not depend on the order of the responses", () => {
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), seeds, (given, seed) => {
        const shuffled = { ...given, responses: drawFrom(seed).shuffle(given.responses) };
        for (const viewer of VIEWERS) {
          const [before, after] = [given, shuffled].map((one) => LIBRARY.release(one, { viewer }));
          expect(JSON.stringify(after)).toBe(JSON.stringify(before));
        }
      }),
      { numRuns: 40, seed: 42 },
    );
  });

  it("gives all viewers the same but for the counts that HR sees", () => {
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), (given) => {
        const { survey, responses, summary, readers, stricter } = given;
        const rules = rulesOf(given);
        const invitations = subjectsOf(given).flatMap((subjectId) =>
          invitationsOf(given).map((invitation) => ({ ...invitation, subjectId })),
        );
        const [subject, manager, hr] = VIEWERS.map((viewer) => {
          const gaps = gapOptionsFor(given);
          const options = { viewer, gaps, summary, readers, stricter, invitations };
          const { reports } = orThrow(buildFeedbackReport(survey, responses, options));
          return reports.map(({ view, gaps: found }) => {
            const { viewer: _, hr: own, ...shared } = view;
            const counts = countsOf(given, view.subjectId);
            const disclosed = decide(survey, rules, counts);
            const submitted = submittedIn(given, counts);
            const people = new Set(counts.map(({ relationship }) => relationship));
            const folds = disclosed.folds.filter(({ from }) => people.has(from));
            const expected = { responses: submitted, folds };
            expect(own).toEqual(viewer === "hr" ? expected : undefined);
            expect(view.responseRates).toEqual(ratesOf(given, counts, disclosed));
            return JSON.stringify([shared, found.competencies, found.items]);
          });
        });
        expect(manager).toEqual(subject);
        expect(hr).toEqual(subject);
      }),
      { numRuns: 60, seed: 43 },
    );
  });

  it("is not changed by readers who did not answer in confidence", () => {
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), (given) => {
        const identified = new Set(
          given.survey.relationships.filter((one) => one.identified).map(({ id }) => id),
        );
        const known = given.responses.filter(({ relationship }) => identified.has(relationship));
        const readers = [...known, ...given.responses.map((one) => ({ ...one, raterId: "hr 1" }))];
        const [without, beside] = [[], readers].map((list) =>
          LIBRARY.release({ ...given, readers: list }, { viewer: "hr" }),
        );
        expect(JSON.stringify(beside)).toBe(JSON.stringify(without));
      }),
      { numRuns: 40, seed: 44 },
    );
  });
});
