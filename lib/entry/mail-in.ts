import "server-only";
import { system } from "../actor";
import { now } from "../clock";
import { env } from "../env";
import { keepMail, type RawMail, readArrival } from "../inbound/arrival";
import { readMailbox } from "../inbound/imap";
import { judgeMail } from "../inbound/judge";
import { causeOf, replyByMail } from "../inbound/reply";
import { logInfo } from "../log";
import { Refusal } from "../refusal";
import { takesReplies } from "../transport/replies";
import { perform } from "./perform";

/** Takes in an email. It acts for its sender if the sender is proven; otherwise it waits for an agent. */
export async function receiveMail(carried: RawMail, at = now()): Promise<void> {
  const arrival = await readArrival(carried);
  const { fate, reply } = await judgeMail(arrival, at);
  logInfo("a mail came in", { source: carried.source, state: fate.state, cause: fate.cause });
  if (!reply) {
    await perform(system("inbound"), act => keepMail(act, arrival, fate), at);
    return;
  }
  try {
    await perform(reply.by, act => replyByMail(act, arrival, fate, reply), at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const cause = causeOf(error);
    await perform(system("inbound"), act => keepMail(act, arrival, { ...fate, state: "held", cause }), at);
  }
}

/** @throws Error when the mailbox cannot be reached */
export async function readReplies(): Promise<void> {
  if (takesReplies() && env().IMAP_URL) await readMailbox(carried => receiveMail(carried));
}
