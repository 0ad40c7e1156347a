import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { examine } from "@/lib/doctor/promises";
import { commentOnRequest } from "@/lib/requests/comments";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { settingsInUse } from "../../support/settings";

const mark = () => `zq${randomUUID().replaceAll("-", "").replace(/\d/g, "x")}`;
const own = async (who: PersonActor, q: string) =>
  (await listRequests(who, readView(`q=${q}`))).rows.map(row => row.reference);
const ofDesk = async (who: PersonActor, q: string) =>
  (await listQueue(who, readListQuery(deskList, `q=${q}`))).rows.map(row => row.reference);
const passagesOf = (requestId: string) => db().passage.findMany({ where: { requestId } });

describe("what is searched follows what is written, past the desk's commands, too", () => {
  it("to another owner, who alone finds it then", async () => {
    const [before, after] = [await aCustomer(), await aCustomer()];
    const [inSummary, inComment] = [mark(), mark()];
    const reference = await aRequest({ by: before, summary: inSummary });
    await run(before, act => commentOnRequest(act, { reference, body: inComment }));
    const { id } = await rowOf(reference);
    await db().serviceRequest.update({
      where: { id },
      data: { requesterId: after.id },
      select: { id: true },
    });
    await db().member.updateMany({ where: { requestId: id }, data: { personId: after.id } });
    for (const words of [inSummary, inComment]) {
      expect(await own(before, words)).toEqual([]);
      expect(await own(after, words)).toEqual([reference]);
    }
    expect((await passagesOf(id)).map(({ requesterId }) => requesterId)).toEqual([after.id, after.id]);
  });

  it("out of the desk, with a comment or a whole request", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const [inSummary, inComment] = [mark(), mark()];
    const reference = await aRequest({ by: customer, summary: inSummary });
    const { id } = await rowOf(reference);
    await db().comment.create({
      data: { requestId: id, authorId: customer.id, body: inComment, createdAt: new Date() },
    });
    expect(await passagesOf(id)).toHaveLength(2);
    await db().comment.deleteMany({ where: { requestId: id, body: inComment } });
    expect(await passagesOf(id)).toHaveLength(1);
    expect(await ofDesk(agent, inComment)).toEqual([]);
    const apart = await db().serviceRequest.create({
      data: {
        ...{ requesterId: customer.id, formVersionId: (await rowOf(reference)).formVersionId },
        ...{ summary: mark(), answers: {}, submissionKey: randomUUID() },
        ...{ createdAt: new Date(), lastActivityAt: new Date(), waitingSince: new Date() },
      },
    });
    expect(await passagesOf(apart.id)).toHaveLength(1);
    await db().serviceRequest.delete({ where: { id: apart.id } });
    expect(await passagesOf(apart.id)).toEqual([]);
  });

  it("into another word, in a note or the name of a customer, and never back to the one before", async () => {
    const [customer, agent] = [await aCustomer({ name: mark() }), await anAgent()];
    const reference = await aRequest({ by: customer });
    const { id } = await rowOf(reference);
    const [before, after, renamed] = [mark(), mark(), mark()];
    await run(agent, act => addNote(act, { reference, body: before }));
    await db().note.updateMany({ where: { requestId: id }, data: { body: after } });
    await db().person.update({ where: { id: customer.id }, data: { name: renamed } });
    expect(await ofDesk(agent, before)).toEqual([]);
    expect(await ofDesk(agent, customer.name)).toEqual([]);
    expect(await ofDesk(agent, after)).toEqual([reference]);
    expect(await ofDesk(agent, renamed)).toEqual([reference]);
    // The desk still knows the word, but corrects nothing to it.
    const misspelt = `${before.slice(0, -2)}y${before.at(-1)}`;
    const { rows, correction } = await listQueue(agent, readListQuery(deskList, `q=${misspelt}`));
    expect({ rows, correction }).toEqual({ rows: [], correction: [] });
  });

  it("and the doctor says where it does not", async () => {
    const reference = await aRequest();
    const { id } = await rowOf(reference);
    const broken = async () => (await examine()).flatMap(finding => finding.broken);
    const ours = `request ${reference.replace("LDG-", "")}`;
    expect(await broken()).not.toContain(ours);
    const [passage] = await passagesOf(id);
    if (!passage) throw new Error("A request was raised without a passage.");
    await db().passage.delete({ where: { sourceId: passage.sourceId } });
    expect(await broken()).toContain(ours);
    await db().passage.create({ data: passage });
  });
});

describe("many who write the same new words at the same moment", () => {
  const clients = Array.from(
    { length: 8 },
    () => new Client({ connectionString: settingsInUse().DATABASE_URL }),
  );
  beforeAll(async () => {
    await Promise.all(clients.map(client => client.connect()));
  });
  afterAll(async () => {
    await Promise.all(clients.map(client => client.end()));
  });

  it("wait for nobody, and each is found by them", async () => {
    const customer = await aCustomer();
    const { formVersionId } = await rowOf(await aRequest({ by: customer }));
    const words = Array.from({ length: 40 }, mark);
    const raise = (client: Client, summary: string) =>
      client.query(
        `with raised as (
           insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
           values (gen_random_uuid(), $1, $2, $3, '{}', gen_random_uuid(), now(), now(), now()) returning id
         )
         insert into members ("requestId", "personId", role, "addedAt", "isOpen", "lastActivityAt")
         select id, $1, 'requester', now(), true, now() from raised`,
        [customer.id, formVersionId, summary],
      );
    // Each in a transaction that stays open until all have written all of it, in different orders.
    await Promise.all(clients.map(client => client.query("begin; set local lock_timeout = '5s'")));
    for (let turn = 0; turn < words.length; turn += 10)
      await Promise.all(
        clients.map((client, place) => {
          const from = (turn + place * 5) % words.length;
          return raise(client, [...words.slice(from), ...words.slice(0, from)].slice(0, 10).join(" "));
        }),
      );
    await Promise.all(clients.slice(1).map(client => client.query("commit")));
    await clients[0]?.query("rollback");
    for (const word of words) expect(await own(customer, word), word).not.toEqual([]);
  });
});
