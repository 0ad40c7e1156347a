import "server-only";
import { env, tellNextAuthItsAddress } from "../env";
import { logError, logInfo } from "../log";
import { atEnd } from "../process/ending";
import { keepWorking, stopWorking } from "./jobs";
import { closeStreams } from "./live";

export function startServer(): void {
  requireSettings();
  tellNextAuthItsAddress();
  atEnd(closeStreams);
  if (env().WORKER === "off") return;
  atEnd(stopWorking);
  void keepWorking();
  logInfo("the desk is up", { address: env().APP_URL, mail: env().MAIL_TRANSPORT });
}

function requireSettings(): void {
  try {
    env();
  } catch (error) {
    // Thrown, it would be printed with a stack, and Next would continue and fail on every page.
    process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

/** Logs no paths, because some hold one-time tokens; the digest is the number shown to the person affected. */
export function logRequestError(error: unknown, facts: { method: string; route: string }): void {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  logError("a page failed", error, { ...facts, digest });
}
