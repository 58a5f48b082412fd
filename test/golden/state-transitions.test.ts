import { describe, expect, it } from "vitest";
import { decide, type MachineState, orThrow } from "../../src/kernel/index.js";
import {
  discloseFeedback,
  type FeedbackSummary,
  SAMPLE_RESPONSES,
  SAMPLE_SURVEY,
  type SurveyModel,
  type SurveyPlan,
  type SurveyWindow,
  summarizeFeedback,
  surveyMachine,
  tallyResponses,
  windowStatus,
} from "../../src/multirater/index.js";
import { CASE_FILES, type Case, MACHINE_FILE } from "./case-files.js";

const CASES = CASE_FILES.find(({ name }) => name === MACHINE_FILE)?.cases ?? [];
const [PAST, NOW, FUTURE] = ["2026-01-01", "2026-03-01", "2026-05-01"].map(
  (date) => `${date}T12:00:00Z`,
) as [string, string, string];
const INSTANTS: Readonly<Record<string, string>> = { past: PAST, future: FUTURE };

function caseOf(id: string): Case {
  const found = CASES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

/** The cases that a test below answers, by identifier. */
const answered = new Map<string, () => unknown>();

it("every case has its test", () => {
  expect(CASES.map(({ id }) => id)).toEqual([...answered.keys()]);
});

/** S11: whether a form is open, from its first and last instant. */
function formOpen(): unknown {
  const { rows } = caseOf("S11").input as { rows: readonly (readonly (string | null)[])[] };
  const words = { notYetOpen: "not yet open", open: "open", closed: "already closed" };
  return rows.map((row) => {
    const [opens, closes] = row.map((when) => (when === null ? null : INSTANTS[when]));
    return words[windowStatus({ opens, closes } as SurveyWindow, NOW)];
  });
}

interface ReleaseRow {
  readonly from: "collecting" | "closed";
  readonly action: "showResultsToSubject";
  readonly guard: string;
}

const HR = { id: "hana", roles: ["hr"] };
const RATER = { id: "rob", roles: ["rater"] };
const PLAN: SurveyPlan = {
  surveyId: "sample",
  version: 1,
  window: { opens: PAST, closes: FUTURE },
  late: "flag",
};

/** A survey that is collecting, with as many responses as given. */
function collecting(responses: number): MachineState<SurveyModel> {
  const commands: readonly SurveyModel["command"][] = [
    { type: "plan", plan: PLAN },
    { type: "open" },
    ...Array.from({ length: responses }, () => ({ type: "submit" }) as const),
  ];
  return commands.reduce<MachineState<SurveyModel>>((state, command) => {
    const actor = command.type === "submit" ? RATER : HR;
    return orThrow(decide(surveyMachine, state, { command, actor, at: NOW })).state;
  }, surveyMachine.initial);
}

/**
 * S17: showing results to the subject is HR's release, and the view it opens. A view of any status
 * but `released` is refused.
 */
function feedbackRelease(): unknown {
  const { rows } = caseOf("S17").input as { rows: readonly ReleaseRow[] };
  return rows.map(({ from, guard }) => {
    const open = collecting(guard === "one answer present" ? 1 : SAMPLE_RESPONSES.length);
    const at = NOW;
    const state =
      from === "collecting"
        ? open
        : orThrow(decide(surveyMachine, open, { command: { type: "close" }, actor: HR, at })).state;
    const released = decide(surveyMachine, state, { command: { type: "release" }, actor: HR, at });
    expect(isReadable(state.status)).toBe(false);
    if (!released.ok) return { allowed: false, to: null };
    const { status } = released.value.state;
    expect(isReadable(status)).toBe(true);
    return { allowed: true, to: status };
  });
}

/** Whether the subject gets a view at a status of the survey. */
function isReadable(status: string): boolean {
  const { tally } = orThrow(tallyResponses(SAMPLE_SURVEY, SAMPLE_RESPONSES));
  const [summary] = orThrow(summarizeFeedback(SAMPLE_SURVEY, tally));
  const view = discloseFeedback({
    survey: SAMPLE_SURVEY,
    summary: summary as FeedbackSummary,
    viewer: "subject",
    status,
  });
  if (!view.ok) expect(view.issues.map(({ code }) => code)).toEqual(["multirater/not-released"]);
  return view.ok;
}

answered.set("S11", formOpen).set("S17", feedbackRelease);

describe("state transitions", () => {
  it.each([...answered])("%s", (id, answer) => {
    expect(answer()).toEqual(caseOf(id).expected);
  });
});
