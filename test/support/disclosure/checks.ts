import fc from "fast-check";
import type { Case } from "./case.js";
import { findDetermined } from "./check-elimination.js";
import { findInterference, findSpreadInterference } from "./check-noninterference.js";
import { findMisdisclosure, findWrongNumber } from "./check-rule.js";
import type { Engine } from "./engine.js";

/** Says what is wrong with an engine's reports on a case; `null` where nothing is. */
export type Check = (engine: Engine, given: Case, seed: readonly number[]) => string | null;

export type CheckName = "interference" | "spreadInterference" | "rule" | "numbers" | "elimination";

/** The checks of the proof. */
export const CHECKS: Readonly<Record<CheckName, Check>> = {
  interference: findInterference,
  spreadInterference: findSpreadInterference,
  rule: findMisdisclosure,
  numbers: findWrongNumber,
  elimination: findDetermined,
};

/** Numbers for choices within a check. */
export const seeds: fc.Arbitrary<number[]> = fc.noBias(
  fc.array(fc.nat(99_999), { minLength: 60, maxLength: 60 }),
);
