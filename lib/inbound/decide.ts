import "server-only";
import { actorColumns, isAgent, type PersonActor } from "../actor";
import { takeMailFiles } from "../attachments/store";
import { addNote } from "../desk/notes";
import { type Act, actAs, byPerson, record } from "../events/act";
import type { InboundState } from "../generated/enums";
import { notFound, refuse } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { loadRequest } from "../requests/load";
import { isCustomerOf } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { takesReplies } from "../transport/replies";
import { isCause } from "./causes";
import { readLeftOut } from "./files";
import type { AcceptInput, AttachInput } from "./input";
import { linkComment } from "./reply";
import { quote, shorten, wordsOf } from "./stored-words";

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
    number && (await act.tx.serviceRequest.findUnique({ where: { number }, select: { id: true } }));
  if (!exists) throw refuse("inbound.no_such_request", {}, { field: "reference" });
  await letIn(act, "reply_attached", mail, reference, afterResolved);
}

/** @throws Refusal not_found, conflict (already decided) */
export async function discardMail(act: Act, { mail: id }: { mail: string }): Promise<void> {
  const { cause } = await takeHeld(act, id, "discarded");
  await record(act, "reply_discarded", { mailId: id, cause: isCause(cause) ? cause : null }, {});
}

const columns = {
  id: true,
  from: true,
  fromName: true,
  subject: true,
  body: true,
  text: true,
  leftOut: true,
  isShortened: true,
  files: { select: { id: true } },
  cause: true,
  state: true,
  request: { select: { number: true } },
} as const;

const undecided: InboundState[] = ["held", "kept_out"];

/** Decides with a conditional update: if two agents decide at once, the second gets a conflict. */
async function takeHeld(act: Act, id: string, state: "let_in" | "discarded" = "let_in") {
  const { actor, at, tx } = byPerson(act);
  if (!isAgent(actor) || !takesReplies()) throw notFound();
  const { count } = await tx.inboundMail.updateMany({
    where: { id, state: { in: undecided } },
    data: { state, decidedById: actor.id, decidedAt: at },
  });
  const mail = await tx.inboundMail.findUnique({ where: { id }, select: columns });
  if (!mail) throw notFound();
  if (count === 0) throw refuse("inbound.decided");
  return mail;
}

type Held = Awaited<ReturnType<typeof takeHeld>>;

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
  return person && { kind: "person", ...person };
}

/** Quote removal may have left nothing; the agent has read the whole text. */
function bodyOf({ body, text, files, leftOut, subject }: Held): string {
  const words = body || text.trim() || (files.length > 0 ? "" : subject);
  return shorten(wordsOf(words, readLeftOut(leftOut)));
}
