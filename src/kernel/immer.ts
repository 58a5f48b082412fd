import { enablePatches, Immer } from "immer";

/**
 * The library's own immer. It never freezes, because immer's default would freeze the objects that
 * a caller handed in.
 */
export const immer: Immer = /* @__PURE__ */ createImmer();

function createImmer(): Immer {
  enablePatches();
  return new Immer({ autoFreeze: false });
}
