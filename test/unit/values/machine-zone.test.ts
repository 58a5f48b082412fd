import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const PROBE = fileURLToPath(new URL("./calendar-probe.ts", import.meta.url));
const MACHINE_ZONES = ["UTC", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"];

async function probe(zone: string): Promise<{ machine: string; answers: unknown[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", PROBE], {
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout);
}

it("answers the same on machines in four zones", async () => {
  const outputs = [];
  for (const zone of MACHINE_ZONES) outputs.push(await probe(zone));
  expect(new Set(outputs.map(({ machine }) => machine)).size).toBe(MACHINE_ZONES.length);
  const [first, ...others] = outputs.map(({ answers }) => answers);
  expect(first?.length).toBeGreaterThan(300);
  for (const answers of others) expect(answers).toEqual(first);
});
