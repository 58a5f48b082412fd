export * from "./disclosure/index.js";
export * from "./gaps/index.js";
export * from "./kernel/index.js";
export * from "./multirater/index.js";
export * from "./stats/index.js";
export * from "./values/index.js";
