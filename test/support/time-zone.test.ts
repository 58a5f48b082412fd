import { expect, it } from "vitest";

it("runs in the time zone it was asked to run in", () => {
  const zone = new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
  // Asia/Kolkata answers to its older name in some versions of Node.
  expect(zone.replace("Asia/Calcutta", "Asia/Kolkata")).toBe(process.env["TZ"] ?? zone);
});
