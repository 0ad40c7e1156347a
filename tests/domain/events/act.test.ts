import { describe, expect, it } from "vitest";
import { createPerson } from "@/lib/accounts/operator";
import { operator, system } from "@/lib/actor";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { closeResolved } from "@/lib/entry/jobs";
import { type Act, actAs } from "@/lib/events/act";
import { readAll, readerOf } from "@/lib/events/reader";
import type { RequestEventType } from "@/lib/events/types";
import { commentOnRequest } from "@/lib/requests/comments";
import { loadRequest, loadRequestUnchecked } from "@/lib/requests/load";
import { muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAddress, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { eventsOf, everythingOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

describe("a command inside another", () => {
  it("is one act with it: events in order, each under its own actor, with its own mails", async () => {
    const [customer, agent] = [await aCustomer({ name: "Ada Lovelace" }), await anAgent()];
    const reference = await aRequest({ by: customer });
    const at = new Date();
    await run(
      agent,
      async act => {
        await claimRequest(act, { reference });
        await actAs(act, customer, own => commentOnRequest(own, { reference, body: "It burns still." }));
        await commentOnRequest(act, { reference, body: "We are on it." });
      },
      at,
    );
    expect((await eventsOf(reference)).slice(1)).toMatchObject([
      { type: "request_assigned", actorId: agent.id, at },
      { type: "comment_posted", actorId: customer.id, at },
      { type: "request_moved", actorId: agent.id, at },
    ]);
    const mails = (await mailsOf(reference)).slice(1);
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([
      ["customer_replied", agent.email],
      ["comment_posted", customer.email],
    ]);
    expect(mails[0]?.text).toContain("Ada Lovelace");
  });

  it("is undone with it, events and mails", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const before = await everythingOf(reference);
    await expectRefusal(
      run(agent, async act => {
        await commentOnRequest(act, { reference, body: "Hello" });
        await actAs(act, customer, own => addNote(own, { reference, body: "Not mine to write" }));
      }),
      "forbidden",
    );
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("has the rights of its own actor, not those of the one who runs it", async () => {
    const [agent, stranger] = [await anAgent(), await aCustomer()];
    const reference = await aRequest();
    await expectRefusal(
      run(agent, act => actAs(act, stranger, own => commentOnRequest(own, { reference, body: "Mine?" }))),
      "not_found",
    );
    await expectRefusal(
      run(agent, act => actAs(act, operator, own => muteRequest(own, { reference, muted: true }))),
      "forbidden",
    );
  });

  it("is given an act that cannot be made by hand", async () => {
    await run(operator, async act => {
      // @ts-expect-error: an object with the same fields
      const made: Act = { tx: act.tx, actor: act.actor, at: act.at, recorded: [] };
      // @ts-expect-error: an act with another actor
      const changed: Act = { ...act, actor: system("demo") };
      expect([made, changed]).toHaveLength(2);
    });
  });
});

describe("an event", () => {
  it("names the part of the desk that acted, where no person did", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const longAgo = new Date("2020-01-01");
    await moveTo(agent, reference, "resolve", { resolution: "done" }, longAgo);
    await closeResolved();
    const email = anAddress();
    await run(operator, act => createPerson(act, { email, name: "Jo Lee", role: "customer" }));
    const by = { select: { type: true, part: true, actorId: true }, orderBy: { id: "asc" } } as const;
    const events = await db().event.findMany({
      where: { OR: [{ requestId: (await rowOf(reference)).id }, { person: { email } }] },
      ...by,
    });
    expect(events).toEqual([
      { type: "request_submitted", part: null, actorId: customer.id },
      { type: "request_moved", part: null, actorId: agent.id },
      { type: "request_moved", part: "auto_close", actorId: null },
      { type: "person_created", part: "operator", actorId: null },
    ]);
  });

  it("that a reader records is read as well, by every reader, and acts are read as whose they were", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const heard: string[] = [];
    const none = Object.fromEntries(["comment_posted", "note_added"].map(type => [type, null])) as Record<
      RequestEventType,
      null
    >;
    const answers = readerOf<RequestEventType>({
      ...none,
      comment_posted: act => actAs(act, agent, own => addNote(own, { reference, body: "A customer wrote." })),
    });
    const listens = readerOf<RequestEventType>({
      ...none,
      comment_posted: async act => void heard.push(`comment by ${act.actor === customer}`),
      note_added: async act => void heard.push(`note by ${act.actor === agent}`),
    });
    await run(customer, async act => {
      await commentOnRequest(act, { reference, body: "Hello" });
      await readAll(act, [answers, listens]);
    });
    expect(heard).toEqual(["comment by true", "note by true"]);
    expect((await eventsOf(reference)).map(({ type, actorId }) => [type, actorId]).slice(1)).toEqual([
      ["comment_posted", customer.id],
      ["note_added", agent.id],
    ]);
  });
});

describe("loading past what one may see", () => {
  it("finds for a stranger what loading finds for nobody but those on the request", async () => {
    const [stranger, reference] = [await aCustomer(), await aRequest()];
    await expectRefusal(
      run(stranger, act => loadRequest(act, reference)),
      "not_found",
    );
    const { id } = await run(stranger, act => loadRequestUnchecked(act, reference));
    expect(id).toBe((await rowOf(reference)).id);
    await expectRefusal(
      run(stranger, act => loadRequestUnchecked(act, "nonsense")),
      "not_found",
    );
  });
});
