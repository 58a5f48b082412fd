import { defineMachine } from "../kernel/define-machine.js";
import { isInstant } from "../kernel/instant.js";
import { createIssue } from "../kernel/issue.js";
import type { GuardContext, Machine } from "../kernel/machine-types.js";
import { orThrow } from "../kernel/result.js";
import type { Issue } from "../kernel/types.js";
import { parseInstantMs } from "../values/parse-instant.js";
import {
  INVALID_PLAN,
  INVALID_VERSION,
  NOT_PLANNED,
  NOT_YET_OPEN,
  SURVEY_FROZEN,
  TOO_LATE,
  WINDOW_STILL_OPEN,
} from "./issues.js";

import type {
  EmptyData,
  SurveyModel,
  SurveyPlan,
  SurveyProgress,
  SurveyWindow,
} from "./survey-machine-types.js";

/**
 * Tells where an instant lies to a window.
 *
 * @param window - the window; it includes its beginning and excludes its end.
 * @param at - an ISO 8601 instant.
 * @returns `notYetOpen`, `open` or `closed`.
 * @throws `DomainError` with the code of a text that is no instant.
 * @example
 * ```ts
 * import { windowStatus } from "truescore/multirater";
 *
 * const window = { opens: null, closes: "2026-04-01T00:00:00+02:00" };
 * windowStatus(window, "2026-03-31T21:59:59Z"); // => "open"
 * windowStatus(window, "2026-03-31T22:00:00Z"); // => "closed"
 * ```
 */
export function windowStatus(window: SurveyWindow, at: string): "notYetOpen" | "open" | "closed" {
  const now = toMs(at);
  if (window.closes !== null && now >= toMs(window.closes)) return "closed";
  return window.opens !== null && now < toMs(window.opens) ? "notYetOpen" : "open";
}

/**
 * The life of a survey: planned, opened, closed and released, once, from a frozen set of responses.
 *
 * @remarks While it is open nobody reads a result, since every new answer could be read off the
 * moving mean. From the first response on the plan's survey and version are frozen; a change is a
 * new survey. A response after the window is flagged or refused, as the plan says. HR may close
 * early, the system only at the window's end. Results are read from `released` on: give the status
 * to `discloseFeedback`.
 * @example
 * ```ts
 * import { decide, orThrow } from "truescore/kernel";
 * import { surveyMachine } from "truescore/multirater";
 *
 * const actor = { id: "hana", roles: ["hr"] };
 * const plan = {
 *   surveyId: "sample",
 *   version: 1,
 *   window: { opens: null, closes: "2026-04-01T00:00:00Z" },
 *   late: "flag",
 * } as const;
 * const at = "2026-03-01T09:00:00Z";
 * const planned = decide(surveyMachine, surveyMachine.initial, { command: { type: "plan", plan }, actor, at });
 * const opened = decide(surveyMachine, orThrow(planned).state, { command: { type: "open" }, actor, at });
 * const released = decide(surveyMachine, orThrow(opened).state, { command: { type: "release" }, actor, at });
 * released.ok ? [] : released.issues.map(({ code }) => code); // => ["kernel/wrong-status"]
 * ```
 */
export const surveyMachine: Machine<SurveyModel> = /* @__PURE__ */ defineMachine<SurveyModel>({
  id: "survey",
  statuses: ["draft", "open", "closed", "released"],
  initial: {
    status: "draft",
    sequence: 0,
    data: { plan: null, submissions: 0, lateSubmissions: 0 },
  },
  commands: {
    plan: {
      from: ["draft", "open"],
      roles: ["hr"],
      guards: [notFrozen],
      checks: [({ command }) => checkPlan(command.plan)],
      emits: { planned: ({ command: { plan } }) => ({ ...plan, window: { ...plan.window } }) },
    },
    open: { from: ["draft"], roles: ["hr"], guards: [isPlanned], emits: { opened: nothing } },
    submit: {
      from: ["open"],
      roles: ["rater"],
      guards: [isInTime],
      emits: { submitted: (context) => ({ late: placeOf(context) === "closed" }) },
    },
    extend: {
      from: ["draft", "open"],
      roles: ["hr"],
      guards: [isPlanned],
      checks: [({ command, state }) => checkExtension(command.closes, state.data.plan)],
      emits: { extended: ({ command }) => ({ closes: command.closes }) },
    },
    close: {
      from: ["open"],
      roles: ["hr", "system"],
      guards: [mayClose],
      emits: { closed: nothing },
    },
    release: { from: ["closed"], roles: ["hr"], emits: { released: nothing } },
  },
  events: {
    planned: {
      check: (state, event) => [...frozenIssues(state.data), ...checkPlan(event.data)],
      apply: (data, event) => ({ ...data, plan: event.data }),
    },
    opened: { to: "open", check: (state) => plannedIssues(state.data) },
    submitted: {
      apply: (data, event) => ({
        ...data,
        submissions: data.submissions + 1,
        lateSubmissions: data.lateSubmissions + (event.data.late ? 1 : 0),
      }),
    },
    extended: {
      check: (state, event) => checkExtension(event.data.closes, state.data.plan),
      apply: ({ plan, ...data }, { data: { closes } }) => ({
        ...data,
        plan: plan === null ? null : { ...plan, window: { ...plan.window, closes } },
      }),
    },
    closed: { to: "closed" },
    released: { to: "released" },
  },
});

