/** Answers a case: takes its `input` and gives, in the case's own words, what `expected` should be. */
export type Operation = (input: never) => unknown;

/** The operations of a room, by the `op` of a case or, where it has none, by its `id`. */
export type Operations = Readonly<Record<string, Operation>>;
