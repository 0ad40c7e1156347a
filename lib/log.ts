import "server-only";
import { randomBytes } from "node:crypto";
import { redact } from "./text/redact";

type Facts = Record<string, string | number | boolean | null>;

function write(level: "info" | "error", message: string, facts: Facts): void {
  const fit = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === "string" ? redact(fact) : fact,
  ]);
  const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...Object.fromEntries(fit) });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

export function logInfo(message: string, facts: Facts = {}): void {
  write("info", message, facts);
}

/** Returns the short reference that the person affected is shown. */
export function logError(message: string, error: unknown, facts: Facts = {}): string {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  const detail = error instanceof Error ? `${error.stack ?? error.message}` : String(error);
  write("error", message, { reference, ...facts, detail });
  return reference;
}
