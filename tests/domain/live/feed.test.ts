import { afterEach, describe, expect, it } from "vitest";
import { changeProfile } from "@/lib/accounts/profile";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { listenForNews, type News } from "@/lib/live/feed";
import { commentOnRequest } from "@/lib/requests/comments";
import { eventually } from "../../support/eventually";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** Listens until the end of the test; answers with all that was heard so far. */
async function hearing(): Promise<News[]> {
  const heard: News[] = [];
  leaving.push(await listenForNews(news => heard.push(news)));
  return heard;
}

const connections = async () =>
  (
    await db().$queryRaw<{ pid: number }[]>`
      select pid from pg_stat_activity
      where application_name = 'lodge news' and datname = current_database()`
  ).map(({ pid }) => pid);

const answer = async (reference: string) =>
  run(await anAgent(), act => commentOnRequest(act, { reference, body: "On our way" }));

describe("the feed", () => {
  it("tells of a request and of whoever has a notice as soon as the act is committed, and of ids only", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await rowOf(reference);
    const heard = await hearing();
    await answer(reference);
    await eventually(() => {
      expect(heard).toContainEqual({ about: "request", id });
      expect(heard).toContainEqual({ about: "person", id: customer.id });
    });
    expect(heard.filter(news => news.about === "request" && news.id === id)).toHaveLength(1);
  });

  it("tells nothing of an act that was undone", async () => {
    const reference = await aRequest();
    const other = await aRequest();
    const [{ id }, later] = [await rowOf(reference), await rowOf(other)];
    const agent = await anAgent();
    const heard = await hearing();
    const undone = run(agent, async act => {
      await commentOnRequest(act, { reference, body: "Never said" });
      throw new Error("power failure");
    });
    await expect(undone).rejects.toThrow("power failure");
    await answer(other);
    // Messages keep the order of commits, so the first would be here by now.
    await eventually(() => expect(heard).toContainEqual({ about: "request", id: later.id }));
    expect(heard).not.toContainEqual({ about: "request", id });
  });

  it("tells the reader's other pages that notices were read", async () => {
    const customer = await aCustomer();
    await answer(await aRequest({ by: customer }));
    const heard = await hearing();
    await db().notice.updateMany({ where: { personId: customer.id }, data: { readAt: new Date() } });
    await eventually(() => expect(heard).toContainEqual({ about: "person", id: customer.id }));
  });

  it("tells of a new name to those who know on whose pages it stands", async () => {
    const person = await aCustomer();
    const heard = await hearing();
    await run(person, act => changeProfile(act, { name: "Ada King", timeZone: "UTC", language: "en-GB" }));
    await eventually(() => expect(heard).toContainEqual({ about: "name", id: person.id }));
  });

  it("tells of internal notes by a word that only agents' pages listen for", async () => {
    const reference = await aRequest();
    const { id } = await rowOf(reference);
    const agent = await anAgent();
    const heard = await hearing();
    await run(agent, act => addNote(act, { reference, body: "Between us" }));
    await eventually(() => expect(heard).toEqual([{ about: "desk", id }]));
  });

  it("holds one connection however many listen, and none when nobody does", async () => {
    // That of the test before takes a moment to close.
    await eventually(async () => expect(await connections()).toEqual([]));
    await Promise.all([hearing(), hearing(), hearing()]);
    expect(await connections()).toHaveLength(1);
    leaving.pop()?.();
    expect(await connections()).toHaveLength(1);
    for (const leave of leaving.splice(0)) leave();
    await eventually(async () => expect(await connections()).toEqual([]));
  });

  it("comes back by itself after the connection was lost, and says that anything may have changed", async () => {
    const reference = await aRequest();
    const { id } = await rowOf(reference);
    const heard = await hearing();
    const [lost] = await eventually(async () => {
      const all = await connections();
      expect(all).toHaveLength(1);
      return all;
    });
    await db().$queryRaw`select pg_terminate_backend(${lost}::int)`;
    await eventually(() => expect(heard).toContainEqual({ about: "anything" }));
    await answer(reference);
    await eventually(() => expect(heard).toContainEqual({ about: "request", id }));
  });
});
