import { defineMachine } from "../../../src/kernel/define-machine.js";
import { createIssue } from "../../../src/kernel/issue.js";
import type { Machine } from "../../../src/kernel/machine-types.js";

/** The issues of the example machine's own rules. */
const MISSING_GOALS = { code: "appraisal/no-goals", message: "No goals yet." } as const;
const OUT_OF_RANGE = {
  code: "appraisal/rating",
  message: "{rating} is off scale.",
} as const;
const FROZEN = { code: "appraisal/frozen", message: "Ratings are frozen." } as const;

/** A small appraisal: rated and shared by a manager, read by an employee, reopened by HR. */
export interface AppraisalModel {
  readonly status: "open" | "rated" | "shared" | "closed";
  readonly role: "employee" | "manager" | "hr";
  readonly data: {
    readonly rating: number | null;
    readonly readBy: readonly string[];
    readonly reopened: number;
  };
  readonly command:
    | { readonly type: "rate"; readonly rating: number }
    | { readonly type: "share" | "read" | "close" }
    | { readonly type: "rateAndShare"; readonly rating: number }
    | { readonly type: "reopen"; readonly reasonId: string };
  readonly events: {
    readonly rated: { readonly rating: number };
    readonly shared: { readonly frozen: boolean };
    readonly wasRead: { readonly readerId: string };
    readonly closed: Readonly<Record<string, never>>;
    readonly reopened: { readonly reasonId: string };
  };
  readonly facts: { readonly goals: number; readonly frozen: boolean };
}

export const appraisalMachine: Machine<AppraisalModel> = defineMachine<AppraisalModel>({
  id: "appraisal",
  statuses: ["open", "rated", "shared", "closed"],
  initial: { status: "open", sequence: 0, data: { rating: null, readBy: [], reopened: 0 } },
  commands: {
    rate: {
      from: ["open", "rated"],
      roles: ["manager"],
      guards: [
        ({ facts }) => (facts.goals > 0 ? [] : [createIssue(MISSING_GOALS, { params: {} })]),
        ({ facts }) => (facts.frozen ? [createIssue(FROZEN, { params: {} })] : []),
      ],
      checks: [({ command }) => checkRating(command.rating)],
      emits: { rated: ({ command }) => ({ rating: command.rating }) },
    },
    share: {
      from: ["rated"],
      roles: ["manager", "hr"],
      emits: { shared: ({ facts }) => ({ frozen: facts.frozen }) },
    },
    read: {
      from: ["shared"],
      roles: ["employee", "manager"],
      emits: {
        wasRead: ({ state, actor }) =>
          state.data.readBy.includes(actor.id) ? null : { readerId: actor.id },
      },
    },
    close: { from: ["shared"], roles: ["hr"], emits: { closed: () => ({}) } },
    rateAndShare: {
      from: ["open"],
      roles: ["hr"],
      checks: [({ command }) => checkRating(command.rating)],
      emits: {
        rated: ({ command }) => ({ rating: command.rating }),
        shared: ({ facts }) => ({ frozen: facts.frozen }),
      },
    },
    reopen: {
      from: ["shared", "closed"],
      roles: ["hr"],
      emits: { reopened: ({ command }) => ({ reasonId: command.reasonId }) },
    },
  },
  events: {
    rated: { to: "rated", apply: (data, event) => ({ ...data, rating: event.data.rating }) },
    shared: { to: "shared" },
    wasRead: {
      apply: (data, event) => ({ ...data, readBy: [...data.readBy, event.data.readerId] }),
      check: (state, event) =>
        state.data.readBy.includes(event.data.readerId)
          ? [createIssue(FROZEN, { path: ["data", "readerId"], params: {} })]
          : [],
    },
    closed: { to: "closed" },
    reopened: {
      to: {
        oneOf: ["open", "rated"],
        choose: (state) => (state.status === "shared" ? "rated" : "open"),
      },
      apply: (data, { data: { reasonId } }) => ({
        rating: reasonId === "keep" ? data.rating : null,
        readBy: [],
        reopened: data.reopened + 1,
      }),
    },
  },
});

function checkRating(rating: number): ReturnType<typeof createIssue>[] {
  if (rating >= 1 && rating <= 5) return [];
  return [createIssue(OUT_OF_RANGE, { path: ["command", "rating"], params: { rating } })];
}
