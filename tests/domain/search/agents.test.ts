import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

let agent: PersonActor;
let customer: PersonActor;
let reference: string;
let closed: string;
const mark = () => `zq${randomUUID().replaceAll("-", "")}`;
const [inSummary, inAnswer, inComment, inNote, name] = [mark(), mark(), mark(), mark(), mark()];
const local = `local-${randomUUID().slice(0, 8)}`;

const search = (q: string, query = "", who = agent) =>
  listQueue(who, readListQuery(deskList, `${query}&${new URLSearchParams({ q })}`));
const found = async (q: string, query = "") => (await search(q, query)).rows.map(row => row.reference);
const textOf = (stretches: { text: string }[] = []) => stretches.map(({ text }) => text).join("");

beforeAll(async () => {
  agent = await anAgent();
  customer = await aCustomer({ name: `Ünal ${name}`, email: `${local}@people.test` });
  reference = await aRequest({
    by: customer,
    summary: `The ${inSummary}`,
    answers: { details: `It is ${inAnswer}.` },
  });
  closed = await aRequestIn("closed", { by: customer, summary: `Over: ${inSummary}` });
  await run(customer, act => commentOnRequest(act, { reference, body: `And ${inComment}.` }));
  await run(agent, act => addNote(act, { reference, body: `They mean **${inNote}**, I think.` }));
});

describe("agents find any request of the desk by", () => {
  it.each([
    ["a word of its summary", () => inSummary, () => [closed, reference]],
    ["a word of an answer", () => inAnswer, () => [reference]],
    ["a word of a comment", () => inComment, () => [reference]],
    ["a word of an internal note", () => inNote, () => [reference]],
    ["the name of its customer", () => `unal ${name}`, () => [closed, reference]],
    ["the address of its customer", () => `${local}@people.test`, () => [closed, reference]],
    ["words of which each is somewhere else", () => `${inNote} ${inSummary} ${name}`, () => [reference]],
  ])("%s", async (_, words, expected) => {
    expect((await found(words())).toSorted()).toEqual(expected().toSorted());
  });

  it("its reference, in any spelling and status, on top of what mentions it", async () => {
    const number = closed.replace("LDG-", "");
    const mentions = await aRequest({ summary: `As in ${closed}, once more` });
    expect(await found(`OLD-${number}`)).toEqual([closed]);
    for (const words of [closed, closed.toLowerCase(), number])
      expect((await found(words)).slice(0, 2)).toEqual([closed, mentions]);
    expect(await found(`${closed} ${inSummary}`)).toEqual([closed]);
    expect(await found(closed, "status=open")).toEqual([mentions]);
  });

  it("misspelt words, also of a customer's name or a note", async () => {
    const shorter = await aCustomer({ name: "Quirinius Halvorsen" });
    const one = await aRequest({ by: shorter, summary: "Bookcase" });
    await run(agent, act => addNote(act, { reference: one, body: "Dendrochronology" }));
    for (const [typed, meant] of [
      ["halvorsne", "halvorsen"],
      ["dendrochronolgy", "dendrochronology"],
    ] as const)
      expect(await search(typed)).toMatchObject({
        rows: [{ reference: one }],
        correction: [{ typed, meant }],
      });
  });
});

describe("what agents find", () => {
  it("is narrowed by the filters and put in the order that are set", async () => {
    expect(await found(inSummary, "status=open")).toEqual([reference]);
    expect(await found(inSummary, "status=closed")).toEqual([closed]);
    expect(await found(inSummary, "assigned=me")).toEqual([]);
    expect(await found(inSummary, "sort=reference.asc")).toEqual([reference, closed]);
    expect(await found(inSummary, "sort=reference.desc")).toEqual([closed, reference]);
  });

  it("says where the words are", async () => {
    const snippetFor = async (words: string) => (await search(words)).rows[0]?.snippet;
    const inside = await snippetFor(inNote);
    expect(inside?.from).toBe("note");
    expect(textOf(inside?.stretches)).toBe(`They mean ${inNote}, I think.`);
    const whose = await snippetFor(local);
    expect(whose?.from).toBe("customer");
    expect(textOf(whose?.stretches)).toContain(`${local}@people.test`);
  });
});

describe("what agents search", () => {
  it("does not exist for customers", async () => {
    await expectRefusal(search(inSummary, "", customer), "not_found");
  });

  it("is not searched in a list of one's own: neither notes nor the customer's address, and no other requests", async () => {
    const own = async (who: PersonActor, q: string) =>
      (await listRequests(who, readView(new URLSearchParams({ q, show: "all" }).toString()))).rows;
    for (const words of [inNote, local, name]) {
      expect(await own(customer, words)).toEqual([]);
      expect(await own(agent, words)).toEqual([]);
    }
    expect(await own(customer, inSummary)).toHaveLength(2);
    expect(await own(agent, inSummary)).toEqual([]);
    const { rows } = await listRequests(customer, readView(`q=${inAnswer}`));
    expect(JSON.stringify(rows)).not.toContain(inNote);
  });
});
