import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keep, root } from "@/scripts/settings";
import { freePort } from "./desk";
import { type Settings, testSettings } from "./settings";

export type Started = {
  url: string;
  npm: ChildProcess;
  /** Resolves when the desk says that it is open; rejects with its output if it ends instead. */
  open: Promise<void>;
  printed(): string;
  ended: Promise<number | null>;
};

export function deskFolder(): string {
  mkdirSync(keep, { recursive: true });
  const folder = mkdtempSync(join(keep, "start-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Runs `npm start` like an operator, with its data in `folder`; embedded unless `wishes` name a database. */
export async function npmStart(
  folder: string,
  wishes: Partial<Settings> & { HOST?: string } = {},
): Promise<Started> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...testSettings,
    DATABASE_URL: "",
    LOCAL_MAILBOX: "",
    APP_URL: "",
  };
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: { ...env, LODGE_FOLDER: folder, PORT: String(port), ...wishes },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = once(npm, "exit").then(([code]: (number | null)[]) => code ?? null);
  const open = new Promise<void>((resolve, reject) => {
    for (const stream of [npm.stdout, npm.stderr])
      stream.on("data", (chunk: Buffer) => {
        printed += chunk;
        if (printed.includes("Ctrl-C stops it.")) resolve();
      });
    npm.once("close", () => reject(new Error(`npm start ended:\n${printed}`)));
  });
  open.catch(() => {});
  return { url: `http://localhost:${port}`, npm, open, printed: () => printed, ended };
}

export function postmasterIn(folder: string): number | undefined {
  const note = join(folder, "database", "data", "postmaster.pid");
  const pid = existsSync(note) ? Number(readFileSync(note, "utf8").split("\n")[0]) : 0;
  return pid && isAlive(pid) ? pid : undefined;
}

/** Whether a process is running; zombies are not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

export function descendantsOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file)
    ? readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number)
    : [];
  return children.flatMap(child => [child, ...descendantsOf(child)]);
}
