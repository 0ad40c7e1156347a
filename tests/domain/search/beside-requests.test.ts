import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { addNote } from "@/lib/desk/notes";
import { examine } from "@/lib/doctor/promises";
import { weedVocabulary } from "@/lib/erasures/vocabulary";
import { commentOnRequest } from "@/lib/requests/comments";
import { setPrivacy } from "@/lib/requests/privacy";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { ourList, readView } from "@/lib/search/own-list";
import { listQueue, peekQueue } from "@/lib/search/queue";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { anOrganisation } from "../../support/organisations";
import { aTeam } from "../../support/teams";

const mark = () => `zq${randomUUID().replaceAll("-", "").replace(/\d/g, "x")}`;
const search = async (who: PersonActor, q: string) =>
  (await listQueue(who, readListQuery(deskList, `status=all&q=${q}`))).rows;
const found = async (who: PersonActor, q: string) => (await search(who, q)).map(row => row.reference);
const snippetOf = async (who: PersonActor, q: string) => {
  const [row] = await search(who, q);
  return (
    row?.snippet && { from: row.snippet.from, text: row.snippet.stretches.map(({ text }) => text).join("") }
  );
};

let agent: PersonActor;
let customer: PersonActor;
let reference: string;

beforeEach(async () => {
  [agent, customer] = [await anAgent(), await aCustomer()];
  reference = await aRequest({ by: customer });
});

async function send(by: PersonActor, name: string, as: "comment" | "note", on = reference): Promise<void> {
  const place = as === "comment" ? `/agent/requests/${on}#comment` : `/agent/requests/${on}#note`;
  const { id } = await anUnsentFile(by, { name, place });
  const input = { reference: on, body: "See the file.", files: [id] };
  if (as === "comment") await run(by, act => commentOnRequest(act, input));
  else await run(by, act => addNote(act, input));
}

const know = (body: string, on = reference) =>
  run(agent, act => addCustomerNote(act, { reference: on, body }));

describe("an agent finds a request by", () => {
  it("the name of a file of a comment, or of an internal note, and is shown it", async () => {
    const [ofComment, ofNote] = [mark(), mark()];
    await send(agent, `${ofComment}-invoice.txt`, "comment");
    await send(agent, `${ofNote}-log.txt`, "note");
    expect(await found(agent, ofComment)).toEqual([reference]);
    expect(await found(agent, `${ofNote.slice(3, -3)}`)).toEqual([reference]);
    expect(await snippetOf(agent, ofNote)).toEqual({ from: "file", text: `${ofNote}-log.txt` });
    expect(await peekQueue(agent, readListQuery(deskList, `q=${ofComment}`))).toMatchObject([{ reference }]);
  });

  it("what is known of its customer, with all of their requests, until that is removed", async () => {
    const other = await aRequest({ by: customer });
    const word = mark();
    await know(`Their deputy is ${word}`);
    expect((await found(agent, word)).toSorted()).toEqual([reference, other].toSorted());
    expect(await snippetOf(agent, word)).toEqual({ from: "customer_note", text: `Their deputy is ${word}` });
    await db().customerNote.deleteMany({ where: { personId: customer.id } });
    expect(await found(agent, word)).toEqual([]);
  });

  it("no file that is still beside a form", async () => {
    const word = mark();
    await anUnsentFile(agent, { name: `${word}.txt`, place: `/agent/requests/${reference}#comment` });
    expect(await found(agent, word)).toEqual([]);
    expect(await db().$queryRaw`select word from vocabulary where word = ${word}`).toEqual([]);
  });

  it("words that are still said, once the others are forgotten", async () => {
    const [ofFile, ofCustomer, gone] = [mark(), mark(), mark()];
    await send(agent, `${ofFile}.txt`, "note");
    await know(ofCustomer);
    await know(gone);
    await db().customerNote.deleteMany({ where: { body: gone } });
    await weedVocabulary();
    const known = await db().$queryRaw<{ word: string }[]>`
      select word from vocabulary where word in (${ofFile}, ${ofCustomer}, ${gone})`;
    expect(known.map(({ word }) => word).toSorted()).toEqual([ofFile, ofCustomer].toSorted());
    expect(await found(agent, ofFile)).toEqual([reference]);
  });
});

