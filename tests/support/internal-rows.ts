import { randomUUID } from "node:crypto";
import { openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { giveFeedback } from "@/lib/help/feedback";
import { anAdmin, run } from "./factories";
import { aHelpArticle } from "./help";
import { anOrganisation } from "./organisations";
import { rowOf } from "./records";
import { sentMails } from "./sent-mails";

// What takes a browser, a mail server or a while to come about, each column with its canary.

/** A mail that waits in the inbox of the desk, and those that agents were sent; returns the id of the first. */
export async function keepMails(kestrel: PersonActor, reference: string): Promise<string> {
  const { id: requestId } = await rowOf(reference);
  await sentMails({ to: kestrel.email });
  await db().delivery.updateMany({
    where: { to: kestrel.email },
    data: {
      subject: "KestrelDeliverySubject",
      reason: "KestrelDeliveryReason",
      providerId: "KestrelProvider",
    },
  });
  const at = new Date();
  const words = { subject: "KestrelMailSubject", body: "KestrelMailBody", text: "KestrelMailText" };
  const { id } = await db().inboundMail.create({
    data: {
      ...{ source: "imap", key: `KestrelMailKey-${randomUUID()}`, state: "held", cause: "sender" },
      ...{ from: "kestrelmailfrom@people.test", fromName: "KestrelMailName", ...words },
      ...{ leftOut: [{ name: "KestrelLeftOut.exe" }], receivedAt: at, requestId },
    },
    select: { id: true },
  });
  await db().mailRate.create({
    data: { transport: "kestrel", perSecond: 1, tokens: 1, filledAt: at, reason: "KestrelRateReason" },
  });
  await db().suppression.create({
    data: { email: "kestrelsuppression@people.test", kind: "bounced", reason: "KestrelBounce", at },
  });
  return id;
}

export async function keepRows(kestrel: PersonActor): Promise<void> {
  await anOrganisation({ name: "KestrelOrganisationName", domain: "kestreldomain.test" });
  await aHelpArticle(
    { title: "KestrelHelpTitle", category: "KestrelHelpCategory", body: "KestrelHelpBody" },
    false,
  );
  await db().choiceList.create({
    data: {
      ...{ slug: `kestrel-list-${randomUUID()}`, name: "KestrelListName", position: 1_000_000 },
      translations: { de: { name: "KestrelListTranslation" } },
      entries: [{ value: "kestrel_entry", label: "KestrelListEntry" }],
    },
  });
  const read = { ...(await aHelpArticle()), isAnswered: false, words: "KestrelFeedbackWords" };
  await run(kestrel, act => giveFeedback(act, read, kestrel.id));
  await keepAccount(kestrel);
  const draft = { personId: kestrel.id, place: "/agent/new#kestrel-place", updatedAt: new Date() };
  const fields = { body: "KestrelDraftFields" };
  await db().draft.create({ data: { ...draft, fields, refusal: { code: "KestrelDraftRefusal" } } });
  await db().examination.create({
    data: { at: new Date(), findings: [{ words: "KestrelFindings" }], skipped: 0 },
  });
}

async function keepAccount({ id: personId }: PersonActor): Promise<void> {
  const [createdAt, expiresAt] = [new Date(), later(new Date(), days(1))];
  const link = { personId, createdAt, expiresAt, next: "/agent?q=KestrelNext" };
  await db().passwordLink.create({ data: { ...link, tokenHash: randomUUID() } });
  await db().logInLink.create({ data: { ...link, tokenHash: randomUUID() } });
  const email = "kestrelchange@people.test";
  await db().emailChange.create({ data: { personId, email, createdAt, expiresAt } });
  const { id: invitedById } = await anAdmin();
  const invited = { email: "kestrelinvited@people.test", role: "agent", language: "en-GB" } as const;
  const times = { createdAt, sentAt: createdAt, expiresAt };
  await db().accountInvitation.create({
    data: { ...invited, ...times, invitedById, tokenHash: randomUUID() },
  });
  const asked = { email: "kestrelsignup@people.test", name: "KestrelSignUpName", browserHash: "x" };
  await db().signUp.create({ data: { ...asked, mailedAt: createdAt, createdAt, expiresAt } });
  await run(operator, act => openSession(act, personId));
  await db().session.updateMany({ where: { personId }, data: { device: "KestrelDevice" } });
  await db().person.update({
    where: { id: personId },
    data: {
      ...{ signature: "KestrelSignature", usualList: "q=KestrelUsualList" },
      ...{ shortcuts: { kestrel: "k" }, habits: { kestrel: true }, choices: { kestrel: true } },
    },
  });
}
