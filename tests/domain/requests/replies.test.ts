import { describe, expect, it } from "vitest";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import type { Status } from "@/lib/generated/enums";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { deskList } from "@/lib/search/desk-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aParticipant, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const say = (reference: string, body = "We are on it.") => ({
  reference,
  body,
  afterResolved: "keep" as const,
});
const standingOf = async (reference: string) => {
  const { status, assigneeId, deskSpokeLast } = await rowOf(reference);
  return { status, assigneeId, deskSpokeLast };
};

describe("a plain public reply by an agent", () => {
  it("takes a request that nobody has and starts the work, in one entry and one mail to each reader", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const participant = await aParticipant(reference);
    const before = (await eventsOf(reference)).length;
    await run(agent, act => commentOnRequest(act, say(reference)));
    expect(await standingOf(reference)).toEqual({
      status: "in_progress",
      assigneeId: agent.id,
      deskSpokeLast: true,
    });
    const events = (await eventsOf(reference)).slice(before);
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: "request_moved",
        data: {
          move: "start",
          from: "waiting_for_support",
          to: "in_progress",
          resolution: null,
          tookOn: true,
        },
      },
    ]);
    const mails = (await mailsOf(reference)).filter(({ text }) => text.includes("We are on it."));
    expect(mails.map(({ kind, to }) => ({ kind, to }))).toEqual(
      [customer.email, participant.email].toSorted().map(to => ({ kind: "comment_posted", to })),
    );
    for (const { text } of mails) {
      expect(text).toMatch(/Support wrote to you/i);
      expect(text).toContain("In progress");
    }
    expect((await mailsOf(reference)).filter(({ kind }) => kind === "status_changed")).toEqual([]);
    const page = await readRequestPage(customer, reference);
    expect(page?.status).toBe("in_progress");
    expect(page?.timeline.at(-1)).toMatchObject({
      kind: "comment",
      body: "We are on it.",
      tookOn: true,
      change: { label: { code: "statuses.customer.in_progress" }, status: "in_progress" },
    });
    const { rows } = await listQueue(agent, readListQuery(deskList, "assigned=me"));
    expect(rows).toMatchObject([{ reference, status: "in_progress", waitingSince: null }]);
  });

  it("starts the work on a colleague's request and leaves it with them", async () => {
    const [colleague, agent] = [await anAgent(), await anAgent()];
    const reference = await aRequest();
    await run(colleague, act => claimRequest(act, { reference }));
    await run(agent, act => commentOnRequest(act, say(reference)));
    expect(await standingOf(reference)).toMatchObject({
      status: "in_progress",
      assigneeId: colleague.id,
    });
    expect((await eventsOf(reference)).at(-1)?.data).not.toHaveProperty("tookOn");
  });

  it.each<Status>(["in_progress", "waiting_for_customer"])(
    "takes a request that is %s and has nobody, and leaves the status as it is",
    async status => {
      const [customer, agent] = [await aCustomer(), await anAgent()];
      const reference = await aRequestIn(status, { by: customer });
      await run(agent, act => commentOnRequest(act, say(reference)));
      expect(await standingOf(reference)).toEqual({ status, assigneeId: agent.id, deskSpokeLast: true });
      expect((await eventsOf(reference)).at(-1)).toMatchObject({
        type: "comment_posted",
        data: { tookOn: true },
      });
      expect((await readRequestPage(customer, reference))?.timeline.at(-1)).toMatchObject({
        kind: "comment",
        tookOn: true,
      });
      expect((await mailsOf(reference)).filter(({ text }) => text.includes("We are on it."))).toHaveLength(1);
    },
  );

  it("is said on the page to assign the request, as long as it would", async () => {
    const [agent, reference] = [await anAgent(), await aRequest()];
    const assigns = async () => (await readDeskPage(agent, reference))?.assignsByReply;
    expect(await assigns()).toBe(true);
    await run(agent, act => commentOnRequest(act, { reference, body: "We are on it." }));
    expect(await assigns()).toBe(false);
    expect((await readDeskPage(agent, await aRequestIn("resolved")))?.assignsByReply).toBe(false);
  });

  it("to a resolved request neither takes it nor moves it", async () => {
    const reference = await aRequestIn("resolved");
    await run(await anAgent(), act => commentOnRequest(act, say(reference)));
    expect(await standingOf(reference)).toMatchObject({ status: "resolved", assigneeId: null });
    expect((await eventsOf(reference)).at(-1)).toMatchObject({ type: "comment_posted", data: {} });
  });

  it("to a closed request is refused and takes nothing", async () => {
    const reference = await aRequestIn("closed");
    await expectRefusal(
      run(await anAgent(), act => commentOnRequest(act, say(reference))),
      "forbidden",
    );
    expect(await standingOf(reference)).toMatchObject({ status: "closed", assigneeId: null });
  });

  it("who raised the request or takes part in it is a customer's comment", async () => {
    const [requester, participant] = [await anAgent(), await anAgent()];
    const reference = await aRequest({ by: requester });
    await aParticipant(reference, participant);
    for (const writer of [requester, participant]) {
      await run(writer, act => commentOnRequest(act, say(reference)));
      expect(await standingOf(reference)).toEqual({
        status: "waiting_for_support",
        assigneeId: null,
        deskSpokeLast: false,
      });
    }
  });
});

