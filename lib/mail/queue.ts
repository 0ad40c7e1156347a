import "server-only";
import type { Tx } from "../db";
import { addJob } from "../queue";
import { mailRule } from "../rendering/kinds";
import { sealSecret } from "../rendering/sealed";
import type { NewMail } from "./new-mail";

type Cause = { eventId: bigint; requestId: string | null; at: Date };

/** Stores the mail and wakes the worker in the caller's transaction. Returns the delivery's id. */
export async function queueMail(tx: Tx, mail: NewMail, { eventId, requestId, at }: Cause): Promise<string> {
  const { kind, personId, to, facts } = mail;
  const { id } = await tx.delivery.create({
    data: {
      ...{ eventId, requestId, kind, personId, to, facts, createdAt: at, dueAt: at },
      isSecret: mailRule(kind).isSecret,
      ...("secret" in mail && {
        sealed: sealSecret({ eventId, kind, to }, mail.secret),
        expiresAt: mail.expiresAt,
      }),
    },
    select: { id: true },
  });
  await addJob(tx, "deliver", { id }, { key: id });
  return id;
}
