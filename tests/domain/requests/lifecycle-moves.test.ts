import { describe, expect, test } from "vitest";
import { type Actor, operator, type PersonActor } from "@/lib/actor";
import type { Status } from "@/lib/generated/enums";
import { translatorOf } from "@/lib/messages/translate";
import { moveCode, statusCode } from "@/lib/requests/labels";
import { moveNames, statuses, statusNames } from "@/lib/requests/lifecycle";
import { type Move, moves, type Party } from "@/lib/requests/moves";
import { aCustomer, anAdmin, anAgent, aRequest, aRequestIn, moveTo } from "../../support/factories";
import { commentsOf, deliveriesOf, eventsOf, everythingOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const t = translatorOf("en");
const cast: Record<string, { party: Party | null; make: (requester: PersonActor) => Promise<Actor> }> = {
  requester: { party: "requester", make: async requester => requester },
  stranger: { party: null, make: () => aCustomer() },
  agent: { party: "agent", make: () => anAgent() },
  admin: { party: "agent", make: () => anAdmin() },
  system: { party: "system", make: async () => operator },
};

/** All that the move asks for. */
function wordsFor(move: Move): { body?: string; resolution?: "answered" } {
  const { comment, resolution } = moves[move];
  return {
    ...(comment === "required" && { body: "Here you are." }),
    ...(resolution === "asked" && { resolution: "answered" }),
  };
}

const cases = moveNames.flatMap(move =>
  statusNames.flatMap(status => Object.keys(cast).map(who => ({ move, status, who }))),
);

test("the table is what the desk promises", () => {
  const open: Status[] = ["waiting_for_support", "in_progress", "waiting_for_customer"];
  const promised: Record<Move, [readonly Status[], Status, readonly Party[]]> = {
    start: [["waiting_for_support"], "in_progress", ["agent"]],
    ask: [open, "waiting_for_customer", ["agent"]],
    respond: [["waiting_for_customer"], "waiting_for_support", ["requester", "participant", "manager"]],
    resolve: [open, "resolved", ["agent"]],
    kill: [open, "resolved", ["requester"]],
    reopen: [["resolved"], "waiting_for_support", ["requester", "agent"]],
    close: [["resolved"], "closed", ["system"]],
  };
  expect(
    Object.fromEntries(moveNames.map(name => [name, [moves[name].from, moves[name].to, moves[name].by]])),
  ).toEqual(promised);
});

describe("every move, from every status, by everyone", () => {
  test.for(cases)("$move · $status · $who", async ({ move, status, who }) => {
    const { party, make } = cast[who] ?? { party: null, make: () => aCustomer() };
    const rule = moves[move];
    const requester = await aCustomer();
    const reference = await aRequestIn(status, { by: requester });
    const actor = await make(requester);
    const before = await everythingOf(reference);

    if (party && rule.from.includes(status) && rule.by.includes(party)) {
      await moveTo(actor, reference, move, wordsFor(move));
      const after = await everythingOf(reference);
      expect(after.row).toMatchObject({ status: rule.to, version: before.row.version + 1 });
      expect(after.row.isOpen).toBe(statuses[rule.to].phase === "open");
      expect(after.events).toHaveLength(before.events.length + 1);
      return;
    }
    const refused = moveTo(actor, reference, move, wordsFor(move));
    if (!party) await expectRefusal(refused, "not_found", /could not find that/);
    else
      await expectRefusal(
        refused,
        "forbidden",
        `“${t(moveCode(move, "label"))}” is not possible while the request is “${t(statusCode(status, "agent"))}”.`,
      );
    expect(await everythingOf(reference)).toEqual(before);
  });
});

describe("what a move asks for", () => {
  const needing = (is: (move: Move) => boolean) =>
    moveNames.filter(is).map(move => ({ move, status: moves[move].from[0] ?? "closed" }));

  test.for(needing(move => moves[move].comment === "required"))(
    "$move without words",
    async ({ move, status }) => {
      const by = await aCustomer();
      const reference = await aRequestIn(status, { by });
      const before = await everythingOf(reference);
      const mover = moves[move].by.includes("requester") ? by : await anAgent();
      const refusal = await expectRefusal(
        moveTo(mover, reference, move),
        "invalid",
        "Please write something first.",
      );
      expect(refusal.fields).toEqual({ body: ["Write your message, or attach a file."] });
      expect(await everythingOf(reference)).toEqual(before);
    },
  );

  test.for(needing(move => moves[move].resolution === "asked"))(
    "$move without saying how",
    async ({ move, status }) => {
      const reference = await aRequestIn(status);
      const before = await everythingOf(reference);
      const refused = moveTo(await anAgent(), reference, move, { body: "There." });
      const refusal = await expectRefusal(refused, "invalid", "Please say how it was resolved.");
      expect(refusal.fields).toEqual({ resolution: ["Choose a resolution."] });
      expect(await everythingOf(reference)).toEqual(before);
    },
  );

  test("killing means resolved by the customer; the reason is kept; re-opening takes the resolution back", async () => {
    const by = await aCustomer();
    const reference = await aRequest({ by });
    await moveTo(by, reference, "kill", { body: "Found it myself." });
    expect(await rowOf(reference)).toMatchObject({ resolution: "by_customer", resolvedAt: expect.any(Date) });
    expect(await commentsOf(reference)).toEqual([{ authorId: by.id, body: "Found it myself." }]);
    await moveTo(by, reference, "reopen");
    expect(await rowOf(reference)).toMatchObject({ resolution: null, resolvedAt: null, isOpen: true });
  });
});

describe("one action", () => {
  test("is one event and one mail, though it comments and moves", async () => {
    const by = await aCustomer();
    const agent = await anAgent();
    const reference = await aRequest({ by });
    await moveTo(agent, reference, "ask", { body: "Which floor?" });
    const events = await eventsOf(reference);
    expect(events.map(({ type }) => type)).toEqual(["request_submitted", "request_moved"]);
    expect(events[1]).toMatchObject({
      actorId: agent.id,
      commentId: expect.any(String),
      data: { move: "ask", from: "waiting_for_support", to: "waiting_for_customer", resolution: null },
    });
    const mails = await mailsOf(reference);
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([
      ["request_received", by.email],
      ["waiting_for_you", by.email],
    ]);
    expect(mails[1]?.text).toContain("Which floor?");
  });

  test("is never mailed to whoever did it", async () => {
    const by = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by });
    const before = await deliveriesOf(reference);
    await moveTo(by, reference, "respond", { body: "The third." });
    await moveTo(by, reference, "kill");
    expect(await deliveriesOf(reference)).toEqual(before);
  });
});

