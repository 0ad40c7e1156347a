import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "@/scripts/settings";

export type Running = { url: string; pid: number; stop(): Promise<void> };

type Program = { name: string; args: string[]; folder: string; env: NodeJS.ProcessEnv; port: number };

/** Runs a server on Node, which ends when this process does, and waits until it answers. */
export async function startNode({ name, args, folder, env, port }: Program): Promise<Running> {
  const leash = ["--import", join(root, "scripts", "leash.mjs")];
  const child = spawn(process.execPath, [...leash, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "close");
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (printed += chunk));
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${name} did not start:\n${printed}`);
    await pause(100);
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    // Any status will do.
    await (await fetch(`${url}/api/health`)).text();
    return true;
  } catch {
    return false;
  }
}

/** Drops the variables of the npm that runs this, which would redirect another npm to our folder. */
export function cleanEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  return { ...Object.fromEntries(own), ...more } as NodeJS.ProcessEnv;
}
