import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { giveMailBack, mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { operator, type PersonActor } from "@/lib/actor";
import { minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/notifications/deliver";
import { securityKinds } from "@/lib/notifications/kinds";
import { reviveDeliveries } from "@/lib/notifications/worker";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { laterOn } from "../support/later-on";
import { aNetwork, password } from "../support/log-in";
import { ownLimits, setSettings } from "../support/settings";
import { answerWishes } from "../support/wishes";

setSettings({ ...ownLimits, MAIL_CAP_PER_ADDRESS: "5" });

beforeEach(() => db().rateLimit.deleteMany());

const aStranger = () => `stranger-${randomUUID()}@people.test`;

async function signUp(email: string, network: string) {
  const prepared = await prepareSignUp({ name: "Vera Lind", email, password }, network);
  const proof = await run(operator, act => askForAccount(act, prepared));
  await answerWishes();
  return proof;
}

describe("forty sign-ups of strangers' addresses from one network", () => {
  it("send twenty mails, and are all answered alike", async () => {
    const network = aNetwork();
    const addresses = Array.from({ length: 40 }, aStranger);
    for (const email of addresses)
      expect(Object.keys(await signUp(email, network))).toEqual(["id", "secret"]);
    expect(await db().delivery.count({ where: { to: { in: addresses } } })).toBe(20);
    const neighbour = aStranger();
    await signUp(neighbour, aNetwork());
    expect(await db().delivery.count({ where: { to: neighbour } })).toBe(1);
  });
});

describe("wishes for mail", () => {
  it("of one network are twenty an hour, but two hundred people of an office who confirm theirs get one each", async () => {
    const [bomber, office] = [aNetwork(), aNetwork()];
    const wish = (network: string) => mayMail("sign-up", aStranger(), network);
    for (let count = 0; count < 20; count++) expect(await wish(bomber)).toBe(true);
    expect(await wish(bomber)).toBe(false);
    for (let count = 0; count < 200; count++) {
      expect(await wish(office)).toBe(true);
      await giveMailBack(office);
    }
    expect(await laterOn(minutes(61), () => wish(bomber))).toBe(true);
  });

  it("given back more often than they were spent leave no more than twenty", async () => {
    const network = aNetwork();
    for (let count = 0; count < 5; count++) await giveMailBack(network);
    const ends: boolean[] = [];
    for (let count = 0; count < 25; count++) ends.push(await mayMail("password", aStranger(), network));
    expect(ends.filter(Boolean)).toHaveLength(20);
  });

  it("to one address are five in twenty minutes of each kind, however many networks they come from", async () => {
    const email = aStranger();
    for (let count = 0; count < 5; count++) expect(await mayMail("password", email, aNetwork())).toBe(true);
    expect(await mayMail("password", email, aNetwork())).toBe(false);
    expect(await mayMail("log-in link", email, aNetwork())).toBe(true);
  });

  it("to strangers are three hundred an hour in all, and leave those to people who have an account alone", async () => {
    const ends = await Promise.all(
      Array.from({ length: 310 }, () => mayMail("sign-up", aStranger(), aNetwork())),
    );
    expect(ends.filter(Boolean)).toHaveLength(300);
    expect(await mayMail("password", aStranger(), aNetwork())).toBe(true);
  });
});

describe("somebody who asks for links in another's name", () => {
  it("takes no working link from them", async () => {
    const owner = await aCustomer({ password });
    const network = aNetwork();
    for (let count = 0; count < 8; count++)
      if (await mayMail("password", owner.email, network))
        await run(operator, act => askForPasswordLink(act, owner.email));
    await answerWishes();
    expect(await db().delivery.count({ where: { to: owner.email, kind: "set_password" } })).toBe(5);
    expect(await db().passwordLink.count({ where: { personId: owner.id, usedAt: null } })).toBeGreaterThan(0);
  });
});

describe("a customer whose comments fill the mailbox of others", () => {
  const say = (by: PersonActor, reference: string) =>
    run(by, act => commentOnRequest(act, { reference, body: `Once more ${randomUUID()}` }));

  /** Delivers all that waits for an address; returns the states in order. */
  async function deliverAll(to: string, at = new Date()) {
    const where = { to, state: { in: ["pending" as const, "held" as const] } };
    const waiting = await db().delivery.findMany({ where, orderBy: { id: "asc" }, select: { id: true } });
    for (const { id } of waiting) await deliver(id, at);
    return db().delivery.findMany({
      where: { to },
      orderBy: { id: "asc" },
      select: { id: true, kind: true, state: true, heldUntil: true, attempts: true },
    });
  }

  async function aFloodedAddress() {
    const victim = await aCustomer({ password });
    const reference = await aRequest();
    await aParticipant(reference, victim);
    await deliverAll(victim.email);
    await db().delivery.deleteMany({ where: { to: victim.email } });
    const noisy = await aParticipant(reference);
    for (let count = 0; count < 8; count++) await say(noisy, reference);
    const states = await deliverAll(victim.email);
    return { victim, reference, noisy, states };
  }

  it("fills only a share of it: the mails of everybody else go on", async () => {
    const { victim, reference, states } = await aFloodedAddress();
    expect(states.map(({ state }) => state)).toEqual([...Array(5).fill("sent"), ...Array(3).fill("held")]);
    await say(await anAgent(), reference);
    expect((await deliverAll(victim.email)).at(-1)).toMatchObject({ kind: "comment_posted", state: "sent" });
  });

  it("keeps no mail about an account from its owner, and such mails take no place from others", async () => {
    const { victim } = await aFloodedAddress();
    for (let count = 0; count < 6; count++) await run(operator, act => askForPasswordLink(act, victim.email));
    await answerWishes();
    const links = (await deliverAll(victim.email)).filter(({ kind }) => securityKinds.has(kind));
    expect(links.map(({ state }) => state)).toEqual(Array(6).fill("sent"));
    await aRequest({ by: victim });
    expect((await deliverAll(victim.email)).at(-1)).toMatchObject({
      kind: "request_received",
      state: "sent",
    });
  });

  it("delays what is over, which leaves by itself when the hour is over, without costing it a try", async () => {
    const { victim, states } = await aFloodedAddress();
    const held = states.filter(({ state }) => state === "held");
    for (const { heldUntil, attempts } of held) {
      const wait = (heldUntil?.getTime() ?? 0) - Date.now();
      expect(wait).toBeGreaterThan(minutes(50));
      expect(wait).toBeLessThanOrEqual(minutes(60) + 1);
      expect(attempts).toBe(0);
    }
    await deliverAll(victim.email, new Date(Date.now() + minutes(30)));
    expect(await db().delivery.count({ where: { to: victim.email, state: "held" } })).toBe(3);
    await laterOn(minutes(61), () => deliverAll(victim.email, new Date()));
    expect(await db().delivery.count({ where: { to: victim.email, state: "sent" } })).toBe(8);
  });

  it("leaves no mail behind whose job was lost while it was held", async () => {
    const { states } = await aFloodedAddress();
    const held = states.find(({ state }) => state === "held");
    const jobs = () => db().$queryRaw`select 1 from graphile_worker.jobs where key = ${held?.id ?? ""}`;
    await db().$queryRaw`select id::text from graphile_worker.remove_job(${held?.id ?? ""})`;
    await reviveDeliveries(new Date());
    expect(await jobs()).toHaveLength(0);
    await reviveDeliveries(new Date(Date.now() + minutes(65)));
    expect(await jobs()).toHaveLength(1);
  });
});
