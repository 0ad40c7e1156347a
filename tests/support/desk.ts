import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "@/scripts/settings";
import { nodeFlags } from "@/scripts/web-server";
import { type Settings, settingsInUse } from "./settings";

export type Desk = {
  url: string;
  settings: Settings;
  log(): string;
  stop(): Promise<void>;
  /** Kills it, like a power failure. */
  kill(): Promise<void>;
  signal(name: "SIGSTOP" | "SIGCONT"): void;
  pid: number;
  ended: Promise<NodeJS.Signals | number | null>;
};

/**
 * Starts the production build in `folder`, with this process's settings overridden by `wishes`, and waits until it
 * answers.
 */
export async function startDesk(wishes: Partial<Settings>, logFile: string, folder = root): Promise<Desk> {
  const port = wishes.PORT ?? String(await freePort());
  const url = `http://localhost:${port}`;
  const settings: Settings = { ...settingsInUse(), PORT: port, APP_URL: url, ...wishes };
  const child = spawn(process.execPath, [...nodeFlags, join(root, "scripts", "web.mjs")], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "localhost",
      ...settings,
      NEXTAUTH_URL: settings.APP_URL,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      log += chunk;
      appendFileSync(logFile, chunk);
    });
  while (!(await answers(url))) {
    if (hasEnded(child)) throw new Error(`The desk under test did not start:\n${log}`);
    await pause(50);
  }
  const ended = once(child, "exit").then(([code, signal]) => signal ?? code);
  return {
    url,
    settings,
    log: () => log,
    stop: () => stop(child),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    signal: name => child.kill(name),
    pid: child.pid ?? 0,
    ended,
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

/** Accepts any status: a desk without its database is up, too. */
async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    () => true,
    () => false,
  );
}

/**
 * Not one of those that systems hand out by themselves, to connections and to whoever takes any: until the desk listens,
 * somebody else would get it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 32_000);
    const server = createServer().listen(port, "localhost");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

/** The errors in a desk's log, even if its pages look fine. */
export const complaintsIn = (log: string): string[] =>
  log.split("\n").filter(line => /"level":"error"|⨯/.test(line));
