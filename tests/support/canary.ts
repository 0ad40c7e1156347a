import { randomUUID } from "node:crypto";
import { changeProfile } from "@/lib/accounts/profile";
import type { PersonActor } from "@/lib/actor";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { addNote } from "@/lib/desk/notes";
import { giveFeedback } from "@/lib/help/feedback";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { createView } from "@/lib/saved-views/change";
import { aReply } from "./canned-replies";
import { correct } from "./correct";
import { aCustomer, actorOf, anAdmin, anAgent, anInvitation, aParticipant, aRequest, run } from "./factories";
import { anUnsentFile } from "./files";
import { aHelpArticle } from "./help";
import { rowOf } from "./records";

/**
 * Somebody who is agent and customer at once, with a word of theirs wherever the desk can keep one; and what others wrote on
 * the same requests, without that word.
 */
export async function aCanary(word: string) {
  const email = `${word}@people.test`;
  const first = await anAgent({ name: `${word} Lind`, email, password: "Harbour-lamp 27 quietly!" });
  await run(first, act => changeProfile(act, { name: `${word} Berg`, timeZone: "UTC", language: "en-GB" }));
  const person = await actorOf(email);
  const [customer, colleague] = [await aCustomer(), await anAgent()];
  const own = await aRequest({ by: person, summary: `${word} 1`, answers: { details: `${word} 2` } });
  await correct(person, own, { summary: `${word} 3` });
  await anInvitation(own, `friend-of-${email}`);
  const shared = await aRequest({ by: customer, summary: "The tram is late" });
  await aParticipant(shared, person);
  const served = await aRequest({ by: customer, summary: "The lift is stuck" });
  await speak(person, [own, shared, served], word);
  await answerThem(colleague, { own, served }, person);
  await keepRows(person, word, shared);
  const { id: requestId } = await rowOf(own);
  const answers = { rating: `${word} 13` };
  await db().agentAnswers.create({ data: { requestId, answers, searchText: `${word} 13` } });
  return { person, customer, colleague, own, shared, served };
}

async function speak(person: PersonActor, references: string[], word: string): Promise<void> {
  for (const reference of references) {
    const file = await anUnsentFile(person, {
      name: `${word}.txt`,
      content: Buffer.from(`${word} 4`),
      place: `/requests/${reference}#comment`,
    });
    await run(person, act => commentOnRequest(act, { reference, body: `${word} 5`, files: [file.id] }));
    const { id: requestId } = await rowOf(reference);
    const { id: commentId } = await db().comment.findFirstOrThrow({
      where: { requestId, authorId: person.id },
    });
    await run(person, act => editComment(act, { reference, commentId, seen: 0, body: `${word} 6` }));
  }
  const [own = "", , served = ""] = references;
  await run(person, act => addNote(act, { reference: served, body: `${word} 7` }));
  await run(person, act => addCustomerNote(act, { reference: served, body: `${word} 8` }));
  await anUnsentFile(person, { name: `${word}-unsent.txt`, place: `/requests/${own}#comment` });
}

async function answerThem(
  colleague: PersonActor,
  { own, served }: { own: string; served: string },
  { name, email }: PersonActor,
): Promise<void> {
  await run(colleague, act => commentOnRequest(act, { reference: own, body: "We looked at it." }));
  await run(colleague, act => addNote(act, { reference: own, body: "A colleague’s own note" }));
  await run(colleague, act =>
    addNote(act, { reference: served, body: `What do you think, @${name}? Or @${email}?` }),
  );
  await run(colleague, act => addCustomerNote(act, { reference: own, body: `Call ${name} on Fridays` }));
}

/** What takes a browser, a mail server or a while to come about. */
async function keepRows(
  { id: personId, email }: PersonActor,
  word: string,
  reference: string,
): Promise<void> {
  const [createdAt, expiresAt] = [new Date(), later(new Date(), days(1))];
  const someone = await actorOf(email);
  await aReply({ by: someone, name: `${word} 9`, keywords: word, body: `${word} 10` });
  await run(someone, act => createView(act, "person", { name: `${word} 11`, query: `q=${word}` }));
  const { id: requestId } = await rowOf(reference);
  const mail = { source: "imap", receivedAt: createdAt, requestId, body: "Fine.", subject: "Re: the tram" };
  const about = { fromName: word, subject: word, body: word, text: word, leftOut: [{ name: `${word}.exe` }] };
  await db().inboundMail.createMany({
    data: [
      { ...mail, ...about, key: randomUUID(), state: "let_in", from: email, senderId: personId },
      { ...mail, ...about, key: randomUUID(), state: "held", from: email, requestId: null },
      // Of somebody else, who quotes.
      {
        ...mail,
        key: randomUUID(),
        state: "let_in",
        from: "x@people.test",
        fromName: "X",
        leftOut: [],
        text: `> ${word}`,
      },
    ],
  });
  const article = await aHelpArticle();
  const read = { ...article, isAnswered: false, words: `${word} 12` };
  await run(someone, act => giveFeedback(act, read, someone.id));
  await db().emailChange.create({ data: { personId, email: `new-${email}`, createdAt, expiresAt } });
  const { id: invitedById } = await anAdmin();
  const [at, to] = [new Date(), { email, role: "agent", language: "en-GB" } as const];
  const times = { createdAt: at, sentAt: at, expiresAt: at, acceptedAt: at };
  await db().accountInvitation.create({ data: { ...to, invitedById, tokenHash: randomUUID(), ...times } });
  await db().signUp.create({
    data: { email, name: word, browserHash: "x", mailedAt: createdAt, createdAt, expiresAt },
  });
  await db().bulkRun.create({
    data: {
      ...{ personId, orderKey: randomUUID(), action: "comment", input: { body: word }, seen: 0n },
      ...{ createdAt, workedAt: createdAt, endedAt: createdAt },
    },
  });
  await db().draft.create({
    data: {
      personId,
      place: "/requests/new",
      fields: { body: word },
      answer: { body: word },
      updatedAt: createdAt,
    },
  });
  await db().person.update({
    where: { id: personId },
    data: { signature: word, usualList: `q=${word}`, habits: { follows: true } },
  });
}
