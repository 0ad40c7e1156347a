import "server-only";
import { isAgent } from "../actor";
import { type Act, byPerson } from "../events/act";
import type { InboundState } from "../generated/enums";
import { notFound, refuse } from "../refusal";
import { takesReplies } from "../transport/replies";
import { readLeftOut } from "./files";
import { mailsSeenBy } from "./seen";
import { shorten, wordsOf } from "./stored-words";

export const heldColumns = {
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

export const undecided: InboundState[] = ["held", "kept_out"];

/** Decides with a conditional update: if two agents decide at once, the second gets a conflict. */
export async function takeHeld(act: Act, id: string, state: "let_in" | "discarded" = "let_in") {
  const { actor, at, tx } = byPerson(act);
  if (!isAgent(actor) || !takesReplies()) throw notFound();
  if ((await tx.inboundMail.count({ where: { AND: [{ id }, mailsSeenBy(actor)] } })) === 0) throw notFound();
  const { count } = await tx.inboundMail.updateMany({
    where: { id, state: { in: undecided } },
    data: { state, decidedById: actor.id, decidedAt: at },
  });
  const mail = await tx.inboundMail.findUnique({ where: { id }, select: heldColumns });
  if (!mail) throw notFound();
  if (count === 0) throw refuse("inbound.decided");
  return mail;
}

export type Held = Awaited<ReturnType<typeof takeHeld>>;

/** Quote removal may have left nothing; the agent has read the whole text. */
export function bodyOf({
  body,
  text,
  files,
  leftOut,
  subject,
}: Pick<Held, "body" | "text" | "files" | "leftOut" | "subject">): string {
  const words = body || text.trim() || (files.length > 0 ? "" : subject);
  return shorten(wordsOf(words, readLeftOut(leftOut)));
}
