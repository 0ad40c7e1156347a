import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { claimRequest } from "@/lib/desk/assignment";
import { setPriority } from "@/lib/desk/priority";
import { tagRequest } from "@/lib/desk/tagging";
import type { Priority } from "@/lib/generated/enums";
import { commentOnRequest } from "@/lib/requests/comments";
import { deskList } from "@/lib/search/desk-list";
import { listQueue, listQueueChoices } from "@/lib/search/queue";
import { queueChoicesOf } from "@/lib/search/queue-choices";
import { hrefOf, readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { aTag } from "../../support/tags";

const view = (query: string) => readListQuery(deskList, query);
const mine = (after = "") => ({ ...view("assigned=me"), after });

async function claimed(agent: PersonActor, ...references: string[]): Promise<string[]> {
  for (const reference of references) await run(agent, act => claimRequest(act, { reference }));
  return references;
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe("the queue", () => {
  it("puts who has waited longest first, and those whose turn it is themselves last", async () => {
    const agent = await anAgent();
    const [asked = "", old = "", young = "", answered = ""] = await claimed(
      agent,
      await aRequestIn("waiting_for_customer", { at: hoursAgo(9) }),
      await aRequest({ at: hoursAgo(5) }),
      await aRequest({ at: hoursAgo(1) }),
      await aRequest({ at: hoursAgo(8) }),
    );
    await run(agent, act => commentOnRequest(act, { reference: answered, body: "Here you are." }));
    const { rows } = await listQueue(agent, mine());
    expect(rows.map(row => row.reference)).toEqual([old, young, asked, answered]);
    expect(rows.map(row => row.waitingSince !== null)).toEqual([true, true, false, false]);
    const backwards = await listQueue(agent, view("assigned=me&sort=waiting.desc"));
    expect(backwards.rows.map(row => row.reference)).toEqual([answered, asked, young, old]);
  });

  it("shows each request once across pages and turns", async () => {
    const agent = await anAgent();
    const customer = await aCustomer();
    const references: string[] = [];
    for (let count = 0; count < 60; count++)
      references.push(await aRequest({ by: customer, at: hoursAgo(count % 7) }));
    await claimed(agent, ...references);
    for (const reference of references.slice(0, 8))
      await run(agent, act => commentOnRequest(act, { reference, body: "Done?" }));
    const first = await listQueue(agent, mine());
    const second = await listQueue(agent, mine(first.next ?? ""));
    expect(second.next).toBeNull();
    const seen = [...first.rows, ...second.rows].map(row => row.reference);
    expect(seen).toHaveLength(60);
    expect(new Set(seen)).toEqual(new Set(references));
  });

  it("of somebody, of nobody, of one type or one customer holds those alone", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const customer = await aCustomer({ name: "Zoë Quillfeather" });
    const [own, other] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
    const free = await aRequest({ by: customer, type: "feature-request" });
    await claimed(agent, own);
    await claimed(colleague, other);
    const of = async (query: string) =>
      (await listQueue(agent, view(`customer=quillfeather&${query}`))).rows
        .map(row => row.reference)
        .toSorted();
    expect(await of("")).toEqual([own, other, free].toSorted());
    expect(await of("assigned=me")).toEqual([own]);
    expect(await of(`assigned=${colleague.id}`)).toEqual([other]);
    expect(await of("assigned=nobody")).toEqual([free]);
    expect(await of("type=feature-request")).toEqual([free]);
    expect(await of("turn=customer")).toEqual([]);
    const { rows } = await listQueue(agent, view(`customer=${encodeURIComponent(customer.email)}`));
    expect(rows).toHaveLength(3);
  });

  it("puts the most urgent first if asked, of one priority the longest waiting, and filters by it", async () => {
    const agent = await anAgent();
    const customer = await aCustomer({ name: "Ida Quickly" });
    const raise = async (to: Priority, hours: number) => {
      const reference = await aRequest({ by: customer, at: hoursAgo(hours) });
      await run(agent, act => setPriority(act, { reference, to }));
      return reference;
    };
    const [low, high, old, urgent] = [
      await raise("low", 9),
      await raise("high", 1),
      await raise("high", 8),
      await raise("urgent", 2),
    ];
    const of = async (query: string) =>
      (await listQueue(agent, view(`customer=quickly&${query}`))).rows.map(row => row.reference);
    expect(await of("")).toEqual([low, old, urgent, high]);
    expect(await of("sort=priority.asc")).toEqual([urgent, old, high, low]);
    expect(await of("sort=priority.desc")).toEqual([low, high, old, urgent]);
    expect(await of("priority=high")).toEqual([old, high]);
    await claimed(agent, low, high, old, urgent);
    expect(await of("assigned=me&sort=priority.asc")).toEqual([urgent, old, high, low]);
    expect(await of("assigned=me&priority=urgent")).toEqual([urgent]);
    expect(view("status=all&sort=priority.asc").order).toBeNull();
  });

  it("says what its requests are tagged with, and holds those with any of some tags, or with none", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer({ name: "Una Marble" })];
    const [vip, refund] = [await aTag({ name: `VIP ${randomUUID()}`.slice(0, 40) }), await aTag()];
    const [both, one, plain] = [
      await aRequest({ by: customer, at: hoursAgo(3) }),
      await aRequest({ by: customer, at: hoursAgo(2) }),
      await aRequest({ by: customer, at: hoursAgo(1) }),
    ];
    for (const [reference, tag] of [
      [both, vip],
      [both, refund],
      [one, refund],
    ] as const)
      await run(agent, act => tagRequest(act, { reference, tag }));
    const of = async (query: string) => (await listQueue(agent, view(`customer=marble&${query}`))).rows;
    const named = async (query: string) => (await of(query)).map(row => row.reference);
    expect((await of("")).map(({ tags }) => tags)).toEqual([[vip, refund], [refund], []]);
    expect((await of("q=burns&status=open")).find(row => row.reference === one)?.tags).toEqual([refund]);
    expect(await named(`tag=${vip}`)).toEqual([both]);
    for (const any of [`tag=${vip}.${refund}`, `tag=${vip}&tag=${refund}`, `tag=${vip},${refund}`])
      expect(await named(any)).toEqual([both, one]);
    expect(await named(`not=tag:${vip}`)).toEqual([one, plain]);
    expect(await named(`tag=${refund}&not=tag:${vip}`)).toEqual([one]);
    expect(await named("tag=none-such")).toEqual([]);
    expect(hrefOf(deskList, view(`tag=${vip}&tag=${refund}&not=tag:x`))).toBe(
      `/agent?status=open&tag=${vip}.${refund}&not=tag%3Ax`,
    );
    expect(view("tag=Not+a+slug").filters).toEqual(view("").filters);
  });

  it("does not exist for a customer, nor do the names that it is filtered by", async () => {
    await expectRefusal(listQueue(await aCustomer(), mine()), "not_found");
    await expectRefusal(listQueueChoices(await aCustomer()), "not_found");
  });
});