type Context = GuardContext<SurveyModel>;

function toMs(instant: string): number {
  return orThrow(parseInstantMs(instant));
}

function nothing(): EmptyData {
  return {};
}

function placeOf({ state, at }: Context): "notYetOpen" | "open" | "closed" {
  return state.data.plan === null ? "open" : windowStatus(state.data.plan.window, at);
}

function notFrozen({ state }: Context): Issue[] {
  return frozenIssues(state.data);
}

function frozenIssues({ submissions }: SurveyProgress): Issue[] {
  return submissions === 0 ? [] : [createIssue(SURVEY_FROZEN, { params: { submissions } })];
}

function isPlanned({ state }: Context): Issue[] {
  return plannedIssues(state.data);
}

function plannedIssues({ plan }: SurveyProgress): Issue[] {
  return plan === null ? [createIssue(NOT_PLANNED, { params: {} })] : [];
}

function isInTime(context: Context): Issue[] {
  const { plan } = context.state.data;
  const place = placeOf(context);
  if (place === "notYetOpen") {
    return [createIssue(NOT_YET_OPEN, { params: { opens: plan?.window.opens ?? null } })];
  }
  if (place === "open" || plan?.late !== "refuse") return [];
  return [createIssue(TOO_LATE, { params: { closes: plan.window.closes } })];
}

function mayClose(context: Context): Issue[] {
  const { actor, state } = context;
  if (actor.roles.includes("hr") || placeOf(context) === "closed") return [];
  const closes = state.data.plan?.window.closes ?? null;
  return [createIssue(WINDOW_STILL_OPEN, { params: { closes } })];
}

function checkPlan({ surveyId, version, window, late }: SurveyPlan): Issue[] {
  const issues: Issue[] = [];
  const require = (holds: boolean, field: string, bound: string): void => {
    const path = ["command", "plan", ...field.split(".")];
    if (!holds) issues.push(createIssue(INVALID_PLAN, { path, params: { field, bound } }));
  };
  if (!(Number.isSafeInteger(version) && version >= 1)) {
    const path = ["command", "plan", "version"];
    issues.push(createIssue(INVALID_VERSION, { path, params: { version } }));
  }
  require(surveyId !== "", "surveyId", "a text that is not empty");
  require(late === "flag" || late === "refuse", "late", "flag or refuse");
  const { opens, closes } = window;
  require(opens === null || isInstant(opens), "window.opens", "an instant with an offset, or null");
  require(closes === null ||
    isInstant(closes), "window.closes", "an instant with an offset, or null");
  if (issues.length === 0 && opens !== null && closes !== null) {
    require(toMs(opens) < toMs(closes), "window.closes", "after window.opens");
  }
  return issues;
}

function checkExtension(closes: string, plan: SurveyPlan | null): Issue[] {
  const present = plan?.window.closes ?? null;
  const later = isInstant(closes) && (present === null || toMs(closes) > toMs(present));
  const hasEnd = plan === null || present !== null;
  if (later && hasEnd) return [];
  const params = {
    field: "closes",
    bound: hasEnd ? "an instant after the present end" : "absent: the window has no end",
  };
  return [createIssue(INVALID_PLAN, { path: ["command", "closes"], params })];
}
