import { randomBytes } from "node:crypto";
import { askForEmailChange, confirmEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { run } from "./factories";
import { lastMailTo } from "./sent-mails";
import { answerWishes } from "./wishes";

export const password = "Harbour-lamp 27 quietly!";
export const anotherPassword = "Seven green boats, no wind";
export const newEmail = () => `moved-${randomBytes(5).toString("hex")}@people.test`;
export const linkIsGone = /no longer valid/;

export async function askForAddress(
  actor: PersonActor,
  email = newEmail(),
  at = new Date(),
  typed = password,
) {
  const proof = await prepareEmailChange(actor, { email, currentPassword: typed });
  await run(actor, act => askForEmailChange(act, email, proof), at);
  await answerWishes(at);
  const mail = await lastMailTo(email);
  return { email, mail, token: /settings\/email\/([\w-]{43})/.exec(mail.text)?.[1] ?? "" };
}

export const confirmAddress = (actor: PersonActor, token: string, at?: Date) =>
  run(actor, act => confirmEmailChange(act, token), at);

export const emailOf = async ({ id }: PersonActor) =>
  (await db().person.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;

export const addressEventsOf = (personId: string) =>
  db().event.findMany({
    where: { personId, type: { startsWith: "email_" } },
    orderBy: { id: "asc" },
    select: { type: true, data: true, actorId: true, change: { select: { values: true } } },
  });
