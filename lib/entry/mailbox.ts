import "server-only";
import { hasMailbox } from "../mail/local-mailbox";
import { isOnThisMachine } from "../session/client";

/**
 * Whether the local mailbox is shown to this request. Its mails hold links that open accounts, so that it is for
 * whoever sits at the server's own machine, and not there at all for anybody else.
 */
export async function hasOpenMailbox(): Promise<boolean> {
  return hasMailbox() && (await isOnThisMachine());
}
