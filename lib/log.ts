import "server-only";
import { randomBytes } from "node:crypto";

type Facts = Record<string, string | number | boolean | null>;

function write(level: "info" | "error", message: string, facts: Facts): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...facts });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

export function logInfo(message: string, facts: Facts = {}): void {
  write("info", message, facts);
}

/** Writes the error down and returns the short reference that the person who met it is shown. */
export function logError(message: string, error: unknown, facts: Facts = {}): string {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  const detail = error instanceof Error ? `${error.stack ?? error.message}` : String(error);
  write("error", message, { reference, ...facts, detail });
  return reference;
}
