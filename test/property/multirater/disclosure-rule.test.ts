import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase } from "../../support/disclosure/arbitrary-case.js";
import { CHECKS } from "../../support/disclosure/checks.js";
import { LIBRARY } from "../../support/disclosure/engine.js";
import { countFeatures, noFeatures } from "../../support/disclosure/features.js";
import { SHAPES } from "../../support/disclosure/shapes.js";

describe("what is shown", () => {
  it("follows from counts alone, and every shown number is exact", () => {
    const features = noFeatures();
    fc.assert(
      fc.property(arbitraryCase(SHAPES.usual), (given) => {
        countFeatures(features, given);
        expect(CHECKS.rule(LIBRARY, given, [])).toBeNull();
        expect(CHECKS.numbers(LIBRARY, given, [])).toBeNull();
      }),
      { numRuns: 250, seed: 360 },
    );
    expect(features.hidden / features.cases).toBeGreaterThan(0.3);
    for (const count of Object.values(features)) expect(count).toBeGreaterThanOrEqual(10);
  });

  it("is right in cohorts with large groups", () => {
    const features = noFeatures();
    fc.assert(
      fc.property(arbitraryCase(SHAPES.cohort), (given) => {
        countFeatures(features, given);
        expect(CHECKS.rule(LIBRARY, given, [])).toBeNull();
        expect(CHECKS.numbers(LIBRARY, given, [])).toBeNull();
      }),
      { numRuns: 25, seed: 361 },
    );
    expect(features.spreads / features.cases).toBeGreaterThan(0.5);
  });
});
