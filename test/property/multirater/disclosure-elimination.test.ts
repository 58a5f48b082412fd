import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase, type CaseShape } from "../../support/disclosure/arbitrary-case.js";
import { CHECKS } from "../../support/disclosure/checks.js";
import { LIBRARY } from "../../support/disclosure/engine.js";
import { countFeatures, noFeatures } from "../../support/disclosure/features.js";
import { SHAPES } from "../../support/disclosure/shapes.js";

function prove(run: { shape: CaseShape; numRuns: number; seed: number }) {
  const features = noFeatures();
  fc.assert(
    fc.property(arbitraryCase(run.shape), (given) => {
      countFeatures(features, given);
      expect(CHECKS.elimination(LIBRARY, given, [])).toBeNull();
    }),
    { numRuns: run.numRuns, seed: run.seed },
  );
  return features;
}

describe("the published numbers together", () => {
  it("determine no answer and no mean of fewer raters than the threshold", () => {
    const features = prove({ shape: SHAPES.small, numRuns: 60, seed: 21 });
    expect(features.hidden / features.cases).toBeGreaterThan(0.3);
    expect(features.raterFirst).toBeGreaterThanOrEqual(5);
    expect(features.shownPools).toBeGreaterThanOrEqual(5);
  });

  it("determine none for a reader who answered as well", () => {
    const features = prove({ shape: SHAPES.read, numRuns: 40, seed: 22 });
    expect(features.insiders).toBeGreaterThanOrEqual(10);
  });
});
