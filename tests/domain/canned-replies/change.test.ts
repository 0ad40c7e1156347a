import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type PersonActor, system } from "@/lib/actor";
import {
  archiveReply,
  changeReply,
  createReply,
  restoreReply,
  shiftReply,
} from "@/lib/canned-replies/change";
import { cannedLimits, wordsOfReplyInput } from "@/lib/canned-replies/input";
import { listReplies, readReply } from "@/lib/canned-replies/read";
import { db } from "@/lib/db";
import { aReply, textOf } from "../../support/canned-replies";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const words = (name = `Reply ${randomUUID()}`, body = "Hello.") => ({ name, body });
const namesOf = async (actor: PersonActor, owner: "person" | "desk" = "person") =>
  (await listReplies(actor, owner)).shown.map(({ name }) => name);
const change = (actor: PersonActor, { id, version }: { id: string; version: number }, said = words()) =>
  run(actor, act => changeReply(act, { reply: id, version, ...said }));

describe("a canned reply", () => {
  it("is its writer's own: others neither list, read nor change it", async () => {
    const [agent, colleague, admin] = [await anAgent(), await anAgent(), await anAdmin()];
    const reply = await aReply({ by: agent, name: "Mine" });
    expect(await namesOf(agent)).toEqual(["Mine"]);
    for (const other of [colleague, admin]) {
      expect(await namesOf(other)).toEqual([]);
      expect(await readReply(other, "person", reply.slug)).toBeNull();
      await expectRefusal(change(other, reply), "not_found");
      for (const command of [archiveReply, restoreReply])
        await expectRefusal(
          run(other, act => command(act, { reply: reply.id })),
          "not_found",
        );
      await expectRefusal(
        run(other, act => shiftReply(act, { reply: reply.id, to: "later" })),
        "not_found",
      );
    }
  });

  it("of the desk is kept by admins; an agent may only use it", async () => {
    const [agent, reply] = [await anAgent(), await aReply()];
    await expectRefusal(
      run(agent, act => createReply(act, "desk", words())),
      "not_found",
    );
    await expectRefusal(listReplies(agent, "desk"), "not_found");
    await expectRefusal(readReply(agent, "desk", reply.slug), "not_found");
    const refusal = await expectRefusal(change(agent, reply), "forbidden");
    expect(refusal.code).toBe("canned.not_yours");
    await expectRefusal(
      run(agent, act => archiveReply(act, { reply: reply.id })),
      "forbidden",
    );
    await expectRefusal(
      run(agent, act => shiftReply(act, { reply: reply.id, to: "later" })),
      "forbidden",
    );
    const said = words();
    await change(await anAdmin(), reply, said);
    expect((await readReply(await anAdmin(), "desk", reply.slug))?.name).toBe(said.name);
  });

  it("does not exist for customers, whatever they ask, nor for a part of the desk", async () => {
    const [customer, reply] = [await aCustomer(), await aReply()];
    for (const owner of ["person", "desk"] as const) {
      await expectRefusal(
        run(customer, act => createReply(act, owner, words())),
        "not_found",
      );
      await expectRefusal(listReplies(customer, owner), "not_found");
      await expectRefusal(readReply(customer, owner, reply.slug), "not_found");
    }
    await expectRefusal(change(customer, reply), "not_found");
    await expectRefusal(
      run(system("bulk"), act => createReply(act, "desk", words())),
      "not_found",
    );
  });

  it("has a name that no other of its owner has, in capitals or not, archived or not", async () => {
    const agent = await anAgent();
    const first = await aReply({ by: agent, name: "Refund" });
    await run(agent, act => archiveReply(act, { reply: first.id }));
    const again = (by: PersonActor) => run(by, act => createReply(act, "person", words("REFUND")));
    const refusal = await expectRefusal(again(agent), "invalid");
    expect(refusal.code).toBe("canned.name_taken");
    expect(refusal.fields.name?.[0]).toContain("“REFUND” exists already");
    await again(await anAgent());
    const second = await aReply({ by: agent, name: "Delay" });
    await expectRefusal(change(agent, second, words("refund")), "invalid");
    await change(agent, second, words("DELAY"));
  });

  it("of two with one name written at once, one is refused", async () => {
    const name = `Twice ${randomUUID()}`;
    const both = await Promise.allSettled(
      [await anAdmin(), await anAdmin()].map(admin =>
        run(admin, act => createReply(act, "desk", words(name))),
      ),
    );
    const [lost, ...others] = both.filter(outcome => outcome.status === "rejected");
    expect(others).toEqual([]);
    await expectRefusal(Promise.reject(lost?.reason), "invalid");
  });

  it("keeps the slug of its first name, which no other of its owner gets", async () => {
    const agent = await anAgent();
    const reply = await aReply({ by: agent, name: "Refund on its way" });
    expect(reply.slug).toBe("refund-on-its-way");
    await change(agent, reply, words("Money back"));
    expect(await readReply(agent, "person", reply.slug)).toMatchObject({ name: "Money back", version: 2 });
    expect((await aReply({ by: agent, name: "Refund: on its way" })).slug).toBe("refund-on-its-way-2");
  });

  it("takes no placeholder that the desk does not know, and says which", async () => {
    const agent = await anAgent();
    const unknown = words(undefined, "{{customer.name}} {{customer.nmae}} {{ order }}");
    const refusal = await expectRefusal(
      run(agent, act => createReply(act, "person", unknown)),
      "invalid",
    );
    expect(refusal.code).toBe("canned.placeholder_unknown");
    expect(refusal.fields.body?.[0]).toContain("{{customer.nmae}}, {{order}}");
    await expectRefusal(change(agent, await aReply({ by: agent }), unknown), "invalid");
  });

  it.each(["name", "keywords", "body"] as const)("has room for a %s up to its limit", field => {
    const tooLong = { ...words(), [field]: "x".repeat(cannedLimits[field] + 1) };
    expect(wordsOfReplyInput.safeParse(tooLong).error?.issues[0]).toMatchObject({
      path: [field],
      message: "validation.text.too_long",
    });
    expect(
      wordsOfReplyInput.safeParse({ ...words(), [field]: "x".repeat(cannedLimits[field]) }).success,
    ).toBe(true);
  });

  it.each(["name", "body"])("needs a %s that can be seen", field => {
    for (const nothing of ["", " \n", "\u200b"]) {
      const { error } = wordsOfReplyInput.safeParse({ ...words(), [field]: nothing });
      expect(error?.issues[0]?.message).toBe(`canned_replies.${field}.missing`);
    }
  });

  it("finds no more room beside as many as one owner can have", async () => {
    const agent = await anAgent();
    await db().cannedReply.createMany({
      data: Array.from({ length: cannedLimits.replies }, (_, position) => ({
        ...{ personId: agent.id, slug: `slug-${position}`, name: `Name ${position}`, position },
        createdAt: new Date(),
      })),
    });
    const refusal = await expectRefusal(
      run(agent, act => createReply(act, "person", words())),
      "invalid",
    );
    expect(refusal.code).toBe("canned.too_many");
  });
});

