import { defineConfig } from "tsup";

// Every source file is an entry: one import then costs one function, not its room.
// Types come from `tsc` (see the `build` script), which isolated declarations make cheap.
export default defineConfig({
  entry: ["src/**/*.ts"],
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  splitting: true,
  treeshake: "smallest",
  dts: false,
  clean: true,
});
