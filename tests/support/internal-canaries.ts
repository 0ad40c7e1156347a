import { randomBytes } from "node:crypto";
import { keepDueReply } from "@/lib/actions/due-replies";
import type { PersonActor } from "@/lib/actor";
import { days, later, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { handOverRequest } from "@/lib/desk/handover";
import { linkRequest } from "@/lib/desk/linking";
import { addNote } from "@/lib/desk/notes";
import { noteLook } from "@/lib/desk/presence";
import { setPriority } from "@/lib/desk/priority";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagByName } from "@/lib/desk/tagging";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { createView } from "@/lib/saved-views/change";
import { correctAsAgent } from "./agents-questions";
import { anOrder, carryOut } from "./bulk-runs";
import { aReply } from "./canned-replies";
import { anAdmin, anAgent, anInvitation, aRequest, run } from "./factories";
import { anUnsentFile } from "./files";
import { keepMails, keepRows } from "./internal-rows";
import { aTeam } from "./teams";

/** A word after this one stands in each column that `internalColumns` says it of. */
export const canary = "Kestrel";

type Wishes = { reference: string; organisation: string; colleague: PersonActor };

/**
 * All that agents, admins and others keep about a request and beside it; each column has a word of its own.
 * @param wishes.colleague belongs to the same organisation and keeps a request from its managers
 */
export async function plantCanaries({ reference, organisation, colleague }: Wishes) {
  const email = "kestrelpersonemail@people.test";
  const kestrel = await anAgent({ name: `${canary}PersonName`, email });
  const team = await aTeam({ name: `${canary}TeamName`, members: [kestrel] });
  await keepOwn(kestrel, team);
  const other = await raiseInPrivate(colleague, organisation);
  await annotate(kestrel, { reference, other });
  const runId = await carryOutFor(kestrel, reference);
  await run(kestrel, act => handOverRequest(act, { reference, from: null, to: team }));
  await run(kestrel, act => snoozeRequest(act, { reference, until: later(now(), days(1)) }));
  await write(kestrel, reference);
  const mailId = await keepMails(kestrel, reference);
  await keepRows(kestrel);
  return { kestrel, team, other, runId, mailId };
}

async function keepOwn(kestrel: PersonActor, team: string): Promise<void> {
  const words = { keywords: `${canary}ReplyKeywords`, body: `${canary}CannedTextBody` };
  for (const owner of [{ by: kestrel }, { team }, {}])
    await aReply({ ...owner, ...words, name: `${canary}ReplyName` });
  const view = { name: `${canary}ViewName`, query: `q=${canary}ViewQuery` };
  await run(kestrel, act => createView(act, "person", view));
  await run(await anAdmin(), act => createView(act, "desk", view));
}

async function raiseInPrivate(by: PersonActor, organisation: string): Promise<string> {
  const answers = { details: `${canary}RequestAnswers` };
  const words = { summary: `${canary}RequestSummary`, answers };
  const reference = await aRequest({ by, ...words, organisation, isPrivate: true });
  await run(by, act => commentOnRequest(act, { reference, body: `${canary}EarlierWordsBody` }));
  const { id: commentId } = await db().comment.findFirstOrThrow({ where: { authorId: by.id } });
  await run(by, act => editComment(act, { reference, commentId, seen: 0, body: `${canary}CommentBody` }));
  await anInvitation(reference, "kestrelinvitation@people.test", { by });
  return reference;
}

async function annotate(
  kestrel: PersonActor,
  { reference, other }: { reference: string; other: string },
): Promise<void> {
  const { name } = kestrel;
  const colleague = await anAgent();
  const { id: file } = await anUnsentFile(colleague, {
    ...{ name: `${canary}FileName.txt`, content: Buffer.from(`${canary}FileContent`) },
    place: `/agent/requests/${reference}#answer`,
  });
  const note = { reference, body: `@${name} ${canary}NoteBody only for us`, files: [file] };
  await run(colleague, act => addNote(act, note));
  await run(kestrel, act => addCustomerNote(act, { reference, body: `${canary}CustomerNote` }));
  await correctAsAgent(kestrel, reference, { answers: { kestrel_number: `${canary}Answer 1` } });
  await correctAsAgent(kestrel, reference, { answers: { kestrel_number: `${canary}Answer 2` } });
  await run(kestrel, act => tagByName(act, { reference, name: `${canary}TagName`, isNew: true }));
  await run(kestrel, act => setPriority(act, { reference, to: "urgent" }));
  await run(kestrel, act => linkRequest(act, { reference, other, kind: "duplicate" }));
  const look = { reference, lookId: randomBytes(16).toString("hex"), isWriting: true };
  await noteLook(kestrel, look, now());
}

async function carryOutFor(kestrel: PersonActor, reference: string): Promise<string> {
  const runId = await anOrder(kestrel, "note", [reference], { body: `${canary}RunInput` });
  await carryOut(runId);
  await db().bulkItem.updateMany({ where: { runId }, data: { params: { name: `${canary}ItemParams` } } });
  return runId;
}

/** What an agent has not sent yet. */
async function write(kestrel: PersonActor, reference: string): Promise<void> {
  const body = `${canary}DraftAnswer`;
  const reply = { reference, version: 1, mode: "reply", body } as const;
  await run(kestrel, act => keepDueReply(act, reply, { body }), later(now(), days(30)));
  await anUnsentFile(kestrel, {
    ...{ name: `${canary}Unsent.txt`, place: `/agent/requests/${reference}#${canary.toLowerCase()}-place` },
    field: "answers.kestrel_file",
  });
}