describe("nothing else that an agent writes takes a request", () => {
  it("such as an internal note, which leaves the status, too", async () => {
    const reference = await aRequest();
    await run(await anAgent(), act => addNote(act, { reference, body: "Known trouble" }));
    expect(await standingOf(reference)).toEqual({
      status: "waiting_for_support",
      assigneeId: null,
      deskSpokeLast: false,
    });
  });

  it("such as a question to the customer, or a resolution", async () => {
    for (const words of [
      { move: "ask", body: "Which one?" },
      { move: "resolve", resolution: "done", body: "Done." },
    ] as const) {
      const reference = await aRequest();
      const { move, ...rest } = words;
      await moveTo(await anAgent(), reference, move, rest);
      expect((await standingOf(reference)).assigneeId).toBeNull();
    }
  });

  it("such as starting the work by its button, which carries no words", async () => {
    const reference = await aRequest();
    await moveTo(await anAgent(), reference, "start", { body: "Not a comment" });
    expect(await standingOf(reference)).toMatchObject({ status: "in_progress", assigneeId: null });
    expect((await eventsOf(reference)).at(-1)).toMatchObject({ type: "request_moved", commentId: null });
  });
});

it("the customer's next message makes it the desk's turn again, from that moment on", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const raised = new Date(Date.now() - 3_600_000);
  const answered = new Date(Date.now() - 60_000);
  const reference = await aRequest({ by: customer, at: raised });
  await run(agent, act => commentOnRequest(act, say(reference)));
  await run(customer, act => commentOnRequest(act, say(reference, "Still broken.")), answered);
  expect(await rowOf(reference)).toMatchObject({
    status: "in_progress",
    deskSpokeLast: false,
    waitingSince: answered,
  });
  const { rows } = await listQueue(agent, readListQuery(deskList, "assigned=me"));
  expect(rows).toMatchObject([{ reference, waitingSince: answered.toISOString() }]);
});

describe("at the same moment", () => {
  it("two agents' replies are both kept, and the first of them has the request", async () => {
    const reference = await aRequest();
    const agents = [await anAgent(), await anAgent()];
    await Promise.all(agents.map(agent => run(agent, act => commentOnRequest(act, say(reference)))));
    const replies = (await eventsOf(reference)).filter(({ commentId }) => commentId !== null);
    expect(replies.map(({ type }) => type)).toEqual(["request_moved", "comment_posted"]);
    expect(await standingOf(reference)).toMatchObject({
      status: "in_progress",
      assigneeId: replies[0]?.actorId,
    });
    expect(replies[1]?.data).toEqual({});
  });

  it("an agent who claims a request that a reply has just taken is refused", async () => {
    const reference = await aRequest();
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const outcomes = await Promise.allSettled([
      run(agent, act => commentOnRequest(act, say(reference))),
      run(colleague, act => claimRequest(act, { reference })),
    ]);
    const { status, assigneeId } = await standingOf(reference);
    expect(status).toBe("in_progress");
    expect(outcomes[0]?.status).toBe("fulfilled");
    expect(assigneeId).toBe(outcomes[1]?.status === "fulfilled" ? colleague.id : agent.id);
    if (outcomes[1]?.status === "rejected") expect(outcomes[1].reason).toMatchObject({ kind: "conflict" });
  });

  it("a reply that comes after a resolution leaves it resolved", async () => {
    const reference = await aRequest();
    const [agent, other, { version }] = [await anAgent(), await anAgent(), await rowOf(reference)];
    await Promise.all([
      moveTo(other, reference, "resolve", { resolution: "done", version }).catch(error => {
        // The reply was first.
        expect(error).toMatchObject({ kind: "conflict" });
      }),
      run(agent, act => commentOnRequest(act, say(reference))),
    ]);
    const moves = (await eventsOf(reference)).filter(({ type }) => type === "request_moved");
    expect(moves).toMatchObject([{ data: { to: (await rowOf(reference)).status } }]);
  });
});
