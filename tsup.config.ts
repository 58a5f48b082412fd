import { defineConfig } from "tsup";

// Every source file is an entry and becomes one file of its own, so an import costs what it uses and
// a stack trace names the source. Types come from `tsc` (see the `build` script).
export default defineConfig({
  entry: ["src/**/*.ts"],
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  bundle: false,
  dts: false,
  clean: true,
});
