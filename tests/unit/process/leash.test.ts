import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "@/scripts/settings";

const leash = JSON.stringify(join(root, "scripts", "leash.mjs"));
const server = `
  await import(${leash});
  process.on("uncaughtException", () => process.exit(9));
  process.on("message", () => {
    for (let line = 0; line < 100; line++) process.stderr.write("a line\\n");
    setImmediate(() => setImmediate(() => process.exit(0)));
  });
  process.send("ready");`;

it("a server goes on when nobody reads its log any more", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", server], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  await once(child, "message");
  child.stdout?.destroy();
  child.stderr?.destroy();
  await Promise.all([child.stdout, child.stderr].map(log => log?.closed || (log && once(log, "close"))));
  child.send("log");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});
