import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { moveRequest } from "@/lib/requests/move";
import { numberOf } from "@/lib/requests/reference";
import { eventually } from "../../support/eventually";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const say = (reference: string, body = "Hello", afterResolved?: "reopen" | "keep") => ({
  reference,
  body,
  ...(afterResolved && { afterResolved }),
});
const requestOf = (reference: string) =>
  db().serviceRequest.findUniqueOrThrow({
    where: { number: numberOf(reference) ?? 0 },
    select: { id: true, status: true, version: true },
  });
const eventsOf = async (reference: string) =>
  db().event.findMany({
    where: { requestId: (await requestOf(reference)).id },
    orderBy: { id: "asc" },
    select: { type: true, deliveries: { select: { kind: true, to: true } } },
  });

describe("a comment", () => {
  it("by support on a request that is theirs and in progress is mailed to the customer once and changes no status", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequestIn("in_progress", { by: customer });
    await run(agent, act => claimRequest(act, { reference }));
    await run(agent, act => commentOnRequest(act, say(reference)));
    expect((await requestOf(reference)).status).toBe("in_progress");
    expect((await eventsOf(reference)).at(-1)).toEqual({
      type: "comment_posted",
      deliveries: [{ kind: "comment_posted", to: customer.email }],
    });
  });

  it("by the customer, while support waits for them, is their answer: one event that also moves the request", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    const before = (await eventsOf(reference)).length;
    await run(customer, act => commentOnRequest(act, say(reference)));
    const events = await eventsOf(reference);
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.type).toBe("request_moved");
    expect((await requestOf(reference)).status).toBe("waiting_for_support");
  });

  it("on a resolved request asks whether it re-opens it, and loses nothing until that is said", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("resolved", { by: customer });
    const refusal = await expectRefusal(
      run(customer, act => commentOnRequest(act, say(reference))),
      "invalid",
      /re-open/,
    );
    expect(refusal.fields).toHaveProperty("afterResolved");
    await run(customer, act => commentOnRequest(act, say(reference, "Thanks", "keep")));
    expect((await requestOf(reference)).status).toBe("resolved");
    await run(customer, act => commentOnRequest(act, say(reference, "Not solved", "reopen")));
    expect((await requestOf(reference)).status).toBe("waiting_for_support");
    const page = await readRequestPage(customer, reference);
    expect(page?.timeline.filter(entry => entry.kind === "comment").map(entry => entry.body)).toEqual([
      "Thanks",
      "Not solved",
    ]);
  });

  it("is refused once the request is closed", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("closed", { by: customer });
    await expectRefusal(
      run(customer, act => commentOnRequest(act, say(reference))),
      "forbidden",
      /closed. Raise a follow-up/,
    );
    await expectRefusal(
      run(await anAgent(), act => commentOnRequest(act, say(reference))),
      "forbidden",
      /closed. Mention it in a new request/,
    );
  });

  it("by a stranger finds no request", async () => {
    const reference = await aRequest();
    await expectRefusal(
      run(await aCustomer(), async act => commentOnRequest(act, say(reference))),
      "not_found",
    );
    await expectRefusal(
      run(await aCustomer(), async act => commentOnRequest(act, say("LDG-999999"))),
      "not_found",
    );
  });

  it("made fifty times, ten at once, is kept fifty times", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const sayFive = async (_: unknown, who: number) => {
      for (let n = 0; n < 5; n++)
        await run(customer, act => commentOnRequest(act, say(reference, `no. ${n} of ${who}`)));
    };
    await Promise.all(Array.from({ length: 10 }, sayFive));
    const page = await readRequestPage(customer, reference);
    expect(page?.timeline.filter(entry => entry.kind === "comment")).toHaveLength(50);
  });

  it("that meets a resolution at the same moment waits for it, and then asks", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { version } = await requestOf(reference);
    let comment: Promise<unknown> = Promise.resolve();
    await run(await anAgent(), async act => {
      await moveRequest(act, { reference, move: "resolve", version, resolution: "done" });
      comment = run(customer, other => commentOnRequest(other, say(reference)));
      comment.catch(() => undefined);
      await someoneWaits();
    });
    await expectRefusal(comment, "invalid", /re-open/);
  });
});

const someoneWaits = () =>
  eventually(async () => {
    const waiting = await db().$queryRaw<unknown[]>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    expect(waiting).not.toEqual([]);
  });