describe("a change of a canned reply", () => {
  it("on a version that somebody else has changed is refused once, with what it says now", async () => {
    const reply = await aReply();
    const [ada, minh] = [await anAdmin(), await anAdmin()];
    await change(ada, reply, words(reply.name, "Ada's words"));
    const refusal = await expectRefusal(change(minh, reply, words(reply.name, "Minh's words")), "conflict");
    expect(refusal.code).toBe("canned.changed");
    expect(refusal.fields.body?.[0]).toContain("Ada's words");
    expect(await textOf(reply.id)).toBe("Ada's words");
    await change(minh, { ...reply, version: Number(refusal.corrections.version) }, words(reply.name, "Both"));
    expect(await textOf(reply.id)).toBe("Both");
  });

  it("is refused once it was archived in between; restored, it goes on", async () => {
    const agent = await anAgent();
    const reply = await aReply({ by: agent });
    const archive = () => run(agent, act => archiveReply(act, { reply: reply.id }));
    const restore = () => run(agent, act => restoreReply(act, { reply: reply.id }));
    await archive();
    expect(await namesOf(agent)).toEqual([]);
    expect((await listReplies(agent, "person")).archived).toHaveLength(1);
    const shift = () => run(agent, act => shiftReply(act, { reply: reply.id, to: "later" }));
    for (const late of [() => change(agent, reply), archive, shift])
      expect((await expectRefusal(late(), "conflict")).code).toBe("canned.archived");
    await restore();
    expect((await expectRefusal(restore(), "conflict")).code).toBe("canned.restored");
    expect(await namesOf(agent)).toEqual([reply.name]);
  });

  it("of its place changes it with its neighbour, past those that are archived, and no further than the ends", async () => {
    const agent = await anAgent();
    const replies = [];
    for (const name of ["A", "B", "C"]) replies.push(await aReply({ by: agent, name }));
    const [a, b, c] = replies.map(({ id }) => id);
    const shift = (reply = "", to: "earlier" | "later") => run(agent, act => shiftReply(act, { reply, to }));
    await shift(c, "later");
    await shift(a, "earlier");
    expect(await namesOf(agent)).toEqual(["A", "B", "C"]);
    await run(agent, act => archiveReply(act, { reply: b ?? "" }));
    await shift(c, "earlier");
    expect(await namesOf(agent)).toEqual(["C", "A"]);
    await shift(c, "later");
    expect(await namesOf(agent)).toEqual(["A", "C"]);
  });
});

it("events tell of replies by their ids alone: of one's own about their person, of the desk's about nobody", async () => {
  const agent = await anAgent();
  const own = await aReply({ by: agent, name: "canary-name", body: "canary-body" });
  await change(agent, own, words("canary-other", "canary-more"));
  await run(agent, act => archiveReply(act, { reply: own.id }));
  await run(agent, act => restoreReply(act, { reply: own.id }));
  const desk = await aReply();
  const eventsOf = (replyId: string) =>
    db().event.findMany({
      where: { data: { path: ["replyId"], equals: replyId } },
      orderBy: { id: "asc" },
      select: { type: true, data: true, personId: true },
    });
  const types = ["created", "changed", "archived", "restored"].map(done => `canned_reply_${done}`);
  expect(await eventsOf(own.id)).toEqual(
    types.map(type => ({ type, data: { replyId: own.id }, personId: agent.id })),
  );
  expect(await eventsOf(desk.id)).toEqual([
    { type: "canned_reply_created", data: { replyId: desk.id }, personId: null },
  ]);
});
