import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Trouble } from "../progress";

let count = 0;

/** Notes that this process uses what is in `folder`; the answer takes the note back. */
export function register(folder: string): () => void {
  mkdirSync(join(folder, "users"), { recursive: true });
  const note = join(folder, "users", `${process.pid}-${count++}`);
  writeWhole(note, identity(process.pid));
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

/** On a full disk a file can be made that nothing can be written into; none is left behind. */
function writeWhole(path: string, content: string): void {
  try {
    writeFileSync(path, content, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") rmSync(path, { force: true });
    throw error;
  }
}

/** The lock appears together with its content, so that an empty one is never somebody's who just took it. */
function take(lock: string, content: string): boolean {
  const own = `${lock}-${process.pid}-${count++}`;
  writeWhole(own, content);
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(own, { force: true });
  }
  if (!isHeld(lock)) rmSync(lock, { force: true });
  return false;
}

function isHeld(lock: string): boolean {
  try {
    const [pid = "", ...rest] = readFileSync(lock, "utf8").split(" ");
    // Former releases wrote the lock in two steps, and on a full disk only the first of them.
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 10_000;
    return isSame(Number(pid), rest.join(" "));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return true;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function isSame(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
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
