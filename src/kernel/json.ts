/** Names that reach an object's prototype instead of its own properties. */
const FORBIDDEN: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** More than any content needs; a cycle ends here. */
const GREATEST_DEPTH = 100;

/** Tells whether a property name would reach an object's prototype. */
export function isForbiddenName(name: unknown): boolean {
  return FORBIDDEN.includes(name);
}

/** Tells whether a value is an object that JSON can hold, neither a list nor a class instance. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The root prototype has none itself, also where it comes from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Tells whether a value survives JSON to the last bit and names nothing of an object's prototype. */
export function isSafeJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (depth > GREATEST_DEPTH) return false;
  // Array.from reads the holes of a list as undefined, which is refused.
  if (Array.isArray(value)) return Array.from(value).every((item) => isSafeJson(item, depth + 1));
  if (!isPlainObject(value)) return false;
  return Object.entries(value).every(
    ([name, item]) => !isForbiddenName(name) && isSafeJson(item, depth + 1),
  );
}

/** Tells whether two JSON values are the same, whatever the order of their properties. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameJson(a[name], b[name]))
  );
}
