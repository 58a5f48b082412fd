/** Someone who gives a command to a machine. */
export interface CommandActor {
  /** Identifier of the person or the system, never empty. */
  readonly id: string;
  /** The roles the actor holds here, such as `hr`. */
  readonly roles: readonly string[];
}
