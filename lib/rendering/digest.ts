import "server-only";
import * as dailyDigest from "@/emails/daily-digest";
import * as gathered from "@/emails/gathered";
import type { Happening } from "@/emails/happened";
import { plainName } from "@/emails/plain";
import { renderMail } from "@/emails/render";
import * as severalRequests from "@/emails/several-requests";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { type News, readNews } from "../bell/news";
import { db } from "../db";
import { env } from "../env";
import { dateFormat } from "../formats";
import type { Translator } from "../messages/translate";
import { toldBy } from "../requests/history-line";
import { isCustomerOf, isOnlyManager, standingColumns } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { choicesPath } from "../requests/view";
import { deskInMail } from "./desk-in-mail";
import { muteUrl, readLinkKey } from "./mute-link";
import type { MailToRender, NothingLeft, Renderer } from "./render";
import { firstSummary } from "./request-facts";
import { tellableAmong } from "./tellable";

type DigestKind = "gathered" | "gathered_for_agent" | "daily_digest" | "several_requests";

const nothingLeft: NothingLeft = { nothingLeft: "mail.reason.nothing_left" };

const renderGathered: Renderer<"gathered" | "gathered_for_agent"> = async mail => {
  const reader = await readerOf(mail);
  const [part] = await readParts(reader, mail);
  if (!part) return nothingLeft;
  const { request, happenings, hasNotes, isReplier } = part;
  const takesNoReplies = hasNotes || !isReplier;
  const frame = frameOf(reader, mail);
  const desk = takesNoReplies ? { ...frame.desk, takesReplies: false } : frame.desk;
  const rendered = await renderMail(gathered, { ...frame, desk, request, happenings });
  return { ...rendered, ...(takesNoReplies && { takesNoReplies }) };
};

export const renderDigest: { [K in DigestKind]: Renderer<K> } = {
  gathered: renderGathered,
  gathered_for_agent: renderGathered,
  daily_digest: mail =>
    renderSeveral(mail, (frame, reader) =>
      renderMail(dailyDigest, { ...frame, day: dateFormat(reader, "localDate").format(mail.createdAt) }),
    ),
  several_requests: mail => renderSeveral(mail, frame => renderMail(severalRequests, frame)),
};

type SeveralFrame = ReturnType<typeof frameOf> & {
  requests: Awaited<ReturnType<typeof readParts>>;
  listUrl: string;
};

async function renderSeveral(
  mail: MailToRender,
  render: (frame: SeveralFrame, reader: PersonActor) => ReturnType<typeof renderMail>,
) {
  const reader = await readerOf(mail);
  const requests = await readParts(reader, mail);
  if (requests.length === 0) return nothingLeft;
  const listUrl = `${env().APP_URL}/requests`;
  const rendered = await render({ ...frameOf(reader, mail), requests, listUrl }, reader);
  return { ...rendered, facts: { requestIds: requests.map(({ id }) => id) } };
}

async function readerOf({ personId, settings }: MailToRender): Promise<PersonActor> {
  const person = await db().person.findUniqueOrThrow({ where: { id: personId ?? "" }, select: actorColumns });
  return personOf(person, settings);
}

const frameOf = ({ name }: PersonActor, { t, settings }: MailToRender) => ({
  t,
  desk: deskInMail(settings),
  recipient: { name },
  settingsUrl: `${env().APP_URL}/settings/notifications`,
});

async function readParts(reader: PersonActor, { id, t, settings }: MailToRender) {
  const notices = await db().notice.findMany({
    where: { deliveryId: id }, // index notices_of_delivery
    select: { eventId: true, requestId: true, kind: true },
  });
  const linkKey = await readLinkKey();
  const requests = await db().serviceRequest.findMany({
    where: tellableAmong(reader, notices),
    select: { id: true, number: true, summary: true, edition: true, ...standingColumns },
  });
  const parts = [];
  for (const request of requests) {
    const isMember = isCustomerOf(reader, request);
    const eventIds = notices.flatMap(({ requestId, eventId }) => (requestId === request.id ? [eventId] : []));
    const happened = isMember ? { customer: eventIds, agent: [] } : { customer: [], agent: eventIds };
    const all = await readNews(db(), happened, settings);
    if (all.length === 0) continue;
    const reference = referenceOf(request.number, settings);
    parts.push({
      id: request.id,
      happenings: all.map(one => happeningOf(t, one, reader)),
      hasNotes: all.some(({ isNote }) => isNote),
      isReplier: isMember || request.assigneeId === reader.id,
      request: {
        reference,
        summary: request.summary,
        raisedAs: request.edition > 1 ? await firstSummary(db(), request.id) : undefined,
        url: `${env().APP_URL}${isMember ? "" : "/agent"}/requests/${reference}`,
        ...(!isMember && { choicesUrl: `${env().APP_URL}${choicesPath}` }),
        ...(isMember && {
          muteUrl: muteUrl(linkKey, { requestId: request.id, personId: reader.id }),
          isFollowed: isOnlyManager(reader, request),
        }),
      },
    });
  }
  signOnce(parts);
  return parts;
}

/** A signature stands under the last of its writer's words in a mail, not under each. */
function signOnce(parts: { happenings: Happening[] }[]): void {
  const signed = new Set<string>();
  for (const happening of parts.flatMap(({ happenings }) => happenings).toReversed()) {
    if (happening.signature === undefined) continue;
    if (signed.has(happening.signature)) happening.signature = undefined;
    else signed.add(happening.signature);
  }
}

function happeningOf(
  t: Translator,
  { eventId: _, isNote: _isNote, line, ...news }: News,
  reader: PersonActor,
): Happening {
  return {
    ...news,
    at: dateFormat(reader, "localDateTime").format(news.at),
    what: toldBy(line, { name: plainName(t, news.who) }),
  };
}
