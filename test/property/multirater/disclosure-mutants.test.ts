import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase, type CaseShape } from "../../support/disclosure/arbitrary-case.js";
import { CHECKS, type CheckName, seeds } from "../../support/disclosure/checks.js";
import { type Engine, LIBRARY } from "../../support/disclosure/engine.js";
import { MUTANTS } from "../../support/disclosure/mutants.js";
import { SHAPES } from "../../support/disclosure/shapes.js";

/** The first counterexample that a check finds within some cases; `null` where it finds none. */
function firstFinding(
  engine: Engine,
  check: CheckName,
  run: { shape: CaseShape; numRuns: number },
): string | null {
  let finding: string | null = null;
  const property = fc.property(arbitraryCase(run.shape), seeds, (given, seed) => {
    finding = CHECKS[check](engine, given, seed);
    return finding === null;
  });
  const { failed, errorInstance } = fc.check(property, {
    numRuns: run.numRuns,
    seed: 4,
    endOnFailure: true,
  });
  // A check that throws has judged nothing.
  if (failed && finding === null) throw errorInstance;
  return finding;
}

const { usual, small, read } = SHAPES;

describe("a planted fault", () => {
  it.each<[keyof typeof MUTANTS, CheckName, CaseShape, RegExp]>([
    ["raterFirstBesideItems", "elimination", small, /of the raters/],
    ["raterFirstBesideItems", "numbers", usual, /mean is/],
    ["spreadOverSmallGroup", "rule", usual, /of others: it shows .*standardError/],
    ["spreadOverSmallGroup", "spreadInterference", usual, /changed/],
    ["standInFromWithheld", "interference", usual, /changed/],
    ["totalOverAll", "interference", usual, /changed/],
    ["totalOverAll", "elimination", small, /of the raters/],
    ["itemOneShort", "rule", usual, /it is shown/],
    ["itemOneShort", "interference", usual, /changed/],
    ["itemOneShort", "elimination", small, /mean of item .* of the raters/],
    ["loneRater", "rule", usual, /it is shown/],
    ["loneRater", "interference", usual, /changed/],
    ["loneRater", "elimination", small, /mean of item .* of the raters/],
    ["hideUnanimous", "rule", usual, /it is withheld/],
    ["hideUnanimous", "elimination", small, /another value of .* changes what is shown/],
    ["spreadOverSmallItem", "rule", usual, /it shows .*standardError/],
    ["spreadOverSmallItem", "spreadInterference", usual, /changed/],
    ["insidersCounted", "rule", read, /it is shown|weighs|it shows/],
    ["insidersCounted", "elimination", read, /of the raters/],
    ["reasonsTold", "rule", usual, /it shows group, reason, status/],
  ])("%s is found by %s", (mutant, check, shape, finding) => {
    expect(firstFinding(MUTANTS[mutant], check, { shape, numRuns: 60 })).toMatch(finding);
  });

  it.each(Object.keys(CHECKS) as CheckName[])("is none in the library, says %s", (check) => {
    const shape = check === "elimination" ? small : usual;
    expect(firstFinding(LIBRARY, check, { shape, numRuns: 20 })).toBeNull();
  });
});
