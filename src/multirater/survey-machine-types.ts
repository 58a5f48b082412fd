/** When responses are taken: from `opens` on, and until just before `closes`. */
export interface SurveyWindow {
  /** First instant, ISO 8601 with an offset or `Z`; `null` for no beginning. */
  readonly opens: string | null;
  /** First instant after the window; `null` for no end. For a last day, the instant at which it ends. */
  readonly closes: string | null;
}

/** Which survey is run, and when. */
export interface SurveyPlan {
  /** Identifier of the survey. */
  readonly surveyId: string;
  /** Version of the survey, a whole number from 1. */
  readonly version: number;
  /** When responses are taken. */
  readonly window: SurveyWindow;
  /** What happens to a response after the window, while the survey is not yet closed. */
  readonly late: "flag" | "refuse";
}

/** What is known of a running survey beside its status. */
export interface SurveyProgress {
  /** The plan; `null` before there is one. */
  readonly plan: SurveyPlan | null;
  /** Number of submitted responses. */
  readonly submissions: number;
  /** Number of those that came after the window. */
  readonly lateSubmissions: number;
}

/** The survey machine's model. */
export interface SurveyModel {
  /** `draft` → `open` → `closed` → `released`. */
  status: "draft" | "open" | "closed" | "released";
  /** HR runs the survey, raters submit, the system closes it at its end. */
  role: "hr" | "rater" | "system";
  /** Plan and counts. */
  data: SurveyProgress;
  /** The commands. */
  command: PlanCommand | ExtendCommand | PlainCommand;
  /** The events. */
  events: SurveyEvents;
}

/** Plans the survey, or plans it anew while nobody has answered. */
export interface PlanCommand {
  /** Name of the command. */
  readonly type: "plan";
  /** Which survey is run, and when. */
  readonly plan: SurveyPlan;
}

/** Moves the end of the window to a later instant. */
export interface ExtendCommand {
  /** Name of the command. */
  readonly type: "extend";
  /** The new end, an ISO 8601 instant after the present one. */
  readonly closes: string;
}

/** Opens, answers, closes or releases the survey. */
export interface PlainCommand {
  /** Name of the command. */
  readonly type: "open" | "submit" | "close" | "release";
}

/** The survey machine's events, by name. */
export interface SurveyEvents {
  /** The survey was planned. */
  planned: SurveyPlan;
  /** Raters may answer. */
  opened: EmptyData;
  /** A response came in; what it says is stored elsewhere. */
  submitted: SubmittedData;
  /** The window ends later. */
  extended: ExtendedData;
  /** Raters may no longer answer. */
  closed: EmptyData;
  /** Results may be read. */
  released: EmptyData;
}

/** Nothing but that it happened. */
export type EmptyData = Readonly<Record<string, never>>;

/** How a response came in. */
export interface SubmittedData {
  /** Whether it came after the window. */
  readonly late: boolean;
}

/** How the window changed. */
export interface ExtendedData {
  /** The new end. */
  readonly closes: string;
}
