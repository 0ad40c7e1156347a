import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { markRead } from "@/lib/bell/notices";
import { days, later, now } from "@/lib/clock";
import { claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { addNote } from "@/lib/desk/notes";
import { setPriority } from "@/lib/desk/priority";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagByName } from "@/lib/desk/tagging";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { numberOf } from "@/lib/requests/reference";
import { deskList } from "@/lib/search/desk-list";
import { exportQueue } from "@/lib/search/export";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { placeInQueue } from "@/lib/search/placed";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { aTeam } from "../../support/teams";

const rowOf = async (agent: PersonActor, query = "assigned=me") =>
  (await listQueue(agent, readListQuery(deskList, query))).rows[0];
const say = (by: PersonActor, reference: string, body: string) =>
  run(by, act => commentOnRequest(act, { reference, body }));

describe("a row of the queue", () => {
  it("begins with what the customer said last, in plain words, whatever support has said since", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const reference = await aRequest({ by: customer, answers: { details: "It **burns** in\n\nroom 7." } });
    await run(agent, act => claimRequest(act, { reference }));
    expect((await rowOf(agent))?.lastWords).toBe("It burns in room 7.");
    await say(customer, reference, `Now it _smokes_, ${"and smokes ".repeat(40)}`);
    await say(agent, reference, "Please leave the room.");
    await run(agent, act => addNote(act, { reference, body: "They are still inside." }));
    const words = (await rowOf(agent))?.lastWords ?? "";
    expect(words).toMatch(/^Now it smokes, and smokes .* …$/);
    expect(words.length).toBeLessThan(125);
    const searched = await rowOf(agent, "assigned=me&status=all&q=burns");
    expect(searched?.lastWords).toBeNull();
  });

  it("is unread for the agent who was told of something until they have read it", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => claimRequest(act, { reference }));
    const read = (by: PersonActor) => markRead(by, numberOf(reference) ?? 0);
    const isUnread = async (by = agent) => (await rowOf(by, `assigned=${agent.id}`))?.isUnread;
    await read(agent);
    expect(await isUnread()).toBe(false);
    await say(customer, reference, "Hello?");
    expect(await isUnread()).toBe(true);
    await read(agent);
    expect(await isUnread()).toBe(false);
    expect(await isUnread(await anAgent())).toBe(false);
  });

  it("says nothing of priority, tags, team and snooze to an agent who takes part in the request as a customer", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const reference = await aRequest({ by: await aCustomer() });
    await run(agent, act => claimRequest(act, { reference }));
    await run(agent, act => setPriority(act, { reference, to: "urgent" }));
    await run(agent, act => tagByName(act, { reference, name: "Kestrel of rows", isNew: true }));
    const team = await aTeam({ members: [agent] });
    await run(agent, act => handOverRequest(act, { reference, from: null, to: team }));
    await run(agent, act => snoozeRequest(act, { reference, until: later(now(), days(1)) }));
    const query = `assigned=${agent.id}&snoozed=any`;
    const said = { priority: "urgent", tags: ["kestrel-of-rows"], teamName: expect.any(String) };
    expect(await rowOf(colleague, query)).toMatchObject({ ...said, snoozedUntil: expect.any(String) });
    await aParticipant(reference, colleague);
    const nothing = { priority: null, tags: [], teamName: null, snoozedUntil: null };
    expect(await rowOf(colleague, query)).toMatchObject({ reference, ...nothing });
    const view = readListQuery(deskList, query);
    const placed = await placeInQueue(colleague, view, { placed: [], told: [reference] });
    expect(placed.rows).toMatchObject([nothing]);
    const all = `${query}&columns=reference,priority,tags,team,snoozed`;
    const csv = await exportQueue(translatorOf("en"), colleague, readListQuery(deskList, all));
    expect(await new Response(csv).text()).toMatch(new RegExp(`"${reference}",".*","","","",""`));
  });

  it("has no such words where a customer lists their own", async () => {
    const customer = await aCustomer();
    await aRequest({ by: customer, answers: { details: "Only inside." } });
    const { rows } = await listRequests(customer, readView(""));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("Only inside.");
  });
});
