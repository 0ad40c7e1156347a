import "server-only";
import type { Tx } from "../db";
import { addJob } from "../queue";
import { mailHeaders } from "./headers";
import { factsOf } from "./kinds";
import { oneClickHeaders, readLinkKey } from "./mute-link";
import type { Draft } from "./reader";
import { replyHeader } from "./reply-address";

type Cause = { eventId: bigint; requestId: string | null; at: Date };

/** Writes a mail down as a delivery, and wakes the worker, all in the caller's transaction. Returns its id. */
export async function queueMail(tx: Tx, draft: Draft, { eventId, requestId, at }: Cause): Promise<string> {
  const { personId, kind } = draft;
  const canMute = factsOf(kind).forMember && requestId !== null && personId !== null;
  const headers = {
    ...mailHeaders(requestId),
    ...(canMute && oneClickHeaders(await readLinkKey(tx), { requestId, personId })),
    ...(await replyHeader(tx, requestId, personId)),
  };
  const { id } = await tx.delivery.create({
    data: { ...draft, eventId, requestId, headers, createdAt: at, dueAt: at },
    select: { id: true },
  });
  await addJob(tx, "deliver", { id }, { key: id });
  return id;
}
