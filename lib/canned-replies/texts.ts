import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import type { RemoveTextInput, TextOfReplyInput } from "./input";
import { loadReply, subjectOf } from "./load";
import { isPlaceholder, placeholdersIn, placeholderText } from "./placeholders";

/**
 * What it says to customers of another language than the desk's.
 * @throws Refusal not_found, forbidden, conflict (archived or changed since), invalid (unknown placeholder)
 */
export async function writeReplyIn(
  act: Act,
  { reply: id, version, language, body }: TextOfReplyInput,
): Promise<void> {
  const { isArchived, personId } = await loadReply(act, id);
  if (isArchived) throw refuse("canned.archived");
  requireKnown(body);
  await nextVersion(act, { id, version, language }, {});
  await writeText(act, { replyId: id, language }, body);
  await record(act, "canned_reply_changed", { replyId: id }, subjectOf(personId));
}

/** Customers of this language get the desk's from then on. @throws Refusal not_found, forbidden, conflict (archived) */
export async function removeTextIn(act: Act, { reply: id, language }: RemoveTextInput): Promise<void> {
  const { isArchived, personId } = await loadReply(act, id);
  if (isArchived) throw refuse("canned.archived");
  const { count } = await act.tx.cannedText.deleteMany({ where: { replyId: id, language } });
  if (count === 0) return;
  await act.tx.cannedReply.updateMany({ where: { id }, data: { version: { increment: 1 } } });
  await record(act, "canned_reply_changed", { replyId: id }, subjectOf(personId));
}

/** @throws Refusal invalid */
export function requireKnown(body: string): void {
  const unknown = placeholdersIn(body).filter(name => !isPlaceholder(name));
  if (unknown.length > 0)
    throw refuse(
      "canned.placeholder_unknown",
      { names: unknown.map(placeholderText).join(", ") },
      { field: "body" },
    );
}

type Seen = { id: string; version: number; language: string };

/** @throws Refusal conflict (archived or changed since; sent once more, the form replaces what it says now) */
export async function nextVersion(
  { tx }: Act,
  { id, version, language }: Seen,
  data: { name?: string; keywords?: string },
): Promise<void> {
  const { count } = await tx.cannedReply.updateMany({
    where: { id, version, isArchived: false },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return;
  const now = await tx.cannedReply.findUniqueOrThrow({
    where: { id },
    select: { isArchived: true, version: true, texts: { where: { language }, select: { body: true } } },
  });
  if (now.isArchived) throw refuse("canned.archived");
  const present = now.texts[0]?.body ?? "";
  throw refuse("canned.changed", { present }, { field: "body", corrections: { version: now.version } });
}

export async function writeText(
  { tx }: Act,
  key: { replyId: string; language: string },
  body: string,
): Promise<void> {
  await tx.cannedText.upsert({
    where: { replyId_language: key },
    create: { ...key, body },
    update: { body },
    select: { replyId: true },
  });
}
