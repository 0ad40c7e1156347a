import { askForPasswordLink, prepareNewPassword, setPassword } from "@/lib/accounts/passwords";
import { system } from "@/lib/actor";
import { db } from "@/lib/db";
import { run } from "./factories";
import { answerWishes } from "./wishes";

/** Requests a link that sets a password; returns its token, or "" if none was emailed. */
export async function passwordLinkTo(email: string, at = new Date()): Promise<string> {
  await run(system, act => askForPasswordLink(act, email), at);
  await answerWishes(at);
  const mail = await db().delivery.findFirst({
    where: { to: email, kind: "set_password" },
    orderBy: { eventId: "desc" },
    select: { text: true },
  });
  return /set-password\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
}

export async function setByLink(token: string, password: string, at?: Date): Promise<void> {
  const prepared = await prepareNewPassword({ token, password }, at);
  await run(system, act => setPassword(act, prepared), at);
}