describe("the address of the queue", () => {
  it("says a view and leads back to it", () => {
    for (const query of [
      "",
      "status=open&assigned=anyone",
      "status=closed&assigned=nobody",
      "q=two+words&status=done&sort=activity.asc",
      "status=all&assigned=01a20ad9-6e93-73bb-9106-c8f058b8bcd6&type=feature-request&turn=desk",
      "status=open&team=mine",
      "status=done&team=night-shift&columns=team",
      "customer=Ann%26Co&raised-from=2026-01-31&raised-until=2026-02-01&active-from=2026-02-03",
      "sort=assignee.desc&columns=activity,assignee",
    ])
      expect(view(hrefOf(deskList, view(query)).replace("/agent?", ""))).toEqual(view(query));
  });

  it("falls back to the whole queue on what it does not know", () => {
    for (const query of [
      "status=nonsense&assigned=x&assigned=me",
      "team=Night+shift",
      "type=%00&turn=nobody&customer=%20&customer=x",
      "raised-from=2026-02-30&raised-until=tomorrow&active-from=0001-01-01",
      `customer=${"x".repeat(101)}&sort=match.desc&columns=x`,
    ])
      expect(view(query)).toEqual(view(""));
    expect(view("q=x").filters).toEqual([]);
  });

  it("offers what is over in no order that would have to read all of it", () => {
    for (const by of ["summary", "requester", "assignee", "waiting", "status"])
      expect(view(`status=done&sort=${by}.asc`).order).toBeNull();
    for (const by of ["reference", "raised", "activity"])
      expect(view(`status=done&sort=${by}.asc`).order).toEqual({ by, direction: "asc" });
    expect(view("status=in_progress&sort=summary.asc").order).toEqual({ by: "summary", direction: "asc" });
  });

  it("understands every choice that it offers, and shows it as chosen", async () => {
    const agent = await anAgent();
    const choices = await listQueueChoices(agent);
    const fieldsOf = (query: string) => queueChoicesOf(view(query), choices).fields;
    for (const field of fieldsOf(""))
      for (const { value } of field.kind === "select" ? field.choices : [])
        expect(fieldsOf(`${field.name}=${value}`).find(({ name }) => name === field.name)?.value).toBe(value);
  });
});
