import type { ContentChange, ContentEdit, ContentPath } from "./agreement-types.js";
import { immer } from "./immer.js";
import { createIssue } from "./issue.js";
import {
  CHANGE_FORBIDDEN_PATH,
  CHANGE_NOT_JSON,
  CHANGE_NOTHING,
  CHANGE_PATH_MISSING,
  CHANGE_PATH_TAKEN,
  CHANGE_UNKNOWN_OP,
} from "./issues.js";
import { isForbiddenName, isPlainObject, isSafeJson, isSameJson } from "./json.js";
import type { Issue, JsonValue } from "./types.js";

/** What a list of edits makes of a content. */
export interface EditedContent {
  /** The content afterwards. */
  readonly content: object;
  /** The edits with what stood there before and after. */
  readonly changes: readonly ContentChange[];
  /** What is wrong with the edits, with paths from `changes` inward; an edit with an issue is left out. */
  readonly issues: readonly Issue[];
}

/** Makes edits to a content, one after the other; what they do not touch is shared, not copied. */
export function editContent(base: object, edits: readonly ContentEdit[]): EditedContent {
  const changes: ContentChange[] = [];
  const issues: Issue[] = [];
  let content = base;
  edits.forEach((edit, index) => {
    const found = checkEdit(content, edit);
    if (found !== null) {
      issues.push({ ...found, path: ["changes", index, ...found.path] });
      return;
    }
    const change = toChange(content, edit);
    changes.push(change);
    content = applyChanges(content, [change]);
  });
  if (issues.length === 0 && isSameJson(content, base)) {
    issues.push(createIssue(CHANGE_NOTHING, { path: ["changes"], params: {} }));
  }
  return { content, changes, issues };
}

/** Repeats changes that are known to fit the content. */
export function applyChanges<Content extends object>(
  content: Content,
  changes: readonly ContentChange[],
): Content {
  return immer.applyPatches(
    content,
    changes.map(({ op, path, after }) => ({ op, path: [...path], value: after })),
  );
}

/** Turns kept changes back into the edits that made them. */
export function toEdits(changes: readonly ContentChange[]): ContentEdit[] {
  return changes.map(({ op, path, after }) =>
    op === "remove" ? { op, path } : { op, path, value: after },
  );
}

function checkEdit(content: object, edit: ContentEdit): Issue | null {
  const { op, path } = edit;
  const place = { path: ["path"], params: { place: path.join(".") } };
  if (path.some(isForbiddenName)) return createIssue(CHANGE_FORBIDDEN_PATH, place);
  if (op !== "add" && op !== "replace" && op !== "remove") {
    return createIssue(CHANGE_UNKNOWN_OP, { path: ["op"], params: { op: String(op) } });
  }
  if (op !== "remove" && !isSafeJson(edit.value)) {
    return createIssue(CHANGE_NOT_JSON, { path: ["value"], params: {} });
  }
  const parent = valueAt(content, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(parent)) {
    const last = op === "add" ? parent.length : parent.length - 1;
    return isIndex(key, last) ? null : createIssue(CHANGE_PATH_MISSING, place);
  }
  if (!isPlainObject(parent) || typeof key !== "string") {
    return createIssue(CHANGE_PATH_MISSING, place);
  }
  const taken = Object.hasOwn(parent, key);
  if (op === "add") return taken ? createIssue(CHANGE_PATH_TAKEN, place) : null;
  return taken ? null : createIssue(CHANGE_PATH_MISSING, place);
}

function toChange(content: object, edit: ContentEdit): ContentChange {
  const { op, path } = edit;
  const before = op === "add" ? null : (valueAt(content, path) as JsonValue);
  return { op, path, before, after: op === "remove" ? null : edit.value };
}

function valueAt(content: unknown, path: ContentPath): unknown {
  let value = content;
  for (const key of path) {
    if (Array.isArray(value)) value = isIndex(key, value.length - 1) ? value[key] : undefined;
    else if (isPlainObject(value) && typeof key === "string" && Object.hasOwn(value, key)) {
      value = value[key];
    } else return undefined;
  }
  return value;
}

function isIndex(key: unknown, last: number): key is number {
  return (
    Number.isInteger(key) && !Object.is(key, -0) && (key as number) >= 0 && (key as number) <= last
  );
}
