import { readdirSync, readFileSync } from "node:fs";

/** Linux's unit of CPU time (USER_HZ). */
const msPerTick = 10;

type Process = { id: number; parent: number; endedChildrenMs: number; ownMs: number };

/**
 * User and system CPU time in milliseconds of a process and its descendants, including ended ones.
 * @throws Error except on Linux
 */
export function cpuOf(pid: number): number {
  return familyOf(pid).reduce((sum, { id, ownMs, endedChildrenMs }) => {
    return sum + (preciseMs(id) ?? ownMs) + endedChildrenMs;
  }, 0);
}

/** A process's share of memory in MiB: what several processes map counts in each by its part (PSS). */
export function memoryOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1_024;
}

export function parentOf(pid: number): number {
  return readProcesses().find(({ id }) => id === pid)?.parent ?? 0;
}

/** The descendant of a process whose command line contains `words`. */
export function findWithin(pid: number, words: string): number {
  const found = familyOf(pid).find(({ id }) => textOf(`/proc/${id}/cmdline`)?.includes(words));
  if (!found) throw new Error(`No process below ${pid} runs ${words}.`);
  return found.id;
}

function familyOf(pid: number): Process[] {
  const processes = readProcesses();
  const within = (id: number): Process[] =>
    processes.filter(({ parent }) => parent === id).flatMap(child => [child, ...within(child.id)]);
  return [...processes.filter(({ id }) => id === pid), ...within(pid)];
}

function readProcesses(): Process[] {
  if (process.platform !== "linux")
    throw new Error("Processor time is read from /proc, which only Linux has. Run this in a container.");
  return readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .flatMap(id => readProcess(Number(id)) ?? []);
}

function readProcess(id: number): Process | null {
  const stat = textOf(`/proc/${id}/stat`);
  if (stat === null) return null;
  // Fields after the name, which may contain anything: state, parent, and from the twelfth utime, stime, cutime,
  // cstime.
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const ms = (at: number) => ((fields[at] ?? 0) + (fields[at + 1] ?? 0)) * msPerTick;
  return { id, parent: fields[1] ?? 0, ownMs: ms(11), endedChildrenMs: ms(13) };
}

/** The scheduler counts nanoseconds for each running thread. Servers keep theirs. */
function preciseMs(id: number): number | null {
  const threads = ifThere(() => readdirSync(`/proc/${id}/task`)) ?? [];
  const times = threads.map(thread => textOf(`/proc/${id}/task/${thread}/schedstat`));
  if (times.length === 0 || times.includes(null)) return null;
  return times.reduce((sum, text) => sum + Number(text?.split(" ")[0]) / 1e6, 0);
}

/** Null if the process ended after it was listed. */
function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const textOf = (path: string) => ifThere(() => readFileSync(path, "utf8"));
