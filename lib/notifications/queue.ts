import "server-only";
import type { Tx } from "../db";
import { addJob } from "../queue";
import { mailRule } from "./kinds";
import type { NewMail } from "./reader";
import { sealSecret } from "./sealed";

type Cause = { eventId: bigint; requestId: string | null; at: Date };

/** Writes a mail down as a delivery, and wakes the worker, all in the caller's transaction. Returns its id. */
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
