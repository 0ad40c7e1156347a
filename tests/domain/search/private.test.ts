import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { correctRequest } from "@/lib/requests/correct";
import { exportRequests } from "@/lib/search/export";
import { listRequests } from "@/lib/search/list";
import { readMyTypes } from "@/lib/search/own";
import { readView } from "@/lib/search/own-list";
import { aCustomer, anAgent, aRequest, countsOf, run } from "../../support/factories";
import { rowOf } from "../../support/records";

const nothing = {
  rows: [],
  next: null,
  correction: [],
  limit: null,
  hasStopped: false,
  isGivenUp: false,
  words: expect.any(String),
};

const everything = async (who: PersonActor, q = "") => {
  const view = readView(new URLSearchParams({ q, show: "all" }).toString());
  return {
    list: await listRequests(who, view),
    csv: await new Response(await exportRequests(translatorOf("en"), who, view)).text(),
    counts: await countsOf(who),
    types: await readMyTypes(who),
  };
};

/** What sharing comes to: this person is a participant now. */
async function join(reference: string, person: PersonActor): Promise<void> {
  const { id, isOpen, lastActivityAt } = await rowOf(reference);
  await db().member.create({
    data: {
      requestId: id,
      personId: person.id,
      role: "participant",
      addedAt: new Date(),
      isOpen,
      lastActivityAt,
    },
  });
}

async function leave(reference: string, person: PersonActor): Promise<void> {
  const { id: requestId } = await rowOf(reference);
  await db().member.delete({ where: { requestId_personId: { requestId, personId: person.id } } });
}

describe("an internal note", () => {
  it("is never found, nor counted, nor in a snippet, nor exported, by the customer and by the agent who wrote it", async () => {
    const customer = await aCustomer();
    const agent = await anAgent();
    const reference = await aRequest({ by: customer });
    await join(reference, agent);
    const canary = `zq${randomUUID().replaceAll("-", "")}`;
    const before = [await everything(customer), await everything(agent)];
    await run(agent, act => addNote(act, { reference, body: `Secret ${canary} words` }));
    expect([await everything(customer), await everything(agent)]).toEqual(before);
    for (const who of [customer, agent])
      for (const words of [canary, canary.slice(0, 10), `${canary.slice(0, -1)}x`]) {
        const { list, csv } = await everything(who, words);
        expect(list).toEqual(nothing);
        expect(csv.trim().split("\n")).toHaveLength(1);
      }
    // The same words in a comment are found.
    await run(agent, act => commentOnRequest(act, { reference, body: canary }));
    expect((await everything(customer, canary)).list.rows).toHaveLength(1);
  });
});

describe("somebody else's request", () => {
  it("is never found, nor does it lend its words for a correction", async () => {
    const mark = `kolibri${randomUUID().slice(0, 4)}`;
    const reference = await aRequest({ summary: `The ${mark}` });
    const stranger = await aCustomer();
    await aRequest({ by: stranger, summary: "Something else" });
    for (const words of [mark, `${mark.slice(0, -1)}0`, reference, reference.replace("LDG-", "")])
      expect((await everything(stranger, words)).list).toEqual(nothing);
  });

  it("is not even for an agent in a list of their own", async () => {
    const reference = await aRequest();
    expect((await everything(await anAgent(), reference)).list.rows).toEqual([]);
  });

  it("is found while it is shared, told apart, and no longer afterwards", async () => {
    const friend = await aCustomer();
    const own = await aRequest({ by: friend, summary: "A heron of my own" });
    const shared = await aRequest({ summary: "A heron by the pond" });
    const of = async (whose: string) =>
      (await listRequests(friend, readView(`q=heron&whose=${whose}`))).rows
        .map(row => row.reference)
        .toSorted();
    expect(await of("both")).toEqual([own]);
    await join(shared, friend);
    expect(await of("both")).toEqual([own, shared].toSorted());
    expect(await of("mine")).toEqual([own]);
    expect(await of("shared")).toEqual([shared]);
    await leave(shared, friend);
    expect(await of("both")).toEqual([own]);
    const { csv, counts } = await everything(friend);
    expect(csv).not.toContain(shared);
    expect(counts).toEqual({ open: 1, waiting: 0 });
  });
});

describe("what a request is found by keeps up", () => {
  it("with corrected summaries and answers, and with edited comments", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({
      by: customer,
      summary: "A walrus",
      answers: { details: "On the ice." },
    });
    await run(customer, act => commentOnRequest(act, { reference, body: "It sleeps." }));
    const { id } = await rowOf(reference);
    const finds = async (q: string) => (await everything(customer, q)).list.rows.length === 1;
    expect([await finds("walrus"), await finds("ice"), await finds("sleeps")]).toEqual([true, true, true]);
    const { formVersionId, edition } = await rowOf(reference);
    await run(customer, act =>
      correctRequest(act, {
        reference,
        formVersionId,
        edition,
        summary: "A dolphin",
        answers: { details: "In the bay." },
      }),
    );
    await db().comment.updateMany({ where: { requestId: id }, data: { body: "It dances." } });
    expect([await finds("walrus"), await finds("ice"), await finds("sleeps")]).toEqual([false, false, false]);
    expect([await finds("dolphin"), await finds("bay"), await finds("dances")]).toEqual([true, true, true]);
  });

  it("even where a comment is as long as it may be, and all of its words differ", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const body = Array.from({ length: 3_300 }, (_, place) => `ж${place.toString(36)}ё`)
      .join(" ")
      .slice(0, 20_000);
    await run(customer, act => commentOnRequest(act, { reference, body }));
    expect((await everything(customer, body.split(" ").at(-2))).list.rows).toHaveLength(1);
  });
});
