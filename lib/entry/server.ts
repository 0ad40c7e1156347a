import "server-only";
import { env, tellNextAuthItsAddress } from "../env";
import { logError, logInfo } from "../log";
import { atEnd } from "../process/ending";
import { keepWorking, stopWorking } from "./jobs";
import { closeStreams } from "./live";

/** Begins the life of the server process, or ends it with one sentence for each setting that is wrong. */
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
    // Thrown, it would be printed with a stack, and Next would go on and fail at every page.
    process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

/** Next hands its errors here; paths stay out of the log, because some hold one-time tokens. The digest is the number that the person who met it is shown. */
export function logRequestError(error: unknown, facts: { method: string; route: string }): void {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  logError("a page failed", error, { ...facts, digest });
}
