import "server-only";
import { z } from "zod";
import { lockOwnAccount } from "../accounts/account";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { notFound } from "../refusal";
import type { DeskSettings } from "../settings";
import { tidyLines, tooLong } from "../text/tidy";

export type Writing = {
  /** Whether their replies wait, so that they can be undone. */
  undoes: boolean;
  /** Markdown under their public replies, in mails to customers; empty if they have none. */
  signature: string;
};

export const maxSignature = 500;

export const writingInput = z.strictObject({
  undoes: z.boolean(),
  signature: z
    .string()
    .default("")
    .transform(tidyLines)
    .superRefine((text, context) => {
      const message = messageCode("validation.text.too_long");
      const params = tooLong(text, maxSignature);
      if (text.length > maxSignature) context.addIssue({ code: "custom", message, params });
    }),
});

/** How an agent wants to write. @throws Refusal not_found for customers */
export async function readWriting(
  actor: PersonActor,
  { undo }: Pick<DeskSettings, "undo">,
): Promise<Writing> {
  if (!isAgent(actor)) throw notFound();
  const { undoesReplies, signature } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { undoesReplies: true, signature: true },
  });
  return { undoes: undoesReplies ?? undo === "on", signature };
}

/** @throws Refusal not_found for customers */
export async function keepWriting(
  act: Act,
  { undoes, signature }: z.output<typeof writingInput>,
): Promise<void> {
  const { actor, tx } = byPerson(act);
  if (!isAgent(actor)) throw notFound();
  const { id } = await lockOwnAccount(act);
  await tx.person.update({ where: { id }, data: { undoesReplies: undoes, signature }, select: { id: true } });
}
