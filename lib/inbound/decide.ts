import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { takeMailFiles } from "../attachments/store";
import { addNote } from "../desk/notes";
import { type Act, actAs, record } from "../events/act";
import { refuse } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { loadRequest } from "../requests/load";
import { isCustomerOf, visibleTo } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { isCause } from "./causes";
import { bodyOf, type Held, takeHeld } from "./held";
import type { AcceptInput, AttachInput } from "./input";
import { linkComment } from "./reply";
import { quote } from "./stored-words";

/**
 * Lets an email into the request it belongs to.
 * @throws Refusal not_found, conflict (already decided), invalid, forbidden
 */
export async function acceptMail(act: Act, { mail: id, afterResolved }: AcceptInput): Promise<void> {
  const mail = await takeHeld(act, id);
  if (!mail.request) throw refuse("inbound.answers_nothing");
  await letIn(act, "reply_accepted", mail, referenceOf(mail.request.number, act.settings), afterResolved);
}

/** @throws Refusal as `acceptMail`, and invalid for an unknown reference */
export async function attachMail(
  act: Act,
  { mail: id, reference, afterResolved }: AttachInput,
): Promise<void> {
  const mail = await takeHeld(act, id);
  const number = numberOf(reference);
  const exists =
    number &&
    (await act.tx.serviceRequest.findFirst({
      where: { AND: [{ number }, visibleTo(act.actor)] },
      select: { id: true },
    }));
  if (!exists) throw refuse("inbound.no_such_request", {}, { field: "reference" });
  await letIn(act, "reply_attached", mail, reference, afterResolved);
}

/** @throws Refusal not_found, conflict (already decided) */
export async function discardMail(act: Act, { mail: id }: { mail: string }): Promise<void> {
  const { cause } = await takeHeld(act, id, "discarded");
  await record(act, "reply_discarded", { mailId: id, cause: isCause(cause) ? cause : null }, {});
}

async function letIn(
  act: Act,
  type: "reply_accepted" | "reply_attached",
  mail: Held,
  reference: string,
  afterResolved: AcceptInput["afterResolved"],
): Promise<void> {
  const request = await loadRequest(act, reference);
  const sender = await findPerson(act, mail.from);
  const isMember = sender !== null && isCustomerOf(sender, request);
  // The comment is recorded as the sender's action, with its own event and emails; only letting the email in is the
  // agent's.
  if (isMember)
    await actAs(act, sender, async theirs => {
      const files = await takeMailFiles(theirs, mail.id);
      const commentId = await commentOnRequest(theirs, {
        ...{ reference, body: bodyOf(mail), files, afterResolved },
      });
      await linkComment(theirs, mail.id, commentId);
    });
  else
    await addNote(act, {
      reference,
      body: quote(bodyOf(mail), mail),
      files: await takeMailFiles(act, mail.id),
      isQuoted: true,
    });
  await act.tx.inboundMail.updateMany({
    where: { id: mail.id },
    data: { requestId: request.id, senderId: isMember ? sender.id : null },
  });
  const as = isMember ? "comment" : "note";
  await record(act, type, { mailId: mail.id, as }, { requestId: request.id });
}

async function findPerson(act: Act, email: string): Promise<PersonActor | null> {
  if (email === "") return null;
  const person = await act.tx.person.findFirst({
    where: { email, suspendedAt: null },
    select: actorColumns,
  });
  return person && personOf(person, act.settings);
}
