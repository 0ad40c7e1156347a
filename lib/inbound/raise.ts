import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { maxFiles } from "../attachments/limits";
import { dropUnsent, fileColumns, fileOrder, takeMailFiles } from "../attachments/store";
import type { Answers, Field } from "../catalog/fields";
import { defaultLengths } from "../catalog/lengths";
import { readFormVersion } from "../catalog/queries";
import { db } from "../db";
import { keepNote } from "../desk/notes";
import { type Raising, raiseFor } from "../desk/on-behalf";
import { type Act, record } from "../events/act";
import type { FileView } from "../form/file-view";
import { limits } from "../requests/input";
import type { Raised } from "../requests/submit";
import { takesReplies } from "../transport/replies";
import { bodyOf, heldColumns, takeHeld, undecided } from "./held";
import { mailsSeenBy } from "./seen";
import { quote } from "./stored-words";

export type MailToRaise = {
  id: string;
  /** Empty where it says none, as for `name`. */
  from: string;
  name: string;
  summary: string;
  words: string;
  files: FileView[];
};

/** A mail of which a request can be made; null if there is none, it is decided, or who asks is no agent who sees it. */
export async function readMailToRaise(actor: PersonActor, id: string): Promise<MailToRaise | null> {
  if (!isAgent(actor) || !takesReplies() || !z.uuid().safeParse(id).success) return null;
  const mail = await db().inboundMail.findFirst({
    where: { AND: [{ id, state: { in: undecided } }, mailsSeenBy(actor)] },
    select: { ...heldColumns, files: { select: fileColumns, orderBy: [...fileOrder] } },
  });
  if (!mail) return null;
  const { from, fromName: name, subject, files } = mail;
  return {
    id,
    from,
    name,
    summary: subject.slice(0, limits.summary).toWellFormed(),
    words: bodyOf(mail),
    files,
  };
}

type Carried = Pick<MailToRaise, "words" | "files">;

/** What of a mail answers a form: its first long text that is always asked, and its first field for files. */
export function answersFrom(fields: Field[], { words, files }: Carried): { values: Answers; left: Carried } {
  const always = fields.filter(({ showWhen }) => showWhen === undefined);
  const text = always.find(({ kind }) => kind === "long_text");
  const place = always.find(one => one.kind === "file");
  const most = text?.kind === "long_text" ? (text.maxLength ?? defaultLengths.long_text) : 0;
  const room = place?.kind === "file" ? (place.max ?? maxFiles) : 0;
  return {
    values: {
      ...(text && { [text.key]: words.slice(0, most).toWellFormed() }),
      ...(place && { [place.key]: files.slice(0, room) }),
    },
    left: { words: words.length > most ? words : "", files: files.slice(room) },
  };
}

/**
 * Makes a request of a mail that waits, for the customer whom an agent has found in it. What the form has no room for stays
 * with the request, as an internal note that quotes the mail; files that the agent has taken out are dropped.
 * @throws Refusal not_found, conflict (the mail is decided), or as `raiseFor` does
 */
export async function raiseFromMail(
  act: Act,
  { mail: id, ...submission }: Raising & { mail: string },
): Promise<Raised & { isSeen: boolean }> {
  const { customer, submissionKey, formVersionId } = submission;
  // Sent twice, the second finds what the first has made.
  const isSent = await act.tx.serviceRequest.count({ where: { requesterId: customer, submissionKey } });
  if (isSent > 0) return raiseFor(act, submission);
  const mail = await takeHeld(act, id);
  const files = await act.tx.file.findMany({
    where: { mailId: id },
    orderBy: [...fileOrder],
    select: fileColumns,
  });
  const taken = await takeMailFiles(act, id);
  const raised = await raiseFor(act, submission);
  const { left } = answersFrom((await readFormVersion(formVersionId, act.tx)) ?? [], {
    words: bodyOf(mail),
    files,
  });
  if (left.words !== "" || left.files.length > 0)
    await keepNote(act, raised.id, {
      text: quote(bodyOf(mail), mail),
      files: left.files.map(file => file.id),
    });
  await dropUnsent(act, `mail:${id}`);
  const { email } = await act.tx.person.findUniqueOrThrow({
    where: { id: customer },
    select: { email: true },
  });
  const isTheirs = email === mail.from;
  if (isTheirs) await act.tx.file.updateMany({ where: { id: { in: taken } }, data: { ownerId: customer } });
  await act.tx.inboundMail.updateMany({
    where: { id },
    data: { requestId: raised.id, senderId: isTheirs ? customer : null },
  });
  await record(act, "mail_made_request", { mailId: id }, { requestId: raised.id });
  return raised;
}