describe("two at once, from the same page", () => {
  const rivals: [Move, Move, Status][] = [
    ["start", "kill", "waiting_for_support"],
    ["resolve", "respond", "waiting_for_customer"],
    ["ask", "resolve", "in_progress"],
    ["reopen", "close", "resolved"],
  ];

  test.for(rivals)("%s against %s", async ([one, other, status]) => {
    const by = await aCustomer();
    const reference = await aRequestIn(status, { by });
    const { version } = await rowOf(reference);
    const events = await eventsOf(reference);
    const mover = async (move: Move): Promise<Actor> =>
      move === "close" ? operator : moves[move].by.includes("requester") ? by : anAgent();
    const movers = [await mover(one), await mover(other)] as const;
    const tries = [one, other].map((move, place) =>
      moveTo(movers[place] as Actor, reference, move, { ...wordsFor(move), version }),
    );
    const outcomes = await Promise.allSettled(tries);

    const lost = outcomes.findIndex(({ status }) => status === "rejected");
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = lost === 0 ? other : one;
    const refusal = await expectRefusal(
      tries[lost] ?? Promise.resolve(),
      "conflict",
      `Someone was faster: the request has changed since you opened it and is now “${t(statusCode(moves[won].to, "agent"))}”. Look at what is new; to go on all the same, send this again.`,
    );
    expect(refusal.corrections).toEqual({ version: version + 1 });
    expect(await rowOf(reference)).toMatchObject({ status: moves[won].to, version: version + 1 });
    expect(await eventsOf(reference)).toHaveLength(events.length + 1);
  });

  test("a page that was drawn before a change is told so, and changes nothing", async () => {
    const reference = await aRequestIn("in_progress");
    const before = await everythingOf(reference);
    const stale = moveTo(await anAgent(), reference, "resolve", {
      resolution: "done",
      version: before.row.version - 1,
    });
    await expectRefusal(stale, "conflict", /^Someone was faster/);
    expect(await everythingOf(reference)).toEqual(before);
  });
});

describe("the time to re-open", () => {
  const resolvedAt = new Date("2026-03-01T12:00:00Z");
  const limit = resolvedAt.getTime() + 30 * 86_400_000;

  test("lasts thirty days to the millisecond, for the customer and for agents", async () => {
    for (const mover of [null, await anAgent()]) {
      const by = await aCustomer();
      const reference = await aRequestIn("resolved", { by, at: resolvedAt });
      const before = await everythingOf(reference);
      const tooLate = moveTo(mover ?? by, reference, "reopen", {}, new Date(limit + 1));
      await expectRefusal(tooLate, "forbidden", "“Re-open” is not possible while the request is “Resolved”.");
      expect(await everythingOf(reference)).toEqual(before);
      await moveTo(mover ?? by, reference, "reopen", {}, new Date(limit));
      expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support" });
    }
  });
});
