/** Any value that survives `JSON.parse(JSON.stringify(value))` unchanged. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** How grave an {@link Issue} is: an `error` refuses, a `warning` and an `info` accompany a value. */
export type Severity = "error" | "warning" | "info";

/** What an issue's message may name: text, a number, a truth value or `null`. */
export type IssueParam = string | number | boolean | null;

/** One thing that is wrong or worth knowing, with the place where it was found. */
export interface Issue {
  /** Stable identifier, `room/kebab-reason`; safe to switch on. */
  readonly code: string;
  /** Place in the input, from the outside in: property names and zero-based indices. Empty for the whole input. */
  readonly path: readonly (string | number)[];
  /** The finding in English. For other languages see `formatIssue`. */
  readonly message: string;
  /** Whether it refuses (`error`) or accompanies a value (`warning`, `info`). */
  readonly severity: Severity;
  /** The values that the message names, for translation. */
  readonly params: Readonly<Record<string, IssueParam>>;
}

/** The success half of a {@link Result}. */
export interface Ok<T> {
  /** Always `true`. */
  readonly ok: true;
  /** What was asked for. */
  readonly value: T;
  /** Findings that did not stop the operation; empty where there are none. */
  readonly warnings: readonly Issue[];
}

/** The failure half of a {@link Result}. */
export interface Failure {
  /** Always `false`. */
  readonly ok: false;
  /** Everything that is wrong, never empty. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/** What an operation answers that may refuse its input: a value, or every reason why there is none. */
export type Result<T> = Ok<T> | Failure;

/** One stated term of an explained number. */
export interface ExplanationTerm {
  /** What the term stands for; unique among the terms of its node. */
  readonly label: string;
  /** The term's number, in the unit of its scale. */
  readonly value: number;
  /** The weight as stated by the policy, before missing terms were left out. */
  readonly weight: number;
  /** The weight as used. The terms of a `weightedMean` add up to 1 within 1e-12. */
  readonly effectiveWeight: number;
  /** Where the number is shown, for a term that is a cell of a view. Absence means it is not a cell. */
  readonly address?: Readonly<Record<string, string | null>>;
}

/** A term that did not enter a number, and why. */
export interface ExcludedTerm {
  /** What the term stands for. */
  readonly label: string;
  /** Why it did not enter, such as `missing` or `withheld`. */
  readonly reason: string;
}

/**
 * The arithmetic rules that an explanation can state and `verifyExplanation` can repeat.
 *
 * - `given`: a number that was handed in; it has no terms.
 * - `weightedMean`: the exact sum of `effectiveWeight × value`, with `effectiveWeight = weight / Σ weight`.
 * - `weightedSum`: the same with `effectiveWeight = weight`. A difference has the weights 1 and −1.
 * - `rescale`: one term, moved from the scale `policy.from` to the scale `policy.to`, both
 *   `{ min, max, reversed }`.
 * - `clamp`: one term, held within `policy.lower` and `policy.upper`.
 */
export type ExplanationRule = "given" | "weightedMean" | "weightedSum" | "rescale" | "clamp";

/**
 * How a number came about, as a tree. A node states its terms; a child explains the term that has
 * the child's label, and its value is that term's value to the last bit.
 */
export interface Explanation {
  /** The arithmetic that leads from the terms to the value. */
  readonly rule: ExplanationRule;
  /** What the number stands for. */
  readonly label: string;
  /** The number, or `null` where it cannot be known. */
  readonly value: number | null;
  /** Where the number is shown, for a number that is a cell of a view. Absence means it is not a cell. */
  readonly address?: Readonly<Record<string, string | null>>;
  /** The terms that entered, in a fixed order. */
  readonly terms: readonly ExplanationTerm[];
  /** The terms that did not enter, each with its reason. */
  readonly excluded: readonly ExcludedTerm[];
  /** The parameters that shaped the number, with the policy's `id` where it has one. */
  readonly policy: Readonly<Record<string, JsonValue>>;
  /** Explanations of terms that are themselves computed. */
  readonly children: readonly Explanation[];
}

/** How complete an explained value is: every term present, some of them, or too few for a value. */
export type Completeness = "complete" | "partial" | "insufficient";

/** A value together with how complete it is and how it came about. */
export interface Explained<T> {
  /** The result; `null` inside `T` means that it cannot be known, and `reasons` says why. */
  readonly value: T;
  /** Share of the weight that was present, 0 to 1. */
  readonly coverage: number;
  /** Number of terms that were present. */
  readonly answered: number;
  /** Number of terms that were asked for. */
  readonly asked: number;
  /** How complete the value is. */
  readonly status: Completeness;
  /** Why the value is partial or missing, as stable words such as `insufficient-coverage`. */
  readonly reasons: readonly string[];
  /** The tree that leads to the value; `verifyExplanation` repeats it. */
  readonly explanation: Explanation;
}
