import type { Issue } from "./types.js";

/** Someone who gives a command to a machine. */
export interface CommandActor {
  /** Identifier of the person or the system, never empty. */
  readonly id: string;
  /** The roles the actor holds here, such as `hr`. */
  readonly roles: readonly string[];
}

/**
 * What a machine is about, as one type. Write an interface with these fields and give it to
 * `defineMachine`; everything else is inferred from it. A field `facts` may be added: what guards
 * need to know from outside the machine, which then has to be given with every command.
 */
export interface MachineModel {
  /** The statuses, as a union of names. */
  readonly status: string;
  /** The roles that may give commands, as a union of names. */
  readonly role: string;
  /** What a state holds beside its status: plain JSON. */
  readonly data: unknown;
  /** The commands: a union of objects, told apart by `type`, their payload beside it. */
  readonly command: {
    /** Name of the command. */
    readonly type: string;
  };
  /** The events: an object type from the event's name to its data, which is plain JSON. */
  readonly events: object;
}

/** A model whose guards need facts from outside the machine. */
export interface WithFacts<Facts> {
  /** What guards need to know. */
  readonly facts: Facts;
}

/** The facts that a model's guards need; `undefined` where it names none. */
export type FactsOf<Model extends MachineModel> =
  Model extends WithFacts<infer Facts> ? Facts : undefined;

/** The names of a model's commands. */
export type CommandType<Model extends MachineModel> = Model["command"]["type"];

/** The command of a name, with its payload; commands of several names may share one object type. */
export type CommandOf<Model extends MachineModel, Type extends CommandType<Model>> = CommandNamed<
  Model["command"],
  Type
>;

/** The member of a union of commands that has a name. */
export type CommandNamed<Command, Type> =
  Command extends NamedCommand<infer Names> ? (Type extends Names ? Command : never) : never;

/** A command of some names. */
export interface NamedCommand<Names> {
  /** The names. */
  readonly type: Names;
}

/** The names of a model's events. */
export type EventType<Model extends MachineModel> = keyof Model["events"] & string;

/** Where a machine stands: plain JSON, to be stored as a snapshot or replayed from events. */
export interface MachineState<Model extends MachineModel> {
  /** The status. */
  readonly status: Model["status"];
  /** Number of events that led here, 0 or more. */
  readonly sequence: number;
  /** What the state holds beside its status. */
  readonly data: Model["data"];
}

/** Who gave the command that caused an event. */
export interface EventActor {
  /** Identifier of the person or the system. */
  readonly id: string;
  /** The role in which the command was given. */
  readonly role: string;
}

/** Something that happened, never changed afterwards: plain JSON. */
export interface RecordedEvent<Type extends string, Data> {
  /** Name of the event. */
  readonly type: Type;
  /** Place in its stream, from 1 without a gap. */
  readonly sequence: number;
  /** When it happened: an ISO 8601 instant with `Z` or an offset. */
  readonly at: string;
  /** Who caused it. */
  readonly by: EventActor;
  /** What happened: identifiers and facts. Free text about people belongs in documents. */
  readonly data: Data;
}

/** An event of a model; a union told apart by `type`. */
export type MachineEvent<
  Model extends MachineModel,
  Type extends EventType<Model> = EventType<Model>,
> = { readonly [Name in Type]: RecordedEvent<Name, Model["events"][Name]> }[Type];

/** What a guard may look at. */
export interface GuardContext<Model extends MachineModel> {
  /** The state before the command. */
  readonly state: MachineState<Model>;
  /** Who gives the command. */
  readonly actor: CommandActor;
  /** When the command is given: an ISO 8601 instant. Compare it only after parsing it. */
  readonly at: string;
  /** What is known from outside the machine. */
  readonly facts: FactsOf<Model>;
}

/** What a check of a command's payload, and the making of its events, may look at. */
export interface CommandContext<Model extends MachineModel, Command = Model["command"]>
  extends GuardContext<Model> {
  /** The command with its payload. */
  readonly command: Command;
}

