import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listGroups } from "@/lib/bell/groups";
import { countUnread, listNotices, markAllRead, markRead } from "@/lib/bell/notices";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { type Said, say as sayText } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAgent, aRequest, moveTo, run, visitOf } from "../../support/factories";
import { rowOf } from "../../support/records";

const t = translatorOf("en");
const english = ({ told }: { told: Said }) => sayText(t, told);
const say = (actor: Parameters<typeof run>[0], reference: string, body: string) =>
  run(actor, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));

const readAll = async (who: PersonActor) => {
  const { newest } = await listNotices(who);
  await run(who, act => markAllRead(act, { newest: BigInt(newest) }));
};

async function aConversation() {
  const customer = await aCustomer({ name: "Ada Okafor" });
  const reference = await aRequest({ by: customer });
  const agent = await anAgent({ name: "Tomás Reyes" });
  await run(agent, act => claimRequest(act, { reference }));
  return { customer, agent, reference };
}

describe("the bell", () => {
  it("counts what others did, in each reader's words, and never one's own acts", async () => {
    const { customer, agent, reference } = await aConversation();
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    await say(customer, reference, "The red one.");
    expect(await countUnread(customer)).toBe(1);
    expect(await countUnread(agent)).toBe(1);
    const [told] = (await listNotices(customer)).rows;
    expect(told).toMatchObject({
      isSupport: true,
      isUnread: true,
    });
    expect(told && english(told)).toBe("Tomás Reyes wrote; the request is now “Waiting for you”");
    expect(told?.href).toMatch(new RegExp(`^/requests/${reference}\\?entry=(\\d+)#entry-\\1$`));
    const [toAgent] = (await listNotices(agent)).rows;
    expect(toAgent).toMatchObject({ isSupport: false, isUnread: true });
    expect(toAgent && english(toAgent)).toMatch(/^Ada Okafor wrote/);
    expect(toAgent?.href).toContain(`/agent/requests/${reference}`);
  });

  it("never rings for internal notes, nor for what was muted but its end", async () => {
    const { customer, agent, reference } = await aConversation();
    await run(agent, act => addNote(act, { reference, body: "Careful with this one." }));
    await run(customer, act => muteRequest(act, { reference, muted: true }));
    await say(agent, reference, "Hello?");
    expect(await countUnread(customer)).toBe(0);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    expect(await countUnread(customer)).toBe(1);
    expect(JSON.stringify(await listNotices(customer))).not.toContain("Careful");
  });

  it("falls silent when the request is opened, for whoever opens it alone", async () => {
    const { customer, agent, reference } = await aConversation();
    const other = await aRequest({ by: customer });
    await say(agent, reference, "One.");
    await say(agent, other, "Two.");
    const { number } = await rowOf(reference);
    expect((await visitOf(customer, number))?.unreadCount).toBe(1);
    await markRead(agent, number);
    expect(await countUnread(customer)).toBe(2);
    await markRead(customer, number);
    expect(await countUnread(customer)).toBe(1);
    await readAll(customer);
    expect(await countUnread(customer)).toBe(0);
    expect((await listNotices(customer)).rows.map(({ isUnread }) => isUnread)).toEqual([false, false]);
  });

  it("keeps unread what came after the list was drawn, on whichever page of it all is marked as read", async () => {
    const { customer, agent, reference } = await aConversation();
    for (let count = 0; count < 30; count++) await say(agent, reference, `News ${count}`);
    const { older, newest } = await listNotices(customer);
    const next = await listNotices(customer, older ?? "");
    expect(next.newest).toBe(newest);
    await say(agent, reference, "One more thing.");
    await run(customer, act => markAllRead(act, { newest: BigInt(next.newest) }));
    expect(await countUnread(customer)).toBe(1);
    const { rows } = await listNotices(customer);
    expect(rows.find(({ isUnread }) => isUnread)?.words).toBe("One more thing.");
    expect((await listNotices(await aCustomer())).newest).toBe("0");
  });

  it("tells nothing of a request that one may no longer see", async () => {
    const { customer, agent, reference } = await aConversation();
    await say(agent, reference, "Only for those on it.");
    await db().member.deleteMany({
      where: { personId: customer.id, requestId: (await rowOf(reference)).id },
    });
    expect(await countUnread(customer)).toBe(0);
    expect((await listNotices(customer)).rows).toEqual([]);
  });

  it("gathers the newest by request, with the first words, and leads to where its reader left off", async () => {
    const { customer, agent, reference } = await aConversation();
    const other = await aRequest({ by: customer });
    await say(agent, other, "Elsewhere.");
    for (const words of ["**One**, with\n\n- marks", "Two", "Three", "Four"])
      await say(agent, reference, words);
    await say(agent, other, `Long ${"words ".repeat(200)}`);
    const [first, second, ...rest] = (await listGroups(customer)).groups;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ reference: other, isUnread: true, more: 0 });
    expect(first?.shown[0]?.words).toMatch(/^Long words .{140,155}…$/);
    expect(second).toMatchObject({ reference, isUnread: true });
    expect(second?.shown.map(({ words }) => words).slice(0, 2)).toEqual(["Four", "Three"]);
    const { rows } = await listNotices(customer);
    const ofReference = rows.filter(row => row.reference === reference);
    expect(second?.href).toBe(ofReference.at(-1)?.href);
    expect(second?.more).toBe(ofReference.length - 3);
    expect(ofReference.find(({ words }) => words.startsWith("One"))?.words).toBe("One, with - marks");
    await readAll(customer);
    const [, read] = (await listGroups(customer)).groups;
    expect(read).toMatchObject({ isUnread: false, href: ofReference[0]?.href });
  });

  it("stops counting at a hundred, and lists page by page without a gap", async () => {
    const { customer, agent, reference } = await aConversation();
    for (let count = 0; count < 60; count++) await say(agent, reference, `News ${count}`);
    const { rows, older } = await listNotices(customer);
    expect(rows).toHaveLength(25);
    const next = await listNotices(customer, older ?? "");
    const last = await listNotices(customer, next.older ?? "");
    expect([rows.length, next.rows.length, last.rows.length, last.older]).toEqual([25, 25, 10, null]);
    expect(new Set([...rows, ...next.rows, ...last.rows].map(({ id }) => id)).size).toBe(60);
    expect((await listNotices(customer, "nonsense")).rows).toHaveLength(25);
  });
});
