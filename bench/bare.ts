import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "@/scripts/child";
import { fingerprint, isStamped } from "@/scripts/fingerprint";
import { root } from "@/scripts/settings";
import { cleanEnvironment, type Running, startNode } from "./servers";

const source = join(root, "bench", "bare-app");
const folder = join(root, ".lodge", "bench", "bare-app");
const stamp = join(folder, "made-from");
const next = join(folder, "node_modules", "next", "dist", "bin", "next");

/** What a page costs at least with this Next: one dynamic page, no middleware, no database. */
export async function startBareApp(port: number): Promise<Running> {
  await buildIfChanged();
  const args = [next, "start", folder, "-p", String(port), "-H", "localhost"];
  const env = cleanEnvironment({ NODE_ENV: "production" });
  return startNode({ name: "The bare app", args, folder, env, port });
}

async function buildIfChanged(): Promise<void> {
  const print = fingerprint(root, ["bench/bare-app", "package-lock.json"]);
  if (isStamped(stamp, print)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  // The same packages in a place of its own, as Next would take the middleware of a folder above for the app's.
  execFileSync("cp", ["-al", join(root, "node_modules"), folder]);
  const { code, output } = await runNode([next, "build", folder], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (code !== 0) throw new Error(`The bare app could not be built:\n${output}`);
  writeFileSync(stamp, print);
}
