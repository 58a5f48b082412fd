import { expect, it } from "vitest";
import { typeName } from "../../../src/kernel/type-name.js";

it.each([
  [undefined, "nothing"],
  [null, "null"],
  [[], "array"],
  [{}, "object"],
  [Number.NaN, "NaN"],
  [-Infinity, "-Infinity"],
  [0, "number"],
  ["", "string"],
  [false, "boolean"],
])("names the type of %j", (value, name) => {
  expect(typeName(value)).toBe(name);
});
