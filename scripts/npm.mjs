import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Ends this process when the npm that runs it is gone. */
export function endWithNpm() {
  const shell = process.ppid;
  // Some shells exec the command; then the parent is npm itself.
  const [npm = 0, name = ""] = lookUp(shell);
  const isShell = /^-?(ba|da|a|z|k)?sh$|busybox/.test(name.replace(/^.*\//, ""));
  const timer = setInterval(() => {
    if (process.ppid === shell && (!isShell || isAlive(npm))) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

/**
 * @param {number} pid
 * @returns {[parent?: number, name?: string]}
 */
function lookUp(pid) {
  try {
    const file = `/proc/${pid}/stat`;
    const [, name, parent] = existsSync(file)
      ? (/^\d+ \((.*)\) \w (\d+)/s.exec(readFileSync(file, "utf8")) ?? [])
      : askPs(pid);
    return [Number(parent), name];
  } catch {
    return [];
  }
}

/** @param {number} pid */
function askPs(pid) {
  const line = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [, parent, name] = /^\s*(\d+)\s+(.+?)\s*$/.exec(line) ?? [];
  return [line, name, parent];
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
