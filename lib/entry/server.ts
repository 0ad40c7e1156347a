import "server-only";
import { atEnd } from "../ending";
import { env, tellNextAuthItsAddress } from "../env";
import { logError, logInfo } from "../log";
import { keepWorking, stopWorking } from "./jobs";
import { closeStreams } from "./live";

/** Begins the life of the server process. @throws Error when the settings are not complete */
export function startServer(): void {
  tellNextAuthItsAddress();
  atEnd(closeStreams);
  if (env().WORKER === "off") return;
  atEnd(stopWorking);
  void keepWorking();
  logInfo("the desk is up", { address: env().APP_URL, mail: env().MAIL_TRANSPORT });
}

/** Next hands its errors here; paths stay out of the log, because some hold one-time tokens. The digest is the number that the person who met it is shown. */
export function logRequestError(error: unknown, facts: { method: string; route: string }): void {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  logError("a page failed", error, { ...facts, digest });
}
