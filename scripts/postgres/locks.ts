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

/** Registers this process as a user of `folder`; the returned function undoes it. */
export function register(folder: string): () => void {
  mkdirSync(join(folder, "users"), { recursive: true });
  const note = join(folder, "users", `${process.pid}-${count++}`);
  writeWhole(note, identity(process.pid));
  return () => rmSync(note, { force: true });
}

export function isUsed(folder: string): boolean {
  const notes = join(folder, "users");
  for (const name of existsSync(notes) ? readdirSync(notes) : []) {
    const note = join(notes, name);
    if (isSame(Number.parseInt(name, 10), readFileSync(note, "utf8"))) return true;
    rmSync(note, { force: true });
  }
  return false;
}

export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, "lock");
  const content = `${process.pid} ${identity(process.pid)}`;
  for (let tries = 0; !take(lock, content); tries++) {
    if (tries > 1200)
      throw new Trouble(
        `Another process has held ${lock} for over two minutes. If none is running, remove that file.`,
      );
    await setTimeout(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** On a full disk a file can be created but not written; removes it then. */
function writeWhole(path: string, content: string): void {
  try {
    writeFileSync(path, content, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") rmSync(path, { force: true });
    throw error;
  }
}

/** Creates the lock together with its content, so that nobody sees an empty lock. */
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
    // Earlier releases wrote the lock in two steps, of which only the first works on a full disk.
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

/** When a process started, where the system tells: process ids are reused, especially in containers. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
