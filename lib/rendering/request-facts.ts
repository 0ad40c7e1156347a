import "server-only";
import { fileColumns, fileOrder } from "../attachments/store";
import { describeAnswers, sayAnswer } from "../catalog/describe";
import type { Answers } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import { fieldsOf } from "../catalog/queries";
import { db, type Tx } from "../db";
import { env } from "../env";
import { series } from "../messages/said";
import type { Translator } from "../messages/translate";
import { referenceOf } from "../requests/reference";
import { choicesPath, type RequestView, requestPath } from "../requests/view";
import { deskInMail } from "./desk-in-mail";
import { muteUrl, readLinkKey } from "./mute-link";
import type { MailToRender } from "./render";

export async function readRequestForMail(
  { requestId, personId, event, facts, settings, t }: MailToRender,
  commentId: string | undefined,
) {
  const standsInFor = "standsInFor" in facts ? facts.standsInFor : undefined;
  const [request, comment, absent, linkKey] = await Promise.all([
    db().serviceRequest.findUniqueOrThrow({
      where: { id: requestId ?? "" },
      select: {
        id: true,
        number: true,
        summary: true,
        edition: true,
        status: true,
        answers: true,
        assigneeId: true,
        requester: { select: { id: true, name: true, awaitsSignUp: true } },
        raisedBy: { select: { name: true } },
        members: { select: { mutedAt: true, personId: true } },
        form: { select: { id: true, fields: true, type: { select: { name: true, slug: true } } } },
      },
    }),
    commentId
      ? db().comment.findUnique({
          where: { id: commentId },
          select: { body: true, files: { select: fileColumns, orderBy: [...fileOrder] } },
        })
      : null,
    standsInFor ? db().person.findUnique({ where: { id: standsInFor }, select: { name: true } }) : null,
    readLinkKey(),
  ]);
  const { actor } = event;
  const isCustomer =
    actor?.role === "customer" || request.members.some(({ personId }) => personId === actor?.id);
  const fields = fieldsFor(t, fieldsOf(request.form));
  return {
    ...request,
    raisedAs: request.edition > 1 ? await firstSummary(db(), request.id) : undefined,
    linkKey,
    standsInFor: absent?.name,
    fields,
    typeSlug: request.form.type.slug,
    typeName: t.ofType(request.form.type.slug).named("type", request.form.type.name),
    answers: describeAnswers(fields, request.answers as Answers).map(line => ({
      label: line.label,
      value: series(t, sayAnswer(t, line)),
      isLong: line.kind === "long",
    })),
    body: comment?.body,
    files: comment?.files,
    signature: isCustomer ? undefined : actor?.signature,
    who: actor?.name ?? settings.deskName,
    side: isCustomer ? ("customer" as const) : ("support" as const),
    isMuted: request.members.some(member => member.personId === personId && member.mutedAt !== null),
    isMember: request.members.some(member => member.personId === personId),
  };
}

export async function firstSummary(tx: Tx, requestId: string): Promise<string | undefined> {
  const [first] = await tx.$queryRaw<{ summary: string }[]>`
    select change ->> 'before' as summary
    from events join changes on changes."eventId" = events.id, jsonb_array_elements(changes.values) as change
    where "requestId" = ${requestId}::uuid and type = 'request_corrected' and change ->> 'key' = 'summary'
    order by id limit 1`; // index events_of_request
  return first?.summary;
}

/** What the types of these forms are called, for this reader. */
export async function readTypeNames(t: Translator, forms: string[]): Promise<(id: string) => string> {
  const rows = await db().formVersion.findMany({
    where: { id: { in: forms } },
    select: { id: true, type: { select: { name: true, slug: true } } },
  });
  const names = rows.map(({ id, type }) => [id, t.ofType(type.slug).named("type", type.name)] as const);
  return id => new Map(names).get(id) ?? "";
}

export type RequestForMail = Awaited<ReturnType<typeof readRequestForMail>>;

export function mailFrame(
  { id, number, summary, typeSlug, raisedAs, isMuted, isMember, linkKey, standsInFor }: RequestForMail,
  { personId, reader, t, settings }: MailToRender,
  view: RequestView,
) {
  const reference = referenceOf(number, settings);
  return {
    t: t.ofType(typeSlug),
    desk: { ...deskInMail(settings), ...(standsInFor && { takesReplies: false }) },
    recipient: { name: reader.name },
    request: {
      reference,
      summary,
      raisedAs,
      standsInFor,
      url: `${env().APP_URL}${requestPath(reference, view)}`,
      ...(view === "customer" && {
        muteUrl: muteUrl(linkKey, { requestId: id, personId: personId ?? "" }),
        isMuted,
        isFollowed: !isMember,
      }),
      ...(view === "agent" && { choicesUrl: `${env().APP_URL}${choicesPath}` }),
    },
  };
}
