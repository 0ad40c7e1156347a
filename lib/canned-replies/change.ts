import "server-only";
import { type Act, record } from "../events/act";
import { defaultLanguage } from "../messages/translate";
import { refuse } from "../refusal";
import {
  type ChangeReplyInput,
  cannedLimits,
  type ReplyInput,
  type ShiftReplyInput,
  type WordsOfReply,
} from "./input";
import { loadReply, lockReplies, subjectOf } from "./load";
import { ownerFor } from "./owner";
import { newReplySlug, type Owner } from "./paths";
import { slugFor } from "./slug";
import { nextVersion, requireKnown, writeText } from "./texts";

/**
 * Adds a reply behind the others of its owner; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (a customer; an agent for the desk, or for a team they do not lead), invalid (name or slug taken, unknown placeholder, too many)
 */
export async function createReply(
  act: Act,
  owner: Owner,
  { name, keywords = "", body }: WordsOfReply,
  given?: string,
): Promise<string> {
  const { actor, at, tx } = act;
  const { personId, teamId } = await ownerFor(actor, owner, tx);
  const others = await lockReplies(act, { personId, teamId });
  if (others.length >= cannedLimits.replies)
    throw refuse("canned.too_many", { max: cannedLimits.replies }, { field: "name" });
  requireOwnName(name, others);
  requireKnown(body);
  const taken = [newReplySlug, ...others.map(other => other.slug)];
  if (given !== undefined && taken.includes(given)) throw refuse("slug.taken", { slug: given });
  const slug = given ?? slugFor(name, taken);
  const position = 1 + Math.max(0, ...others.map(other => other.position));
  const texts = { create: { language: defaultLanguage, body } };
  const { id } = await tx.cannedReply.create({
    data: { personId, teamId, slug, name, keywords, position, createdAt: at, texts },
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
  const others = await lockReplies(act, reply);
  requireOwnName(
    name,
    others.filter(other => other.id !== id),
  );
  requireKnown(body);
  await nextVersion(act, { id, version, language: defaultLanguage }, { name, keywords });
  await writeText(act, { replyId: id, language: defaultLanguage }, body);
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
  const { personId, teamId } = await loadReply(act, id);
  const shown = (await lockReplies(act, { personId, teamId })).filter(reply => !reply.isArchived);
  const place = shown.findIndex(reply => reply.id === id);
  const [moved, other] = [shown[place], shown[to === "earlier" ? place - 1 : place + 1]];
  if (!moved) throw refuse("canned.archived");
  if (!other) return;
  for (const [{ id }, { position }] of [[moved, other] as const, [other, moved] as const])
    await act.tx.cannedReply.updateMany({ where: { id }, data: { position } });
  await record(act, "canned_reply_shifted", { replyId: id, to }, subjectOf(personId));
}

function requireOwnName(name: string, others: { name: string }[]): void {
  const [wanted, taken] = [name.toLowerCase(), others.map(other => other.name.toLowerCase())];
  if (taken.includes(wanted)) throw refuse("canned.name_taken", { name }, { field: "name" });
}