describe("the name of a file that everybody on a request sees is found", () => {
  const rowsFor = async (who: PersonActor, q: string) =>
    (await listRequests(who, readView(`show=all&q=${q}`))).rows;
  const foundBy = async (who: PersonActor, q: string) => (await rowsFor(who, q)).map(row => row.reference);
  const managed = async (who: PersonActor, organisation: string, q: string) => {
    const [list, scope] = [ourList(organisation), ourScope(who, organisation)];
    const { rows } = await listRequests(who, readListQuery(list, `show=all&q=${q}`), { list, scope });
    return rows.map(row => row.reference);
  };

  it("by its customer, who is shown it, a participant and a manager, and by nobody else", async () => {
    const [manager, member] = [await aCustomer(), await aCustomer()];
    const organisation = await anOrganisation({ managers: [manager], members: [member] });
    const ours = await aRequest({ by: member, organisation });
    const participant = await aParticipant(ours);
    const word = mark();
    await send(agent, `${word}-invoice.pdf.txt`, "comment", ours);
    for (const q of [word, word.slice(3, -3), `"${word}-invoice"`]) {
      for (const who of [member, participant]) expect(await foundBy(who, q), q).toEqual([ours]);
      expect(await managed(manager, organisation, q), q).toEqual([ours]);
      for (const who of [customer, manager]) expect(await foundBy(who, q), q).toEqual([]);
    }
    const [row] = await rowsFor(member, word);
    expect(row?.snippet).toMatchObject({ from: "file" });
    await run(member, act => setPrivacy(act, { reference: ours, isPrivate: true }));
    expect(await managed(manager, organisation, word)).toEqual([]);
    expect(await foundBy(member, word)).toEqual([ours]);
  });

  it("as it is called now, while it is there, and no more once it belongs to a note", async () => {
    const [before, now] = [mark(), mark()];
    await send(customer, `${before}.txt`, "comment");
    expect(await foundBy(customer, before)).toEqual([reference]);
    const { id, commentId } = await db().file.findFirstOrThrow({ where: { name: `${before}.txt` } });
    await db().file.update({ where: { id }, data: { name: `${now}.txt` }, select: { id: true } });
    expect(await foundBy(customer, before)).toEqual([]);
    expect(await foundBy(customer, now)).toEqual([reference]);
    await send(agent, "log.txt", "note");
    const { noteId } = await db().file.findFirstOrThrow({
      where: { noteId: { not: null }, name: "log.txt" },
    });
    const move = (to: object) => db().file.update({ where: { id }, data: to, select: { id: true } });
    await move({ commentId: null, noteId });
    expect(await foundBy(customer, now)).toEqual([]);
    expect(await found(agent, now)).toEqual([reference]);
    await move({ commentId, noteId: null });
    expect(await foundBy(customer, now)).toEqual([reference]);
    await db().file.delete({ where: { id } });
    expect(await foundBy(customer, now)).toEqual([]);
    const kept = (await examine()).find(({ promise }) => promise.startsWith("Of files"));
    expect(kept?.broken).toEqual([]);
  });
});

describe("what only the desk may read is found", () => {
  it("by no agent who does not see the request", async () => {
    const [ofFile, ofCustomer] = [mark(), mark()];
    await send(agent, `${ofFile}.txt`, "note");
    await know(ofCustomer);
    const narrow: PersonActor = { ...(await anAgent()), seesDesk: false };
    for (const word of [ofFile, ofCustomer]) {
      expect(await found(narrow, word)).toEqual([]);
      expect(
        (await listQueue(narrow, readListQuery(deskList, `q=${word.slice(0, -1)}y`))).correction,
      ).toEqual([]);
    }
    await aTeam({ members: [narrow] });
    const { teamId } = await db().teamMember.findFirstOrThrow({ where: { personId: narrow.id } });
    const number = Number(reference.replace(/\D/g, ""));
    await db().serviceRequest.updateMany({ where: { number }, data: { teamId } });
    for (const word of [ofFile, ofCustomer]) expect(await found(narrow, word)).toEqual([reference]);
  });

  it("by no customer: neither who raised it, nor who takes part, nor who manages the organisation", async () => {
    const [manager, member] = [await aCustomer(), await aCustomer()];
    const organisation = await anOrganisation({ managers: [manager], members: [member] });
    const ours = await aRequest({ by: member, organisation });
    const participant = await aParticipant(ours);
    const [ofFile, ofCustomer] = [mark(), mark()];
    await send(agent, `${ofFile}.txt`, "note", ours);
    await know(ofCustomer, ours);
    const list = ourList(organisation);
    for (const word of [ofFile, ofCustomer, ofFile.slice(2, 9)]) {
      for (const who of [member, participant])
        expect((await listRequests(who, readView(`show=all&q=${word}`))).rows).toEqual([]);
      const seen = await listRequests(manager, readListQuery(list, `show=all&q=${word}`), {
        list,
        scope: ourScope(manager, organisation),
      });
      expect(seen.rows).toEqual([]);
    }
  });

  it("by no agent who raised the request, though a colleague finds it by its notes", async () => {
    const own = await aRequest({ by: agent });
    const colleague = await anAgent();
    const [ofFile, ofNote, ofCustomer, ofBoth] = [mark(), mark(), mark(), mark()];
    await send(colleague, `${ofFile}.txt`, "note", own);
    await run(colleague, act => addNote(act, { reference: own, body: `${ofNote} ${ofBoth}` }));
    await run(colleague, act => addCustomerNote(act, { reference: own, body: ofCustomer }));
    await run(colleague, act => commentOnRequest(act, { reference: own, body: `Now about ${ofBoth}` }));
    for (const word of [ofFile, ofNote, ofCustomer]) {
      expect(await found(agent, word)).toEqual([]);
      expect(await found(colleague, word)).toEqual([own]);
    }
    expect(await snippetOf(agent, ofBoth)).toEqual({ from: "comment", text: `Now about ${ofBoth}` });
  });
});
