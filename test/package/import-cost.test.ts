import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { type ImportCost, importCost } from "../support/import-cost.js";
import { ROOT } from "../support/source-files.js";

interface Cost extends ImportCost {
  readonly room: string;
  readonly name: string;
}

const MOST_BYTES = 5_000;

/** What may cost more than one operation should, up to its own ceiling, and why. */
const HEAVIER: ReadonlyMap<string, { readonly bytes: number; readonly reason: string }> = new Map([
  ["agreementMachine", { bytes: 11_000, reason: "records differences with immer, 5 kB of it" }],
  ["discloseFeedback", { bytes: 12_000, reason: "rebuilds all that a viewer may derive" }],
  ["buildFeedbackReport", { bytes: 19_000, reason: "does the whole job, from answers to gaps" }],
  ["summarizeFeedback", { bytes: 8_000, reason: "checks a whole survey and its policy first" }],
  ["tallyResponses", { bytes: 8_500, reason: "checks every answer with its own located issues" }],
  ["tallyColumns", { bytes: 6_500, reason: "checks a whole survey and every column first" }],
  ["subtractTally", { bytes: 6_500, reason: "checks that both tallies are of one whole survey" }],
  ["tallyFromCounts", { bytes: 7_000, reason: "checks a whole survey and every row of counts" }],
]);

/** Names that bring a package with them because that package is what they are for. */
const PACKAGE_OWNERS: readonly {
  readonly packages: readonly string[];
  readonly names: RegExp;
}[] = [
  // Schemas and what parses with them.
  { packages: ["zod"], names: /Schema(?:For)?$|^(?:safeP|p)arse[A-Z]/ },
  // Calendar arithmetic.
  { packages: ["date-fns", "@date-fns/tz"], names: /Date|Month|Day|Period|Zone|^prorate|Deadline/ },
  // Machines with nested state, and the differences that an agreement records.
  { packages: ["immer"], names: /[mM]achine|^decide$|^evolve$|^replay$/ },
];

const costs: Cost[] = [];

beforeAll(async () => {
  for (const room of rooms()) {
    const built = (await import(
      pathToFileURL(join(ROOT, "dist", room, "index.js")).href
    )) as Record<string, unknown>;
    const names = Object.keys(built);
    const found = names.map(async (name) => ({ room, name, ...(await importCost(room, name)) }));
    costs.push(...(await Promise.all(found)));
  }
});

it("lists only what still is heavier, with a ceiling that is near", () => {
  const far = [...HEAVIER].filter(([name, { bytes }]) => {
    const cost = costs.find((found) => found.name === name)?.bytes ?? 0;
    return cost <= MOST_BYTES || cost < bytes * 0.75;
  });
  expect(far).toEqual([]);
});

it("measures every public value", () => {
  expect(costs.length).toBeGreaterThan(50);
  expect(costs.filter(({ bytes }) => bytes < 25)).toEqual([]);
});

it("sees a package that comes along", () => {
  const schema = costs.find(({ name }) => name === "RatingScaleSchema");
  expect(schema?.packages).toEqual(["zod"]);
});

it.each(["weightedMean", "analyzeGaps"])("keeps %s free of any package", (name) => {
  expect(costs.find((cost) => cost.name === name)?.packages).toEqual([]);
});

it("brings a package only with what is about that package", () => {
  const intruders = costs.flatMap(({ room, name, packages }) => {
    const owned = PACKAGE_OWNERS.filter(({ names }) => names.test(name));
    const allowed = new Set(owned.flatMap((owner) => owner.packages));
    const others = packages.filter((found) => !allowed.has(found));
    return others.length === 0 ? [] : [`${room}: ${name} brings ${others.join(", ")}`];
  });
  expect(intruders).toEqual([]);
});

it("keeps every operation small", () => {
  const heavy = costs.filter(
    ({ name, bytes, packages }) =>
      !packages.includes("zod") && bytes > (HEAVIER.get(name)?.bytes ?? MOST_BYTES),
  );
  expect(heavy.map(({ room, name, bytes }) => `${room}: ${name} costs ${bytes} bytes`)).toEqual([]);
});

function rooms(): string[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(manifest.exports).flatMap((path) => /^\.\/([a-z]+)$/.exec(path)?.[1] ?? []);
}
