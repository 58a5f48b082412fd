import { checkFolds } from "../disclosure/check-folds.js";
import {
  DEFAULT_MINIMUM,
  DEFAULT_MINIMUM_FOR_SPREAD,
  DEFAULT_POOL,
} from "../disclosure/defaults.js";
import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { checkScale } from "../values/check-scale.js";
import { MOST_SCALE_POINTS, OTHERS, SELF } from "./defaults.js";
import {
  DUPLICATE_ID,
  EMPTY_ID,
  EMPTY_LIST,
  INVALID_POLICY,
  INVALID_VERSION,
  INVALID_WEIGHTS,
  RESERVED_ID,
  SCALE_TOO_FINE,
  SELF_NOT_IDENTIFIED,
  UNKNOWN_SCALE,
} from "./issues.js";
import { countPoints } from "./scale-grid.js";
import type { DisclosurePolicy, Survey } from "./types.js";

type Path = readonly (string | number)[];

/** Finds everything that is wrong with a survey whose shape is right. */
export function checkSurvey(survey: Survey): Issue[] {
  return [
    ...checkHead(survey),
    ...checkScales(survey),
    ...checkCompetencies(survey),
    ...checkRelationships(survey),
    ...checkPolicy(survey.disclosure),
    ...checkFolds(survey.relationships, survey.disclosure.folds ?? []).map((issue) => ({
      ...issue,
      path: ["disclosure", ...issue.path.slice(1)],
    })),
  ];
}

function checkHead({ id, version, disclosure }: Survey): Issue[] {
  const issues = id === "" ? [emptyId(["id"])] : [];
  if (!(Number.isSafeInteger(version) && version >= 1)) {
    issues.push(createIssue(INVALID_VERSION, { path: ["version"], params: { version } }));
  }
  if (disclosure.id === "") issues.push(emptyId(["disclosure", "id"]));
  return issues;
}

function checkScales({ scales, reportingScaleId }: Survey): Issue[] {
  const issues = checkIds(scales, ["scales"], "scale");
  scales.forEach((scale, index) => {
    const found = checkScale(scale).map((issue) => ({
      ...issue,
      path: ["scales", index, ...issue.path],
    }));
    issues.push(...found);
    const points = countPoints(scale);
    if (found.length === 0 && points > MOST_SCALE_POINTS) {
      const params = { scale: scale.id, points, limit: MOST_SCALE_POINTS };
      issues.push(createIssue(SCALE_TOO_FINE, { path: ["scales", index, "step"], params }));
    }
  });
  if (!scales.some(({ id }) => id === reportingScaleId)) {
    issues.push(
      createIssue(UNKNOWN_SCALE, {
        path: ["reportingScaleId"],
        params: { scale: reportingScaleId },
      }),
    );
  }
  return issues;
}

function checkCompetencies({ competencies, scales }: Survey): Issue[] {
  const issues = checkIds(competencies, ["competencies"], "competency");
  issues.push(...checkWeights(competencies, ["competencies"], "competencies"));
  const known = new Set(scales.map(({ id }) => id));
  const seen = new Set<string>();
  competencies.forEach(({ items }, c) => {
    const place = ["competencies", c, "items"];
    issues.push(...checkWeights(items, place, "items"));
    if (items.length === 0) {
      issues.push(createIssue(EMPTY_LIST, { path: place, params: { what: "items" } }));
    }
    items.forEach(({ id, scaleId }, i) => {
      if (id === "") issues.push(emptyId([...place, i, "id"]));
      if (seen.has(id)) {
        issues.push(
          createIssue(DUPLICATE_ID, { path: [...place, i, "id"], params: { what: "item", id } }),
        );
      }
      seen.add(id);
      if (!known.has(scaleId)) {
        issues.push(
          createIssue(UNKNOWN_SCALE, {
            path: [...place, i, "scaleId"],
            params: { scale: scaleId },
          }),
        );
      }
    });
  });
  return issues;
}

function checkRelationships({ relationships }: Survey): Issue[] {
  const issues = checkIds(relationships, ["relationships"], "relationship");
  const others = relationships.filter(({ id }) => id !== SELF);
  issues.push(...checkWeights(others, ["relationships"], "relationships"));
  relationships.forEach(({ id, identified }, index) => {
    const path = ["relationships", index, "id"];
    if (id === OTHERS || id === DEFAULT_POOL)
      issues.push(createIssue(RESERVED_ID, { path, params: { id } }));
    if (id === SELF && !identified) {
      issues.push(
        createIssue(SELF_NOT_IDENTIFIED, {
          path: ["relationships", index, "identified"],
          params: {},
        }),
      );
    }
  });
  return issues;
}

function checkIds(list: readonly { readonly id: string }[], path: Path, what: string): Issue[] {
  const issues: Issue[] = [];
  if (list.length === 0)
    issues.push(createIssue(EMPTY_LIST, { path, params: { what: `${path[0]}` } }));
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (id === "") issues.push(emptyId([...path, index, "id"]));
    if (seen.has(id)) {
      issues.push(
        createIssue(DUPLICATE_ID, { path: [...path, index, "id"], params: { what, id } }),
      );
    }
    seen.add(id);
  });
  return issues;
}

function checkWeights(
  list: readonly { readonly weight?: number | undefined }[],
  path: Path,
  what: string,
): Issue[] {
  const weights = list.map(({ weight }) => weight ?? 1);
  const usable = weights.every((weight) => weight >= 0 && weight <= 1e9);
  if (usable && (weights.length === 0 || weights.some((weight) => weight >= 1e-9))) return [];
  return [createIssue(INVALID_WEIGHTS, { path, params: { what } })];
}

/** Finds every number of a disclosure policy that is out of its bounds. */
export function checkPolicy(policy: DisclosurePolicy): Issue[] {
  const issues: Issue[] = [];
  const require = (holds: boolean, field: string, bound: string): void => {
    const path = ["disclosure", ...field.split(".")];
    if (!holds) issues.push(createIssue(INVALID_POLICY, { path, params: { field, bound } }));
  };
  const { minimumRaters = DEFAULT_MINIMUM, topCode } = policy;
  const spread = policy.minimumForSpread ?? Math.max(DEFAULT_MINIMUM_FOR_SPREAD, minimumRaters);
  require(isWhole(minimumRaters, 2), "minimumRaters", "a whole number from 2");
  require(isWhole(spread, 3) &&
    spread >=
      minimumRaters, "minimumForSpread", "a whole number from 3 and at least minimumRaters");
  const { publish = "items" } = policy;
  require(publish === "items" || publish === "competencies", "publish", "items or competencies");
  if (topCode !== undefined) {
    require(isWhole(topCode.belowRaters, 2), "topCode.belowRaters", "a whole number from 2");
    require(topCode.margin > 0 &&
      topCode.margin <= 0.25, "topCode.margin", "above 0 and at most 0.25");
  }
  return issues;
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function emptyId(path: Path): Issue {
  return createIssue(EMPTY_ID, { path, params: {} });
}
