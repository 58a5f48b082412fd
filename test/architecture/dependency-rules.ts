import type { IForbiddenRuleType } from "dependency-cruiser";
import { EDGES } from "./layers.js";

const anyOf = (rooms: readonly string[]): string => `^src/(${rooms.join("|")})/`;

/** A room reaches itself, the rooms of its value edges and, by `import type`, those of its type edges. */
const layerRules: IForbiddenRuleType[] = [...EDGES].flatMap(([room, { values, types }]) => [
  {
    name: `layers/${room}`,
    severity: "error" as const,
    from: { path: anyOf([room]) },
    to: { path: "^src/", pathNot: anyOf([room, ...values, ...types]) },
  },
  ...(types.length === 0
    ? []
    : [
        {
          name: `layers/${room}-types-only`,
          severity: "error" as const,
          from: { path: anyOf([room]) },
          to: { path: anyOf(types), dependencyTypesNot: ["type-only" as const] },
        },
      ]),
]);

/** Which file may import which package, as a value or as a type. */
const packageRules: IForbiddenRuleType[] = [
  {
    name: "packages/zod-only-in-schemas",
    severity: "error",
    from: {
      path: "^src/",
      pathNot: "^src/[a-z]+/schema[.]ts$|^src/advisor/language-model[.]ts$",
    },
    to: { path: "(^|node_modules/)zod(/|$)" },
  },
  {
    name: "packages/date-fns-only-in-values",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/values/" },
    to: { path: "(^|node_modules/)(date-fns|@date-fns)(/|$)" },
  },
  {
    name: "packages/immer-only-in-its-file",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/kernel/immer[.]ts$" },
    to: { path: "(^|node_modules/)immer(/|$)" },
  },
  {
    name: "packages/no-other-package",
    severity: "error",
    // Users' tests bring fast-check with them.
    from: { path: "^src/", pathNot: "^src/testing/" },
    to: { path: "node_modules/", pathNot: "node_modules/(zod|date-fns|@date-fns/tz|immer)/" },
  },
  {
    name: "packages/no-platform-module",
    severity: "error",
    from: { path: "^src/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "packages/resolvable",
    severity: "error",
    from: { path: "^src/" },
    to: { couldNotResolve: true },
  },
];

const shapeRules: IForbiddenRuleType[] = [
  { name: "cycles", severity: "error", from: { path: "^src/" }, to: { circular: true } },
  {
    name: "barrels",
    severity: "error",
    // The root index is the one file that gathers the rooms' barrels.
    from: { path: "^src/", pathNot: "^src/index[.]ts$" },
    to: { path: "^src/(index|[a-z]+/index)[.]ts$" },
  },
  {
    name: "schemas-as-types",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/[a-z]+/(schema|index)[.]ts$" },
    to: { path: "^src/(?!kernel/)[a-z]+/schema[.]ts$", dependencyTypesNot: ["type-only"] },
  },
];

/** The rules that dependency-cruiser keeps. */
export const DEPENDENCY_RULES: readonly IForbiddenRuleType[] = [
  ...layerRules,
  ...packageRules,
  ...shapeRules,
];
