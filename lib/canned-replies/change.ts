import "server-only";
import type { PersonActor } from "../actor";
import { type Act, byPerson, record } from "../events/act";
import type { Subject } from "../events/types";
import { defaultLanguage } from "../messages/translate";
import { notFound, refuse } from "../refusal";
import {
  type ChangeReplyInput,
  cannedLimits,
  type ReplyInput,
  type ShiftReplyInput,
  type WordsOfReply,
} from "./input";
import { mayChange, type Owner, ownerIdFor, visibleReplies } from "./owner";
import { isPlaceholder, placeholdersIn, placeholderText } from "./placeholders";
import { slugFor } from "./slug";

/**
 * Adds a reply behind the others of its owner; returns its slug.
 * @throws Refusal not_found (a customer; an agent for the desk), invalid (name taken, unknown placeholder, too many)
 */
export async function createReply(
  act: Act,
  owner: Owner,
  { name, keywords = "", body }: WordsOfReply,
): Promise<string> {
  const { actor, at, tx } = byPerson(act);
  const personId = ownerIdFor(actor, owner);
  const others = await lockReplies(act, personId);
  if (others.length >= cannedLimits.replies)
    throw refuse("canned.too_many", { max: cannedLimits.replies }, { field: "name" });
  requireOwnName(name, others);
  requireKnown(body);
  const slug = slugFor(
    name,
    others.map(other => other.slug),
  );
  const position = 1 + Math.max(0, ...others.map(other => other.position));
  const texts = { create: { language: defaultLanguage, body } };
  const { id } = await tx.cannedReply.create({
    data: { personId, slug, name, keywords, position, createdAt: at, texts },
    select: { id: true },
  });
  await record(act, "canned_reply_created", { replyId: id }, subjectOf(personId));
  return slug;
}

/** @throws Refusal not_found, forbidden, conflict (archived or changed since), invalid (as for a new one) */
export async function changeReply(
  act: Act,
  { reply: id, version, name, keywords = "", body }: ChangeReplyInput,
): Promise<void> {
  const reply = await loadReply(act, id);
  if (reply.isArchived) throw refuse("canned.archived");
  const others = await lockReplies(act, reply.personId);
  requireOwnName(
    name,
    others.filter(other => other.id !== id),
  );
  requireKnown(body);
  const { count } = await act.tx.cannedReply.updateMany({
    where: { id, version, isArchived: false },
    data: { name, keywords, version: { increment: 1 } },
  });
  if (count === 0) throw await changedSince(act, id);
  const key = { replyId: id, language: defaultLanguage };
  await act.tx.cannedText.upsert({
    where: { replyId_language: key },
    create: { ...key, body },
    update: { body },
    select: { replyId: true },
  });
  await record(act, "canned_reply_changed", { replyId: id }, subjectOf(reply.personId));
}

/** Nobody is offered it any more. @throws Refusal not_found, forbidden, conflict (archived already) */
export const archiveReply = (act: Act, { reply }: ReplyInput): Promise<void> => setArchived(act, reply, true);

/** @throws Refusal not_found, forbidden, conflict (restored already) */
export const restoreReply = (act: Act, { reply }: ReplyInput): Promise<void> =>
  setArchived(act, reply, false);

async function setArchived(act: Act, id: string, isArchived: boolean): Promise<void> {
  const { personId } = await loadReply(act, id);
  const { count } = await act.tx.cannedReply.updateMany({
    where: { id, isArchived: !isArchived },
    data: { isArchived, version: { increment: 1 } },
  });
  if (count === 0) throw refuse(isArchived ? "canned.archived" : "canned.restored");
  const type = isArchived ? "canned_reply_archived" : "canned_reply_restored";
  await record(act, type, { replyId: id }, subjectOf(personId));
}

/**
 * Changes places with the one in front of it or behind it; the first and the last stay where they are.
 * @throws Refusal not_found, forbidden, conflict (archived)
 */
export async function shiftReply(act: Act, { reply: id, to }: ShiftReplyInput): Promise<void> {
  const { personId } = await loadReply(act, id);
  const shown = (await lockReplies(act, personId)).filter(reply => !reply.isArchived);
  const place = shown.findIndex(reply => reply.id === id);
  const [moved, other] = [shown[place], shown[to === "earlier" ? place - 1 : place + 1]];
  if (!moved) throw refuse("canned.archived");
  if (!other) return;
  for (const [{ id }, { position }] of [[moved, other] as const, [other, moved] as const])
    await act.tx.cannedReply.updateMany({ where: { id }, data: { position } });
  await record(act, "canned_reply_shifted", { replyId: id, to }, subjectOf(personId));
}

const subjectOf = (personId: string | null): Subject => (personId === null ? {} : { personId });

async function loadReply(act: Act, id: string) {
  const { actor, tx } = byPerson(act);
  const reply = await tx.cannedReply.findFirst({
    where: { AND: [{ id }, visibleReplies(actor)] },
    select: { personId: true, isArchived: true },
  });
  if (!reply) throw notFound();
  requireOwn(actor, reply.personId);
  return reply;
}

function requireOwn(actor: PersonActor, personId: string | null): void {
  if (!mayChange(actor, personId)) throw refuse("canned.not_yours");
}

/** All of an owner's in their order; names, slugs and places stay as they are until the act ends. */
async function lockReplies({ tx }: Act, personId: string | null) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('canned_replies ' || ${personId ?? "desk"}, 0))`;
  return tx.cannedReply.findMany({
    where: { personId },
    orderBy: [{ position: "asc" }, { id: "asc" }], // index canned_replies_in_order
    select: { id: true, slug: true, name: true, position: true, isArchived: true },
  });
}

function requireOwnName(name: string, others: { name: string }[]): void {
  const [wanted, taken] = [name.toLowerCase(), others.map(other => other.name.toLowerCase())];
  if (taken.includes(wanted)) throw refuse("canned.name_taken", { name }, { field: "name" });
}

function requireKnown(body: string): void {
  const unknown = placeholdersIn(body).filter(name => !isPlaceholder(name));
  if (unknown.length > 0)
    throw refuse(
      "canned.placeholder_unknown",
      { names: unknown.map(placeholderText).join(", ") },
      { field: "body" },
    );
}

/** Sent once more, the form replaces what it says now. */
async function changedSince({ tx }: Act, id: string) {
  const { isArchived, version, texts } = await tx.cannedReply.findUniqueOrThrow({
    where: { id },
    select: { isArchived: true, version: true, texts: { select: { language: true, body: true } } },
  });
  if (isArchived) return refuse("canned.archived");
  const present = texts.find(({ language }) => language === defaultLanguage)?.body ?? "";
  return refuse("canned.changed", { present }, { field: "body", corrections: { version } });
}
