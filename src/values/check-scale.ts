import { createIssue } from "../kernel/issue.js";
import type { Issue } from "../kernel/types.js";
import { isOnScale } from "./is-on-scale.js";
import { isUsable } from "./is-usable.js";
import {
  DUPLICATE_LABEL,
  EMPTY_LABEL,
  NOT_FINITE,
  SCALE_BOUNDS,
  SCALE_POINT_DUPLICATE,
  SCALE_POINT_OFF,
  SCALE_STEP,
  SCALE_UNEVEN,
} from "./issues.js";
import type { RatingScale } from "./types.js";

/** Everything that is wrong with a rating scale: the one check of the schema and the operations. */
export function checkScale(scale: RatingScale): Issue[] {
  const { id, min, max, step } = scale;
  const issues: Issue[] = [];
  if (id === "") {
    issues.push(createIssue(EMPTY_LABEL, { path: ["id"], params: { label: id } }));
  }
  for (const field of ["min", "max", "step"] as const) {
    if (isUsable(scale[field])) continue;
    const params = { what: `The scale's ${field}`, received: String(scale[field]) };
    issues.push(createIssue(NOT_FINITE, { path: [field], params }));
  }
  if (max <= min) {
    issues.push(createIssue(SCALE_BOUNDS, { path: ["max"], params: { min, max } }));
  }
  if (step <= 0) {
    issues.push(createIssue(SCALE_STEP, { path: ["step"], params: { step } }));
  }
  if (issues.length > 0) return issues;
  if (!isOnScale(scale, max)) {
    issues.push(createIssue(SCALE_UNEVEN, { path: ["max"], params: { min, max, step } }));
  }
  return [...issues, ...pointIssues(scale)];
}

function pointIssues(scale: RatingScale): Issue[] {
  const issues: Issue[] = [];
  const values = new Set<number>();
  const labels = new Set<string>();
  (scale.points ?? []).forEach(({ value, label }, index) => {
    const path = (field: string): (string | number)[] => ["points", index, field];
    const step = Math.round((value - scale.min) / scale.step);
    if (!isOnScale(scale, value)) {
      const params = { value: String(value) };
      issues.push(createIssue(SCALE_POINT_OFF, { path: path("value"), params }));
    } else if (values.has(step)) {
      issues.push(createIssue(SCALE_POINT_DUPLICATE, { path: path("value"), params: { value } }));
    }
    if (label === "") {
      issues.push(createIssue(EMPTY_LABEL, { path: path("label"), params: { label } }));
    } else if (labels.has(label)) {
      issues.push(createIssue(DUPLICATE_LABEL, { path: path("label"), params: { label } }));
    }
    values.add(step);
    labels.add(label);
  });
  return issues;
}
