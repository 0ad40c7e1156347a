import "server-only";
import * as dailyDigest from "@/emails/daily-digest";
import * as gathered from "@/emails/gathered";
import type { Happening } from "@/emails/happened";
import { renderMail } from "@/emails/render";
import { actorColumns, type PersonActor } from "../actor";
import type { Clock } from "../clock";
import { type Tx, transaction } from "../db";
import { env } from "../env";
import { dateFormat } from "../formats";
import { isCustomerOf, standingColumns, visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { deskInMail } from "./desk-in-mail";
import { muteUrl, readLinkKey } from "./mute-link";
import { type News, readNews } from "./news";
import { queueMail } from "./queue";
import { firstSummary } from "./request-facts";
import { wakeForDigest } from "./schedule";

const maxTold = 100;

type About = { personId: string; requestId: string };
type Waiting = { id: bigint; eventId: bigint; requestId: string };

/** Tells one person in one mail what has waited about one request. Two at once tell it once. */
export function gather(about: About, at: Date): Promise<void> {
  return transaction(tx => gatherIn(tx, about, at));
}

/** The same inside a transaction of somebody else's. */
export async function gatherIn(tx: Tx, { personId, requestId }: About, at: Date): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select id, "eventId", "requestId" from notices
    where "personId" = ${personId}::uuid and "requestId" = ${requestId}::uuid and "gatherFor" is not null
    order by id for update`; // index notices_to_gather
  const reader = await readerOf(tx, personId);
  const [told] = reader ? await toldTo(tx, reader, waiting) : [];
  if (!reader || !told) return settle(tx, waiting, null);
  const { isMember, request, happenings, lastEventId } = told;
  const rendered = await renderMail(gathered, {
    ...frameOf(reader),
    request,
    happenings,
    settingsUrl: settingsUrl(),
  });
  const kind = isMember ? "gathered" : "gathered_for_agent";
  const draft = { kind, personId, to: reader.email, isSecret: false, ...rendered };
  await settle(tx, waiting, await queueMail(tx, draft, { eventId: lastEventId, requestId, at }));
}

/** Tells one person in one mail what has waited about all their requests. Two at once tell it once. */
export function digest(personId: string, at: Date): Promise<void> {
  return transaction(async tx => {
    const waiting = await tx.$queryRaw<Waiting[]>`
      select id, "eventId", "requestId" from notices
      where "personId" = ${personId}::uuid and "gatherFor" = 'daily' order by id limit ${maxTold} for update`; // index notices_to_gather
    const reader = await readerOf(tx, personId);
    const told = reader ? await toldTo(tx, reader, waiting) : [];
    const [last] = told
      .map(({ lastEventId }) => lastEventId)
      .toSorted((one, other) => (one > other ? -1 : 1));
    if (!reader || last === undefined) return settle(tx, waiting, null);
    const rendered = await renderMail(dailyDigest, {
      ...frameOf(reader),
      day: dateFormat(reader, "localDate").format(at),
      requests: told,
      listUrl: `${env().APP_URL}/requests`,
      settingsUrl: settingsUrl(),
    });
    const draft = { kind: "daily_digest", personId, to: reader.email, isSecret: false, ...rendered };
    await settle(tx, waiting, await queueMail(tx, draft, { eventId: last, requestId: null, at }));
    // The rest follows in a mail of its own.
    if (waiting.length === maxTold) await wakeForDigest(tx, personId, at);
  });
}

/**
 * A digest that has waited for its mail server may tell of what its reader may see no more. Then it is taken back, and
 * what remains is noted to be told anew. Returns whether it was.
 */
export function takeBackDigest(deliveryId: string, personId: string, at: Date): Promise<boolean> {
  return transaction(async tx => {
    const reader = await readerOf(tx, personId);
    const notices = await tx.notice.findMany({
      where: { deliveryId }, // index notices_of_delivery
      select: { id: true, eventId: true, requestId: true },
    });
    const visible = new Set(reader ? (await visibleAmong(tx, reader, notices)).map(({ id }) => id) : []);
    if (notices.every(({ requestId }) => visible.has(requestId))) return false;
    await tx.notice.updateMany({ where: { deliveryId }, data: { deliveryId: null, gatherFor: "daily" } });
    // The next one is about the same last event, of which there is one delivery of a kind.
    await tx.delivery.updateMany({ where: { id: deliveryId }, data: { kind: `taken_back_${deliveryId}` } });
    await wakeForDigest(tx, personId, at);
    return true;
  });
}

async function settle(tx: Tx, waiting: Waiting[], deliveryId: string | null): Promise<void> {
  if (waiting.length === 0) return;
  await tx.notice.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    data: { gatherFor: null, deliveryId },
  });
}

async function readerOf(tx: Tx, personId: string): Promise<PersonActor | null> {
  const person = await tx.person.findFirst({
    where: { id: personId, suspendedAt: null },
    select: actorColumns,
  });
  return person && { kind: "person", ...person };
}

const settingsUrl = () => `${env().APP_URL}/settings/notifications`;

const frameOf = ({ name }: PersonActor) => ({ desk: deskInMail(), recipient: { name } });

/** The requests among these that the reader may see and wants to hear of. */
function visibleAmong(tx: Tx, reader: PersonActor, waiting: { requestId: string }[]) {
  return tx.serviceRequest.findMany({
    where: {
      AND: [
        visibleTo(reader),
        { id: { in: [...new Set(waiting.map(({ requestId }) => requestId))] } },
        { members: { none: { personId: reader.id, mutedAt: { not: null } } } },
      ],
    },
    select: { id: true, number: true, summary: true, edition: true, ...standingColumns },
  });
}

/** What of it the reader may be told, by request, in the words of their side. */
async function toldTo(tx: Tx, reader: PersonActor, waiting: Waiting[]) {
  const told = [];
  const linkKey = await readLinkKey(tx);
  for (const request of await visibleAmong(tx, reader, waiting)) {
    const isMember = isCustomerOf(reader, request);
    const eventIds = waiting.flatMap(({ requestId, eventId }) => (requestId === request.id ? [eventId] : []));
    const news = await readNews(tx, eventIds, isMember ? "customerLabel" : "label");
    const last = news.at(-1);
    if (!last) continue;
    const reference = referenceOf(request.number);
    told.push({
      isMember,
      lastEventId: last.eventId,
      happenings: news.map(one => happeningOf(one, reader)),
      request: {
        reference,
        summary: request.summary,
        raisedAs: request.edition > 1 ? await firstSummary(tx, request.id) : undefined,
        url: `${env().APP_URL}${isMember ? "" : "/agent"}/requests/${reference}`,
        ...(isMember && { muteUrl: muteUrl(linkKey, { requestId: request.id, personId: reader.id }) }),
      },
    });
  }
  return told;
}

function happeningOf({ at, eventId: _, ...told }: News, reader: Omit<Clock, "now">): Happening {
  return { ...told, at: dateFormat(reader, "localDateTime").format(at) };
}
