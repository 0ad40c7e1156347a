import { readdirSync, readFileSync } from "node:fs";

/** Linux's unit of CPU time (USER_HZ). */
const msPerTick = 10;

type Process = { parent: number; ms: number };

/**
 * User and system CPU time in milliseconds of a process and its descendants, including ended ones.
 * @throws Error except on Linux
 */
export function cpuOf(pid: number): number {
  const processes = readProcesses();
  const of = (id: number): number =>
    [...processes].reduce(
      (sum, [child, { parent }]) => (parent === id ? sum + of(child) : sum),
      processes.get(id)?.ms ?? 0,
    );
  return of(pid);
}

export function parentOf(pid: number): number {
  return readProcesses().get(pid)?.parent ?? 0;
}

function readProcesses(): Map<number, Process> {
  if (process.platform !== "linux")
    throw new Error("Processor time is read from /proc, which only Linux has. Run this in a container.");
  const ids = readdirSync("/proc").filter(name => /^\d+$/.test(name));
  return new Map(
    ids.flatMap(id => {
      const process = readProcess(id);
      return process ? [[Number(id), process]] : [];
    }),
  );
}

function readProcess(id: string): Process | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    // The process ended after the folder was listed.
    return null;
  }
  // Fields after the name, which may contain anything: state, parent, and from the twelfth utime, stime, cutime,
  // cstime.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), ms: ticks * msPerTick };
}
