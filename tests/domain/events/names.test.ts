import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { changeProfile } from "@/lib/accounts/profile";
import { operator, type PersonActor } from "@/lib/actor";
import { readNews } from "@/lib/bell/news";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
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
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const rename = (person: PersonActor, name: string) =>
  run(person, act => changeProfile(act, { name, timeZone: "UTC", language: "en-GB" }));

const linesOf = (
  page: Awaited<ReturnType<typeof readRequestPage>> | Awaited<ReturnType<typeof readDeskPage>>,
) => (page?.timeline ?? []).flatMap(entry => (entry.kind === "change" ? [entry.text] : []));

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
      `invited ${guest.email}`,
      `accepted the invitation sent to ${guest.email}`,
      "gave the request to Colin Berg",
      "removed Gus Berg from this request",
      `invited ${invited}`,
    ]);
    expect(linesOf(await readDeskPage(agent, reference))).toContain("gave the request to Colin Berg");
  });

  it("no address to a participant, who learns only that somebody was invited", async () => {
    const { reference, invited } = await aHistory();
    const participant = await aParticipant(reference);
    const lines = linesOf(await readRequestPage(participant, reference));
    expect(lines).toContain("invited somebody to this request");
    expect(lines).toContain("accepted an invitation and takes part");
    expect(lines.join()).not.toContain(invited);
  });

  it("the same people where it is told to somebody who writes on an older view, and in gathered mails", async () => {
    const { reference, customer } = await aHistory();
    const told = await expectRefusal(
      run(customer, act => commentOnRequest(act, { reference, body: "Hello", seen: 1n })),
      "conflict",
      /gave the request to Colin Berg/,
    );
    expect(told.message).not.toContain("@");
    const news = await readNews(db(), await eventIdsOf(reference), "customerLabel", await readDeskSettings());
    expect(news.map(({ what }) => what)).toEqual([
      "raised this request",
      "invited somebody to this request",
      "accepted an invitation and takes part",
      "gave the request to Colin Berg",
      "removed Gus Berg from this request",
      "invited somebody to this request",
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
  const news = await readNews(db(), ids, "customerLabel", await readDeskSettings());
  expect(news.map(({ what }) => what)).toContain("corrected the request");
  expect(await db().event.findMany({ where: { id: { in: ids } } })).toEqual(kept);
});