/** How a machine treats one command. */
export interface CommandDefinition<
  Model extends MachineModel,
  Type extends CommandType<Model> = CommandType<Model>,
> {
  /** Statuses in which the command may be given. */
  readonly from: readonly Model["status"][];
  /** Roles that may give it; one of them is enough. */
  readonly roles: readonly Model["role"][];
  /**
   * What else must hold, whatever the payload: each gives its issues, or an empty list. They run in
   * every status and for every role, so that one refusal names everything. Absence means nothing.
   */
  readonly guards?: readonly ((context: GuardContext<Model>) => readonly Issue[])[] | undefined;
  /**
   * What must hold for the payload. `availableCommands` has no payload and leaves these out.
   * Absence means nothing.
   */
  readonly checks?:
    | readonly ((context: CommandContext<Model, CommandOf<Model, Type>>) => readonly Issue[])[]
    | undefined;
  /**
   * The events that the command causes, in this order, each with the maker of its data. All makers
   * see the state before the command. `null` causes no event, as where a command is idempotent.
   */
  readonly emits: {
    readonly [Name in EventType<Model>]?: (
      context: CommandContext<Model, CommandOf<Model, Type>>,
    ) => Model["events"][Name] | null;
  };
}

/** A status that depends on the state and the event. */
export interface ComputedStatus<
  Model extends MachineModel,
  Type extends EventType<Model> = EventType<Model>,
> {
  /** Every status that `choose` may answer. */
  readonly oneOf: readonly Model["status"][];
  /** `true` where `choose` may answer `null`; absence means `false`. */
  readonly orSame?: boolean | undefined;
  /** Gives the next status, from the state before the event; `null` keeps the present one. */
  readonly choose: (
    state: MachineState<Model>,
    event: MachineEvent<Model, Type>,
  ) => Model["status"] | null;
}

/** What one event does to a state. */
export interface EventDefinition<
  Model extends MachineModel,
  Type extends EventType<Model> = EventType<Model>,
> {
  /** The next status: fixed or computed. Absence keeps the present one. */
  readonly to?: Model["status"] | ComputedStatus<Model, Type> | undefined;
  /** Gives the next data without changing the present one. Absence keeps the data as it is. */
  readonly apply?:
    | ((data: Model["data"], event: MachineEvent<Model, Type>) => Model["data"])
    | undefined;
  /**
   * Finds what makes a stored event impossible after the events before it. `evolve` and `replay`
   * ask it, `decide` does not. Absence means nothing does.
   */
  readonly check?:
    | ((state: MachineState<Model>, event: MachineEvent<Model, Type>) => readonly Issue[])
    | undefined;
}

/** A state machine as data and pure functions; `defineMachine` checks it. */
export interface MachineDefinition<Model extends MachineModel> {
  /** Identifier, never empty; refusals name it. */
  readonly id: string;
  /** All statuses, each once. */
  readonly statuses: readonly Model["status"][];
  /** The state before the first event; its sequence is 0. */
  readonly initial: MachineState<Model>;
  /** The commands by name. */
  readonly commands: { readonly [Type in CommandType<Model>]: CommandDefinition<Model, Type> };
  /** The events by name. */
  readonly events: { readonly [Type in EventType<Model>]: EventDefinition<Model, Type> };
}

/** A checked machine, as `defineMachine` gives it. */
export interface Machine<Model extends MachineModel> extends MachineDefinition<Model> {
  /** The statuses in which each event may happen, drawn from the commands that cause it. */
  readonly possibleIn: { readonly [Type in EventType<Model>]: readonly Model["status"][] };
}

/** A machine whose model is not known: what the kernel's own code works with. */
export interface AnyModel extends MachineModel {
  /** The data by event name, not known. */
  readonly events: Readonly<Record<string, unknown>>;
  /** The facts, not known. */
  readonly facts: unknown;
}
