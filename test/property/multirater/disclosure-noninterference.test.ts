import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase, type CaseShape } from "../../support/disclosure/arbitrary-case.js";
import type { Case } from "../../support/disclosure/case.js";
import { CHECKS, seeds } from "../../support/disclosure/checks.js";
import { LIBRARY } from "../../support/disclosure/engine.js";
import { countFeatures, noFeatures } from "../../support/disclosure/features.js";
import { SHAPES } from "../../support/disclosure/shapes.js";

function prove(
  check: "interference" | "spreadInterference",
  run: { shape: CaseShape; numRuns: number; seed: number; watch?: (given: Case) => void },
) {
  const features = noFeatures();
  fc.assert(
    fc.property(arbitraryCase(run.shape), seeds, (given, seed) => {
      countFeatures(features, given);
      run.watch?.(given);
      expect(CHECKS[check](LIBRARY, given, seed)).toBeNull();
    }),
    { numRuns: run.numRuns, seed: run.seed },
  );
  return features;
}

describe("withheld answers", () => {
  it("change nothing that anybody reads", () => {
    const features = prove("interference", { shape: SHAPES.usual, numRuns: 150, seed: 11 });
    expect(features.hidden / features.cases).toBeGreaterThan(0.3);
  });

  it("change nothing where a spread is pooled over subjects", () => {
    let pooled = 0;
    const watch = (given: Case): void => {
      const reports = LIBRARY.release(given, { viewer: "hr" });
      if (reports.some(({ gaps }) => gaps.policy.standIn !== null)) pooled += 1;
    };
    const run = { shape: SHAPES.cohort, numRuns: 20, seed: 12, watch };
    const features = prove("interference", run);
    expect(features.hidden / features.cases).toBeGreaterThan(0.3);
    expect(pooled).toBeGreaterThanOrEqual(6);
  });
});

describe("a mean that is shown without its spread", () => {
  it("is all that its answers change", () => {
    const features = prove("spreadInterference", { shape: SHAPES.usual, numRuns: 120, seed: 13 });
    expect(features.spreads / features.cases).toBeGreaterThan(0.1);
  });
});
