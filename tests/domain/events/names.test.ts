import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { changeProfile } from "@/lib/accounts/profile";
import { operator, type PersonActor } from "@/lib/actor";
import { type News, readNews } from "@/lib/bell/news";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { toldBy } from "@/lib/requests/history-line";
import { readDeskSettings } from "@/lib/settings";
import { removeParticipant } from "@/lib/sharing/participants";
import { correct } from "../../support/correct";
import {
  aCustomer,
  anAddress,
  anAgent,
  anInvitation,
  aParticipant,
  aRequest,
  run,
} from "../../support/factories";
import { linesOf } from "../../support/history";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const t = translatorOf("en");

const rename = (person: PersonActor, name: string) =>
  run(person, act => changeProfile(act, { name, timeZone: "UTC", language: "en-GB" }));

const newsOf = async (customer: bigint[]) =>
  readNews(db(), { customer, agent: [] }, await readDeskSettings());
const textsOf = (news: News[]) => news.map(({ line, who }) => say(t, toldBy(line, { name: who })));

async function eventIdsOf(reference: string): Promise<bigint[]> {
  const { id: requestId } = await rowOf(reference);
  const events = await db().event.findMany({ where: { requestId }, select: { id: true } });
  return events.map(({ id }) => id);
}

/** A request that was given to a colleague and that somebody was removed from; both are called otherwise since. */
async function aHistory() {
  const [customer, agent, colleague] = [
    await aCustomer(),
    await anAgent(),
    await anAgent({ name: "Colin Ray" }),
  ];
  const reference = await aRequest({ by: customer });
  const guest = await aParticipant(reference, await aCustomer({ name: "Gus Lind" }));
  await run(agent, act => assignRequest(act, { reference, from: null, to: colleague.id }));
  await run(customer, act => removeParticipant(act, { reference, person: guest.id }));
  const invited = anAddress();
  await anInvitation(reference, invited);
  await rename(colleague, "Colin Berg");
  await rename(guest, "Gus Berg");
  return { reference, customer, agent, colleague, guest, invited };
}

describe("a history names", () => {
  it("people as they are called now, whom events know by their ids, also once they are removed or suspended", async () => {
    const { reference, customer, agent, colleague, guest, invited } = await aHistory();
    await run(operator, act => suspendPerson(act, colleague.email));
    expect(linesOf(await readRequestPage(customer, reference))).toEqual([
      `You invited ${guest.email}`,
      `Gus Berg accepted the invitation sent to ${guest.email}`,
      `${agent.name} gave the request to Colin Berg`,
      "You removed Gus Berg from this request",
      `You invited ${invited}`,
    ]);
    expect(linesOf(await readDeskPage(agent, reference))).toContain("You gave the request to Colin Berg");
  });

  it("no address to a participant, who learns only that somebody was invited", async () => {
    const { reference, customer, invited } = await aHistory();
    const participant = await aParticipant(reference);
    const lines = linesOf(await readRequestPage(participant, reference));
    expect(lines).toContain(`${customer.name} invited somebody to this request`);
    expect(lines).toContain("Gus Berg joined this request");
    expect(lines.join()).not.toContain(invited);
  });

  it("the same people where it is told to somebody who writes on an older view, and in gathered mails", async () => {
    const { reference, customer, agent } = await aHistory();
    const told = await expectRefusal(
      run(customer, act => commentOnRequest(act, { reference, body: "Hello", seen: 1n })),
      "conflict",
      /gave the request to Colin Berg/,
    );
    expect(told.message).not.toContain("@");
    const news = await newsOf(await eventIdsOf(reference));
    expect(textsOf(news)).toEqual([
      `${customer.name} raised this request`,
      `${customer.name} invited somebody to this request`,
      "Gus Berg joined this request",
      `${agent.name} gave the request to Colin Berg`,
      `${customer.name} removed Gus Berg from this request`,
      `${customer.name} invited somebody to this request`,
    ]);
  });
});

it("the words of a correction can be erased: its entry stays in the history, and no event has changed", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const reference = await aRequest({ by: customer, summary: "Two columns are missing" });
  await correct(customer, reference, { summary: "Three columns are missing" });
  const entryOf = async () =>
    (await readDeskPage(agent, reference))?.timeline.find(entry => entry.kind === "correction");
  expect(JSON.stringify(await entryOf())).toMatch(/Two columns.*Three columns/);
  const ids = await eventIdsOf(reference);
  const kept = await db().event.findMany({ where: { id: { in: ids } } });
  expect(JSON.stringify(kept.map(({ data }) => data))).not.toContain("columns");
  await db().change.deleteMany({ where: { eventId: { in: ids } } });
  expect(await entryOf()).toMatchObject({ kind: "correction", changes: [] });
  const news = await newsOf(ids);
  expect(textsOf(news)).toContain(`${customer.name} corrected the request`);
  expect(await db().event.findMany({ where: { id: { in: ids } } })).toEqual(kept);
});
