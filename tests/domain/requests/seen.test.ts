import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { sendAnswer } from "@/lib/entry/desk-forms";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { editComment } from "@/lib/requests/edits";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { commentsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const latestOf = async (actor: PersonActor, reference: string) =>
  BigInt((await readRequestPage(actor, reference))?.latest ?? 0);

const say = (actor: PersonActor, reference: string, body: string, seen?: number | bigint) =>
  run(actor, act =>
    commentOnRequest(act, {
      reference,
      body,
      seen: seen === undefined ? seen : BigInt(seen),
      afterResolved: "keep",
    }),
  );

describe("words written on an older view", () => {
  it("are held back once, with what came in between, and go out when they are sent again", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent({ name: "Tomás Reyes" })];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(customer, reference);
    await moveTo(agent, reference, "ask", { body: "Which printer?" });
    const refusal = await expectRefusal(
      say(customer, reference, "Any news?", seen),
      "conflict",
      /While you were writing: Tomás Reyes wrote “Which printer\?”/,
    );
    expect((await commentsOf(reference)).map(({ body }) => body)).toEqual(["Which printer?"]);
    await say(customer, reference, "The red one.", refusal.corrections.seen);
    expect((await rowOf(reference)).status).toBe("waiting_for_support");
  });

  it("go out once of two sent at the same moment, and the others are held back", async () => {
    const [one, other] = [await anAgent(), await anAgent()];
    const reference = await aRequest();
    const seen = await latestOf(one, reference);
    const outcomes = await Promise.allSettled(
      [one, other].map(by => say(by, reference, "It is fixed.", seen)),
    );
    const held = outcomes.filter(({ status }) => status === "rejected");
    expect(held).toHaveLength(1);
    await expectRefusal(
      Promise.reject((held[0] as PromiseRejectedResult).reason),
      "conflict",
      /While you were/,
    );
    expect(await commentsOf(reference)).toHaveLength(1);
  });

  it("are held back when what they answer to was edited, with what it says now", async () => {
    const [customer, agent] = [await aCustomer({ name: "Ada Lovelace" }), await anAgent()];
    const reference = await aRequest({ by: customer });
    await say(customer, reference, "It works again.");
    const seen = await latestOf(agent, reference);
    const { id: commentId } = await db().comment.findFirstOrThrow({ where: { authorId: customer.id } });
    const edit = (body: string, at: number) =>
      run(customer, act => editComment(act, { reference, commentId, body, seen: at }));
    await edit("It hardly works.", 0);
    const { editedAt } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await edit("It does not work.", editedAt?.getTime() ?? 0);
    const refusal = await expectRefusal(
      say(agent, reference, "Glad to hear it.", seen),
      "conflict",
      /While you were writing: Ada Lovelace changed a comment to “It does not work\.”\. Look/,
    );
    await say(agent, reference, "We look into it.", refusal.corrections.seen);
    expect(await commentsOf(reference)).toHaveLength(2);
  });

  it("are held back once for a comment that is new and was edited at once", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(agent, reference);
    await say(customer, reference, "Frist words.");
    const { id: commentId } = await db().comment.findFirstOrThrow({ where: { authorId: customer.id } });
    await run(customer, act => editComment(act, { reference, commentId, body: "First words.", seen: 0 }));
    await expectRefusal(
      say(agent, reference, "Hello.", seen),
      "conflict",
      /While you were writing: [^“;]+ wrote “First words\.”\. Look/,
    );
  });

  it("are asked about again only when something new came in again", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(agent, reference);
    await say(customer, reference, "One more thing.");
    const refusal = await expectRefusal(say(agent, reference, "Done.", seen), "conflict");
    await say(customer, reference, "And another.");
    await expectRefusal(say(agent, reference, "Done.", refusal.corrections.seen), "conflict", /And another/);
  });

  it("go out at once when only their writer, or an internal note, came in between", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(customer, reference);
    await run(agent, act => addNote(act, { reference, body: "Known trouble." }));
    await say(customer, reference, "First.", seen);
    await say(customer, reference, "Second.", seen);
    expect(await commentsOf(reference)).toHaveLength(2);
  });

  it("are asked about in the agents' box too, but never when they are a note", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(agent, reference);
    await say(customer, reference, "Never mind.");
    const send = (mode: "reply" | "note") =>
      run(agent, act => sendAnswer(act, { reference, mode, version: 1, body: "Here you go.", seen }));
    await send("note");
    await expectRefusal(send("reply"), "conflict", /Never mind/);
  });

  it("are asked about when they move the request, and move it as it is by then once they are sent again", async () => {
    const [customer, agent, colleague] = [await aCustomer(), await anAgent(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const seen = await latestOf(agent, reference);
    const ask = (more: { seen: bigint; version: number }) =>
      run(agent, act => sendAnswer(act, { reference, mode: "ask", body: "Which printer?", ...more }));
    const { version } = await rowOf(reference);
    await moveTo(colleague, reference, "start");
    await say(colleague, reference, "We are on it.");
    const refusal = await expectRefusal(ask({ seen, version }), "conflict", /We are on it/);
    expect(await commentsOf(reference)).toHaveLength(1);
    const corrected = refusal.corrections;
    await ask({ seen: BigInt(corrected.seen ?? 0), version: Number(corrected.version) });
    expect((await rowOf(reference)).status).toBe("waiting_for_customer");
  });
});
