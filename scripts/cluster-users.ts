import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Trouble } from "./progress";

let count = 0;

/** Notes that this process uses what is in `folder`; the answer takes the note back. */
export function register(folder: string): () => void {
  mkdirSync(join(folder, "users"), { recursive: true });
  const note = join(folder, "users", `${process.pid}-${count++}`);
  writeFileSync(note, identity(process.pid));
  return () => rmSync(note, { force: true });
}

/** Whether any living process has noted that it uses what is in `folder`. Clears away the notes of dead ones. */
export function isUsed(folder: string): boolean {
  const notes = join(folder, "users");
  for (const name of existsSync(notes) ? readdirSync(notes) : []) {
    const note = join(notes, name);
    if (isSame(Number.parseInt(name, 10), readFileSync(note, "utf8"))) return true;
    rmSync(note, { force: true });
  }
  return false;
}

/** Does `work` while no other process does any under the same folder's lock. */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, "lock");
  const content = `${process.pid} ${identity(process.pid)}`;
  for (let tries = 0; !take(lock, content); tries++) {
    if (tries > 1200)
      throw new Trouble(
        `Another process holds ${lock} for over two minutes. If none is at work, remove that file.`,
      );
    await setTimeout(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string, content: string): boolean {
  try {
    writeFileSync(lock, content, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const [pid = "", ...rest] = existsSync(lock) ? readFileSync(lock, "utf8").split(" ") : [];
  if (pid && !isSame(Number(pid), rest.join(" "))) rmSync(lock, { force: true });
  return false;
}

function isSame(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return identity(pid) === mark;
}

/** When a process began, where the system tells: process numbers are used again, most of all in containers. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
