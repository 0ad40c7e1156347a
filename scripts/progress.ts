import { stderr, stdout } from "node:process";
import { whyUnreachable } from "./database-reasons";

/** A failure whose message says what failed and what to do. Printed without a stack. */
export class Trouble extends Error {}

/** Thrown between steps after a signal. */
export class Interrupted extends Error {}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Shows a step while it runs, how long it took, and the `note` of its result.
 * @param isLoud the step prints lines itself
 */
export async function step<T>(label: string, work: () => Promise<T>, isLoud = false): Promise<T> {
  const since = performance.now();
  const replaces = stdout.isTTY && !isLoud;
  stdout.write(replaces ? `… ${label}` : `… ${label}\n`);
  const erase = replaces ? "\r\x1b[K" : "";
  try {
    const result = await work();
    const note = typeof result === "object" && result && "note" in result ? `  (${result.note})` : "";
    stdout.write(`${erase}✓ ${label}  ${seconds(since)}${note}\n`);
    return result;
  } catch (error) {
    stdout.write(erase);
    throw error;
  }
}

/** Prints a failure: one sentence if the cause is known, otherwise everything. */
export function report(error: unknown): void {
  stderr.write(`✗ ${explain(error)}\n`);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  // Also matches the output of other programs that ran into it.
  if (code === "ENOSPC" || /ENOSPC|No space left on device|Code: `53100`/.test(error.message))
    return "The disk is full. Free some space and start again; nothing is lost.";
  if (error instanceof Trouble) return error.message;
  if (code === "EROFS") return "The disk is read-only. Move the project to a writable one and start again.";
  if ((code === "EACCES" || code === "EPERM") && "path" in error)
    return `${error.path} may not be used by this user. Start as the user who owns it, or change its owner (chown).`;
  const reason = whyUnreachable(error);
  if (reason) return `The database cannot be used: ${reason}`;
  return error.stack ?? error.message;
}
