import { expectTypeOf, it } from "vitest";
import { fail, isOk, ok, orThrow } from "../../src/kernel/result.js";
import type { Failure, Issue, Ok, Result } from "../../src/kernel/types.js";

const result = ok(3) as Result<number>;

it("narrows a result by its `ok`", () => {
  expectTypeOf(ok(3)).toEqualTypeOf<Ok<number>>();
  expectTypeOf(fail).returns.toEqualTypeOf<Failure>();
  if (result.ok) expectTypeOf(result).toEqualTypeOf<Ok<number>>();
  else expectTypeOf(result).toEqualTypeOf<Failure>();
});

it("narrows a result by `isOk`, and unwraps it by `orThrow`", () => {
  if (isOk(result)) expectTypeOf(result.value).toEqualTypeOf<number>();
  expectTypeOf(orThrow(result)).toEqualTypeOf<number>();
});

it("promises at least one issue with a failure", () => {
  expectTypeOf<Failure["issues"]>().toEqualTypeOf<readonly [Issue, ...Issue[]]>();
});

it("keeps results readonly", () => {
  expectTypeOf<Ok<number>>().toEqualTypeOf<Readonly<Ok<number>>>();
  // @ts-expect-error a result is never written to
  (r: Ok<number>) => (r.value = 4);
});
