import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { endLook, lastsMs, listPresent, noteLook, sweepPresences } from "@/lib/desk/presence";
import { listenForNews, type News } from "@/lib/live/feed";
import { eventually } from "../../support/eventually";
import { aCustomer, actorOf, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { laterOn } from "../../support/later-on";
import { rowOf } from "../../support/records";
import { statementsOf } from "../../support/statements";

const look = (by: PersonActor, reference: string, wishes: { lookId?: string; isWriting?: boolean } = {}) => {
  const { lookId = randomUUID(), isWriting = false } = wishes;
  return noteLook(by, { reference, lookId, isWriting }, now());
};

const seenBy = async (reader: PersonActor, ...references: string[]) =>
  (await listPresent(reader, references, now()))?.map(
    ({ name, isWriting }) => `${name} ${isWriting ? "writes" : "looks"}`,
  );

const twoAgents = async () =>
  [await anAgent({ name: "Ada Lovelace" }), await anAgent({ name: "Kim" })] as const;

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** What the desk's pages are told of who looks at this request. */
async function told(reference: string): Promise<News[]> {
  const { id } = await rowOf(reference);
  const heard: News[] = [];
  leaving.push(await listenForNews(news => "id" in news && news.id === id && heard.push(news)));
  return heard;
}

describe("agents who look at a request", () => {
  it("are seen by others who work on it, in its page and in the queue, and not by themselves", async () => {
    const [ada, kim] = await twoAgents();
    const [reference, other] = [await aRequest(), await aRequest()];
    expect(await look(ada, reference)).toEqual([]);
    const present = { reference, name: "Ada Lovelace", isWriting: false };
    expect(await look(kim, reference)).toEqual([{ ...present, forMs: expect.any(Number) }]);
    expect(await seenBy(kim, reference, other)).toEqual(["Ada Lovelace looks"]);
    expect(await seenBy(kim, other)).toEqual([]);
    expect(await seenBy(ada, reference, other)).toEqual(["Kim looks"]);
  });

  it("count by what they do in any of their windows, and stay while one of these is open", async () => {
    const [ada, kim] = await twoAgents();
    const reference = await aRequest();
    const [first, second] = [randomUUID(), randomUUID()];
    await look(ada, reference, { lookId: first, isWriting: true });
    await look(ada, reference, { lookId: second });
    expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace writes"]);
    await endLook(ada, { lookId: first });
    expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace looks"]);
    await endLook(kim, { lookId: second });
    expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace looks"]);
    await endLook(ada, { lookId: second });
    expect(await seenBy(kim, reference)).toEqual([]);
  });

  it("are gone within thirty seconds of their last sign, and known by when that is", async () => {
    const [ada, kim] = await twoAgents();
    const reference = await aRequest();
    const lookId = randomUUID();
    await look(ada, reference, { lookId, isWriting: true });
    const [present] = (await look(kim, reference)) ?? [];
    expect(present?.forMs).toBeGreaterThan(0);
    expect(present?.forMs).toBeLessThanOrEqual(lastsMs);
    await laterOn(20_000, async () => {
      expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace writes"]);
      await look(ada, reference, { lookId });
    });
    await laterOn(40_000, async () => expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace looks"]));
    await laterOn(50_000, async () => expect(await seenBy(kim, reference)).toEqual([]));
  });

  it("are announced when they come, begin to write, stop and leave, and not with each sign in between", async () => {
    const ada = await anAgent();
    const reference = await aRequest();
    const news = { about: "presence", id: (await rowOf(reference)).id };
    const heard = await told(reference);
    const lookId = randomUUID();
    const count = (times: number) => eventually(() => expect(heard).toEqual(Array(times).fill(news)));
    for (const isWriting of [false, false, true, true, false])
      await look(ada, reference, { lookId, isWriting });
    await count(3);
    await endLook(ada, { lookId });
    await endLook(ada, { lookId });
    await look(ada, reference, { lookId });
    await count(5);
    await laterOn(30_000, () => look(ada, reference, { lookId }));
    await count(6);
  });

  it("cost one statement for each sign", async () => {
    const ada = await anAgent();
    const reference = await aRequest();
    const signs = await statementsOf(() => look(ada, reference, { isWriting: true }));
    expect(signs).toHaveLength(1);
  });

  it("leave nothing behind: their next sign, or the sweep, removes what has expired", async () => {
    const [ada, kim] = await twoAgents();
    const reference = await aRequest();
    const kept = (by: PersonActor) => db().presence.count({ where: { personId: by.id } });
    await look(ada, reference);
    await look(kim, reference);
    await laterOn(30_000, async () => {
      await look(ada, reference);
      expect([await kept(ada), await kept(kim)]).toEqual([1, 1]);
      await sweepPresences(now());
      expect([await kept(ada), await kept(kim)]).toEqual([1, 0]);
    });
  });

  it("have room for thirty windows each", async () => {
    const [ada, kim] = await twoAgents();
    const reference = await aRequest();
    const lookId = randomUUID();
    await look(ada, reference, { lookId });
    for (let more = 0; more < 31; more++) await look(ada, reference);
    expect(await db().presence.count({ where: { personId: ada.id } })).toBe(30);
    await look(ada, reference, { lookId, isWriting: true });
    expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace writes"]);
  });
});

describe("who looks at a request", () => {
  it("is told to no customer, and no customer is told of: neither strangers nor those who take part", async () => {
    const [ada, kim] = await twoAgents();
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await look(ada, reference, { isWriting: true });
    for (const one of [customer, await aParticipant(reference), await aCustomer()]) {
      expect(await look(one, reference)).toBeNull();
      expect(await listPresent(one, [reference], now())).toBeNull();
    }
    expect(await seenBy(kim, reference)).toEqual(["Ada Lovelace writes"]);
  });

  it("is neither told to an agent who takes part as a customer, nor told of them", async () => {
    const [ada, kim] = await twoAgents();
    const [own, joined] = [await aRequest({ by: ada }), await aRequest()];
    await aParticipant(joined, ada);
    for (const reference of [own, joined]) {
      await look(kim, reference);
      expect(await look(ada, reference)).toBeNull();
      expect(await seenBy(ada, reference)).toEqual([]);
      expect(await seenBy(kim, reference)).toEqual([]);
    }
  });

  it("leaves out whoever came to take part, lost the role or was suspended since", async () => {
    const reader = await anAgent();
    const reference = await aRequest();
    const [joining, losing, suspended] = [await anAgent(), await anAgent(), await anAgent()];
    for (const one of [joining, losing, suspended]) await look(one, reference);
    expect(await seenBy(reader, reference)).toHaveLength(3);
    await aParticipant(reference, joining);
    await db().person.update({ where: { id: losing.id }, data: { role: "customer" } });
    await run(operator, act => suspendPerson(act, suspended.email));
    expect(await seenBy(reader, reference)).toEqual([]);
    expect(await look(await actorOf(losing.email), reference)).toBeNull();
  });

  it("does not exist for what is no request", async () => {
    const ada = await anAgent();
    for (const reference of ["LDG-999999999", "nonsense"]) expect(await look(ada, reference)).toBeNull();
    expect(await seenBy(ada, "LDG-999999999", "", "nonsense")).toEqual([]);
  });
});
