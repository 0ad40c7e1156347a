import "server-only";
import { fileColumns, fileOrder } from "../attachments/store";
import { describeAnswers } from "../catalog/describe";
import type { Answers } from "../catalog/fields";
import { readFields } from "../catalog/queries";
import type { Tx } from "../db";
import { env } from "../env";
import type { Act } from "../events/act";
import type { Subject } from "../events/types";
import { referenceOf } from "../requests/reference";
import { type RequestView, requestPath } from "../requests/view";
import { deskInMail } from "./desk-in-mail";
import { muteUrl, readLinkKey } from "./mute-link";
import type { Person } from "./recipients";

const person = {
  select: { id: true, name: true, email: true, suspendedAt: true, timeZone: true, language: true },
} as const;

/** What the mails about a request are made of, read inside the action that causes them. */
export async function readFacts(act: Act, subject: Subject) {
  const request = await act.tx.serviceRequest.findUniqueOrThrow({
    where: { id: subject.requestId ?? "" },
    select: {
      id: true,
      number: true,
      summary: true,
      edition: true,
      status: true,
      answers: true,
      resolvedAt: true,
      requester: person,
      assignee: person,
      members: { select: { mutedAt: true, person } },
      form: { select: { fields: true, type: { select: { name: true, slug: true } } } },
    },
  });
  const comment = subject.commentId
    ? await act.tx.comment.findUnique({
        where: { id: subject.commentId },
        select: { body: true, files: { select: fileColumns, orderBy: [...fileOrder] } },
      })
    : null;
  return {
    ...request,
    raisedAs: request.edition > 1 ? await firstSummary(act.tx, request.id) : undefined,
    linkKey: await readLinkKey(act.tx),
    fields: readFields(request.form.fields),
    typeSlug: request.form.type.slug,
    typeName: request.form.type.name,
    answers: describeAnswers(readFields(request.form.fields), request.answers as Answers).map(
      ({ label, value, kind }) => ({
        label,
        value: Array.isArray(value) ? value.join(", ") : value,
        isLong: kind === "long",
      }),
    ),
    body: comment?.body,
    files: comment?.files,
    who: act.actor.kind === "person" ? act.actor.name : env().DESK_NAME,
    side: request.members.some(({ person }) => act.actor.kind === "person" && act.actor.id === person.id)
      ? ("customer" as const)
      : ("support" as const),
  };
}

/** What the summary was before it was first corrected; nothing where it never was. */
export async function firstSummary(tx: Tx, requestId: string): Promise<string | undefined> {
  const [first] = await tx.$queryRaw<{ summary: string }[]>`
    select change ->> 'before' as summary
    from events, jsonb_array_elements(events.data -> 'changes') as change
    where "requestId" = ${requestId}::uuid and type = 'request_corrected' and change ->> 'key' = 'summary'
    order by id limit 1`; // index events_of_request
  return first?.summary;
}

export type Facts = Awaited<ReturnType<typeof readFacts>>;

/** What every mail about a request is given; agents are led to their own page of it. */
export function mailFrame(
  { id, number, summary, raisedAs, members, linkKey }: Facts,
  recipient: Person,
  view: RequestView,
) {
  const reference = referenceOf(number);
  return {
    desk: deskInMail(),
    recipient: { name: recipient.name },
    request: {
      reference,
      summary,
      raisedAs,
      url: `${env().APP_URL}${requestPath(reference, view)}`,
      ...(view === "customer" && {
        muteUrl: muteUrl(linkKey, { requestId: id, personId: recipient.id }),
        isMuted: members.some(({ person, mutedAt }) => person.id === recipient.id && mutedAt !== null),
      }),
    },
  };
}
