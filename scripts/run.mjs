import { spawn } from "node:child_process";
import { constants } from "node:os";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command in the foreground and forwards signals.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ code: number, signalled: boolean }>} its exit code, and whether a signal arrived
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let signalled = false;
    const child = spawn(command, args, { stdio: "inherit", ...options });
    const handOn = signal => {
      signalled = true;
      child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, handOn);
    const settle = () => {
      for (const signal of forwarded) process.off(signal, handOn);
    };
    child.once("error", error => {
      settle();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      settle();
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), signalled });
    });
  });
}
