import "server-only";
import { z } from "zod";
import { db } from "../db";
import { env } from "../env";
import type { Mail } from "../transport/transport";
import { mailHeaders } from "./headers";
import { mailRule } from "./kinds";
import { heldBy, type Lease } from "./lease";
import { oneClickHeaders, readLinkKey } from "./mute-link";
import type { Rendered } from "./render";
import { replyHeader } from "./reply-address";
import { openSecret, sealSecret } from "./sealed";

/** A digest that is rendered again is another message to servers and mail programs. */
const messageKey = ({ id, edition }: { id: string; edition: number }) =>
  edition === 1 ? id : `${id}-${edition}`;

/**
 * Keeps what is about to be sent, before its first byte leaves: every try sends what is read back from here. Returns
 * false where the lease was lost in between.
 */
export async function keepBytes(lease: Lease, rendered: Rendered, at: Date): Promise<boolean> {
  const { requestId, personId, kind, isSecret, edition } = lease;
  const { subject, html, text, facts } = rendered;
  const headers = {
    ...mailHeaders(requestId),
    ...(mailRule(kind).forMember &&
      requestId &&
      personId &&
      oneClickHeaders(await readLinkKey(), { requestId, personId })),
    ...(await replyHeader(db(), requestId, personId)),
  };
  const { count } = await db().delivery.updateMany({
    where: heldBy(lease),
    data: {
      ...{ subject, headers, edition, renderedAt: at },
      from: env().MAIL_FROM,
      messageId: `<${messageKey(lease)}@${new URL(env().APP_URL).hostname}>`,
      ...(isSecret ? { html: "", text: "", sealed: sealSecret(lease, { html, text }) } : { html, text }),
      ...(facts && { facts }),
    },
  });
  return count === 1;
}

const parts = z.strictObject({ html: z.string(), text: z.string() });

/** A mail as it was kept; null where the lease was lost. @throws Error where its secret body was removed */
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
    // Mails that the release before has rendered were kept without these.
    from: row.from ?? env().MAIL_FROM,
    messageId: row.messageId ?? `<${lease.id}@${new URL(env().APP_URL).hostname}>`,
    date: row.renderedAt ?? row.createdAt,
    headers: row.headers as Mail["headers"],
    ...(sealed === null ? { html: html ?? "", text: text ?? "" } : parts.parse(openSecret(lease, sealed))),
  };
}
