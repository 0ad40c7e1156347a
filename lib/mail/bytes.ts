import "server-only";
import { z } from "zod";
import { db } from "../db";
import { senderOf } from "../desk-settings/sender";
import { env } from "../env";
import { mailRule } from "../rendering/kinds";
import { oneClickHeaders, readLinkKey } from "../rendering/mute-link";
import type { Rendered } from "../rendering/render";
import { replyHeader } from "../rendering/reply-address";
import { openSecret, sealSecret } from "../rendering/sealed";
import { readDeskSettings } from "../settings";
import type { Mail } from "../transport/transport";
import { mailHeaders } from "./headers";
import { heldBy, type Lease } from "./lease";

/** A re-rendered digest is a new message to servers and mail clients. */
const messageKey = ({ id, edition }: { id: string; edition: number }) =>
  edition === 1 ? id : `${id}-${edition}`;

/** Stored before sending, so that every try sends the same bytes. Returns false if the lease was lost. */
export async function keepBytes(lease: Lease, rendered: Rendered, at: Date): Promise<boolean> {
  const { requestId, personId, kind, isSecret, edition } = lease;
  const { subject, html, text, facts, takesNoReplies } = rendered;
  const headers = {
    ...mailHeaders(requestId),
    ...(mailRule(kind).forMember &&
      requestId &&
      personId &&
      oneClickHeaders(await readLinkKey(), { requestId, personId })),
    ...(!takesNoReplies && (await replyHeader(db(), requestId, personId))),
  };
  const { count } = await db().delivery.updateMany({
    where: heldBy(lease),
    data: {
      ...{ subject, headers, edition, renderedAt: at },
      from: senderOf(env().MAIL_FROM, await readDeskSettings()),
      messageId: `<${messageKey(lease)}@${new URL(env().APP_URL).hostname}>`,
      ...(isSecret ? { html: "", text: "", sealed: sealSecret(lease, { html, text }) } : { html, text }),
      ...(facts && { facts }),
    },
  });
  return count === 1;
}

const parts = z.strictObject({ html: z.string(), text: z.string() });

/** Null if the lease was lost. @throws Error if its secret body was removed */
export async function readBytes(lease: Lease): Promise<Mail | null> {
  const row = await db().delivery.findFirst({
    where: heldBy(lease),
    select: {
      ...{ to: true, from: true, messageId: true, subject: true, headers: true, html: true, text: true },
      ...{ sealed: true, edition: true, renderedAt: true, createdAt: true },
    },
  });
  if (!row || row.subject === null) return null;
  const { to, subject, html, text, sealed } = row;
  if (lease.isSecret && sealed === null && html === "") throw new Error("Its code or link was removed.");
  return {
    id: messageKey({ ...row, id: lease.id }),
    ...{ to, subject },
    // Mails rendered by the previous release were stored without these.
    from: row.from ?? env().MAIL_FROM,
    messageId: row.messageId ?? `<${lease.id}@${new URL(env().APP_URL).hostname}>`,
    date: row.renderedAt ?? row.createdAt,
    headers: row.headers as Mail["headers"],
    ...(sealed === null ? { html: html ?? "", text: text ?? "" } : parts.parse(openSecret(lease, sealed))),
  };
}
