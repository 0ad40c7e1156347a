import "server-only";
import { idOf } from "../actor";
import { Prisma } from "../db";
import type { Act } from "../events/act";
import type { NewMail } from "../mail/new-mail";
import type { MailKind } from "../rendering/kinds";
import { worksForDeskSql } from "../requests/policy";
import { topicOf } from "./choices";

type Absent = { id: string; standIn: { id: string; email: string } | null };

/**
 * Nothing reaches agents who are away. What is about their own requests, those they follow and mentions of them reaches
 * their stand-in, as far as that one may see the request, is not away as well, and would not hear of it anyway.
 */
export async function replaceAbsent(
  act: Act,
  requestId: string | undefined,
  mails: NewMail[],
): Promise<NewMail[]> {
  const asked = mails.flatMap(({ personId, kind }) => (personId && topicOf(kind) ? [personId] : []));
  if (requestId === undefined || asked.length === 0) return mails;
  const absent = new Map((await findAbsent(act, requestId, asked)).map(one => [one.id, one]));
  if (absent.size === 0) return mails;
  const absentFrom = ({ personId, kind }: NewMail) =>
    personId !== null && topicOf(kind) ? absent.get(personId) : undefined;
  const told = mails.filter(mail => !absentFrom(mail));
  const heard = new Set(told.map(({ personId }) => personId));
  for (const mail of mails) {
    const { id, standIn } = absentFrom(mail) ?? { standIn: null };
    if (!id || !standIn || heard.has(standIn.id) || !stoodIn.has(mail.kind)) continue;
    heard.add(standIn.id);
    told.push(insteadOf(mail, id, standIn));
  }
  return told;
}

/** A mention of somebody else is a note to whoever stands in. What goes to many needs no stand-in. */
function insteadOf(mail: NewMail, standsInFor: string, { id, email }: { id: string; email: string }) {
  const kind = mail.kind === "mentioned_you" ? "followed_note" : mail.kind;
  return { ...mail, kind, personId: id, to: email, facts: { ...mail.facts, standsInFor } } as NewMail;
}

const stoodIn = new Set<MailKind>([
  ...(["assigned_to_you", "customer_replied", "request_corrected"] as const),
  ...(["mentioned_you", "followed_news", "followed_note"] as const),
]);

/** Of these people. Row `p` is the stand-in; all rows are found by their keys. */
const findAbsent = ({ tx, at, actor, settings }: Act, requestId: string, ids: string[]): Promise<Absent[]> =>
  tx.$queryRaw(Prisma.sql`
    select a.id, case when p.id is not null then json_build_object('id', p.id, 'email', p.email) end as "standIn"
    from people a
    join requests r on r.id = ${requestId}::uuid
    left join people p on p.id = a."standInId" and p.id is distinct from ${idOf(actor)}::uuid
      and not coalesce(p."awayFrom" <= ${at} and p."awayUntil" > ${at}, false) and ${worksForDeskSql(settings)}
    where a.id = any(${ids}::uuid[]) and a."awayFrom" <= ${at} and a."awayUntil" > ${at}`);
