import { describe, expect, it } from "vitest";
import { setHistoryOrder } from "@/lib/accounts/history-order";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { type RequestPage, readRequestPage } from "@/lib/requests/customer-view";
import { partSize } from "@/lib/requests/history-part";
import { type HistoryView, historyViewOf } from "@/lib/requests/history-view";
import { aCustomer, actorOf, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { rowOf } from "../../support/records";

type Page = Pick<RequestPage, "timeline" | "history"> | null;
const words = (page: Page) =>
  (page?.timeline ?? []).flatMap(entry =>
    entry.kind === "comment" || entry.kind === "note" ? [entry.body] : [],
  );
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `no. ${from + index}`);

/** A request with this many comments, no. 1 and on, written without the mails a command would send. */
async function aLongRequest(count: number) {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const { id: requestId } = await rowOf(reference);
  const at = new Date();
  for (const body of numbers(1, count)) {
    const comment = { create: { requestId, authorId: customer.id, body, createdAt: at } };
    const { id } = await db().comment.create({ data: comment.create, select: { id: true } });
    await db().event.create({
      data: { type: "comment_posted", data: {}, at, actorId: customer.id, requestId, commentId: id },
    });
  }
  return { customer, reference };
}

describe("the history", () => {
  it("shows everything, or comments alone; internal notes to agents only, whatever is asked", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await moveTo(agent, reference, "start");
    await run(agent, act => addNote(act, { reference, body: "Between us" }));
    await run(customer, act => commentOnRequest(act, { reference, body: "Hello" }));
    const kinds = (page: Page) => page?.timeline.map(({ kind }) => kind);
    const comments: HistoryView = { show: "comments" };
    expect(kinds(await readRequestPage(customer, reference))).toEqual(["change", "comment"]);
    expect(kinds(await readRequestPage(customer, reference, comments))).toEqual(["comment"]);
    expect(kinds(await readDeskPage(agent, reference))).toEqual(["change", "note", "comment"]);
    expect(kinds(await readDeskPage(agent, reference, comments))).toEqual(["note", "comment"]);
    const events = await db().event.findMany({
      where: { type: "note_added", requestId: (await rowOf(reference)).id },
      select: { id: true },
    });
    for (const { id: entry } of events)
      for (const view of [
        { show: "all", entry },
        { show: "all", after: entry - 1n },
      ] as HistoryView[])
        expect(JSON.stringify(await readRequestPage(customer, reference, view))).not.toContain("Between us");
  });

  it("of a long request comes in parts that lead on to each other and leave nothing out", async () => {
    const { customer, reference } = await aLongRequest(2 * partSize + 50);
    const latest = await readRequestPage(customer, reference);
    expect(words(latest)).toEqual(numbers(partSize + 51, 2 * partSize + 50));
    expect(latest?.history).toMatchObject({ later: null });
    const middle = await readRequestPage(
      customer,
      reference,
      historyViewOf({ before: latest?.history.earlier ?? "" }),
    );
    expect(words(middle)).toEqual(numbers(51, partSize + 50));
    const first = await readRequestPage(
      customer,
      reference,
      historyViewOf({ before: middle?.history.earlier ?? "" }),
    );
    expect(words(first)).toEqual(numbers(1, 50));
    expect(first?.history.earlier).toBeNull();
    const back = await readRequestPage(
      customer,
      reference,
      historyViewOf({ after: first?.history.later ?? "" }),
    );
    expect(words(back)).toEqual(words(middle));
    expect(back?.history).toEqual(middle?.history);
  });

  it("finds an entry that is linked to, however old and whatever the filter", async () => {
    const { customer, reference } = await aLongRequest(partSize + 20);
    const whole = await db().event.findMany({
      where: { requestId: (await rowOf(reference)).id },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of [whole[1], whole[5], whole.at(-1)].flatMap(one => one ?? [])) {
      const view = historyViewOf({ history: "comments", entry: String(id) });
      const page = await readRequestPage(customer, reference, view);
      expect(page?.timeline.map(entry => entry.id)).toContain(String(id));
    }
    const oldest = await readRequestPage(customer, reference, historyViewOf({ entry: String(whole[0]?.id) }));
    expect(oldest?.history).toMatchObject({ earlier: null });
    expect(oldest?.history.later).not.toBeNull();
  });

  it("cannot be led astray by a broken address or by entries of other requests", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const other = await aLongRequest(1);
    const [foreign] = await db().event.findMany({
      where: { requestId: (await rowOf(other.reference)).id },
      select: { id: true },
    });
    const usual = await readRequestPage(customer, reference);
    for (const search of [
      { history: "notes" },
      { entry: "1;drop" },
      { before: "-1" },
      { after: "9".repeat(40) },
      { entry: String(foreign?.id) },
    ])
      expect(await readRequestPage(customer, reference, historyViewOf(search))).toEqual(usual);
  });

  it("does not show a change that reads the same to its reader", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    expect((await readRequestPage(customer, reference))?.timeline.at(-1)).toMatchObject({
      change: { label: { code: "statuses.customer.waiting_for_customer" } },
    });
    expect((await readDeskPage(agent, reference))?.timeline.at(-1)).toMatchObject({
      change: { label: { code: "statuses.desk.waiting_for_customer" } },
    });
  });

  it("begins with the end that its reader has chosen, on every request of theirs", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    expect((await readRequestPage(customer, reference))?.history.newestFirst).toBe(false);
    await run(customer, act => setHistoryOrder(act, true));
    const again = await actorOf(customer.email);
    expect((await readRequestPage(again, reference))?.history.newestFirst).toBe(true);
    await run(customer, act => setHistoryOrder(act, false));
    expect((await actorOf(customer.email)).newestFirst).toBe(false);
  });
});
