import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildReports } from "../../../examples/demo/build-reports.js";
import { makeSample } from "../../../examples/demo/make-sample.js";
import { type ResponseFile, readResponses } from "../../../examples/demo/read-responses.js";
import { createRandom } from "../../../examples/demo/sample/random.js";
import type { FeedbackReport } from "../../../src/gaps/types.js";
import { orThrow } from "../../../src/kernel/result.js";
import { parseSurvey } from "../../../src/multirater/schema.js";

const DATA = fileURLToPath(new URL("../../../examples/demo/data", import.meta.url));
const read = (name: string): string => readFileSync(join(DATA, name), "utf8");
const SURVEY = parseSurvey(JSON.parse(read("survey.json")));

async function readSample(): Promise<{ file: ResponseFile; reports: readonly FeedbackReport[] }> {
  const progress = { step: () => undefined, stage: () => undefined };
  const file = orThrow(await readResponses(join(DATA, "responses.csv"), progress));
  return { file, reports: orThrow(buildReports(SURVEY, file, "hr")).reports };
}

/** How many people stand in each part of a report that is no group of its own. */
function pooled({ view }: FeedbackReport): number {
  const { responses = [], folds = [] } = view.hr ?? {};
  const into = folds.filter((fold) => fold.into === "otherRaters").map(({ from }) => from);
  return responses
    .filter(({ relationship }) => into.includes(relationship))
    .reduce((sum, { submitted }) => sum + submitted, 0);
}

describe("the sample company", () => {
  it("is what the script makes, byte for byte", () => {
    const made = makeSample();
    expect(readdirSync(DATA).sort()).toEqual(Object.keys(made).sort());
    for (const [name, text] of Object.entries(made)) expect(read(name), name).toBe(text);
  });

  it("has 60 subjects, 600 responses and five competencies on four scales", async () => {
    const { file, reports } = await readSample();
    expect(reports.length).toBeGreaterThanOrEqual(60);
    expect(file.responses.length).toBeGreaterThanOrEqual(600);
    expect(SURVEY.competencies.map(({ items }) => items.length)).toEqual([5, 4, 5, 4, 4]);
    const items = SURVEY.competencies.flatMap((one) => one.items);
    expect(new Set(items.map(({ scaleId }) => scaleId)).size).toBe(4);
  });

  it("has non-answers of every kind", async () => {
    const { file } = await readSample();
    const values = new Set(file.responses.flatMap(({ answers }) => answers.map((a) => a.value)));
    for (const kind of ["notApplicable", "unableToRate", "tooNew", "skipped"] as const) {
      expect(values).toContain(kind);
    }
    const items = SURVEY.competencies.reduce((sum, one) => sum + one.items.length, 0);
    expect(file.responses.some(({ answers }) => answers.length < items)).toBe(true);
  });

  it("has groups that fold, pools that are shown and withheld, and single raters", async () => {
    const { reports } = await readSample();
    const folds = reports.flatMap(({ view }) => view.hr?.folds ?? []);
    expect(folds).toContainEqual({ from: "customer", into: "peer" });
    const pools = reports.map((report) => ({
      n: pooled(report),
      status: report.view.groups.find(({ id }) => id === "otherRaters")?.status,
    }));
    expect(pools).toContainEqual({ n: 4, status: "shown" });
    expect(pools).toContainEqual({ n: 2, status: "withheld" });
    expect(pools).toContainEqual({ n: 1, status: "withheld" });
  });

  it("has blind spots, hidden strengths and gaps that cannot be told", async () => {
    const { reports } = await readSample();
    const found = new Set(
      reports.flatMap(({ gaps }) => gaps.competencies.map((g) => g.difference)),
    );
    expect([...found].sort()).toEqual([
      "blindSpot",
      "hiddenStrength",
      "indeterminate",
      "insufficient",
      "none",
    ]);
  });
});

describe("createRandom", () => {
  it("repeats itself and stays in its bounds", () => {
    const draw = () => {
      const random = createRandom(7);
      return Array.from({ length: 1000 }, () => random.whole(1, 6));
    };
    const first = draw();
    expect(draw()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(createRandom(8).uniform()).not.toBe(createRandom(7).uniform());
  });

  it("has the spread that it is asked for", () => {
    const random = createRandom(1);
    const draws = Array.from({ length: 10_000 }, () => random.normal(2));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0, 0);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });

  it("picks each member at most once", () => {
    const picked = createRandom(3).pick([1, 2, 3, 4], 3);
    expect(new Set(picked).size).toBe(3);
    expect(createRandom(3).pick([1, 2], 5).sort()).toEqual([1, 2]);
  });
});
