import "server-only";
import { hasMailbox } from "../mail/local-mailbox";
import { isOnThisMachine } from "../session/client";

/** Only from the server's own machine, because the mails hold links that open accounts. */
export async function hasOpenMailbox(): Promise<boolean> {
  return hasMailbox() && (await isOnThisMachine());
}
