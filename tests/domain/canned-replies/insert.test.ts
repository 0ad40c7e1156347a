import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { archiveReply } from "@/lib/canned-replies/change";
import { readInsertable } from "@/lib/canned-replies/read";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { sendAnswer } from "@/lib/entry/desk-forms";
import { readDeskSettings } from "@/lib/settings";
import { aReply } from "../../support/canned-replies";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { statementsOf } from "../../support/statements";

const deskUrl = "https://desk.test";
const offerTo = async (actor: PersonActor, reference: string) =>
  readInsertable(actor, reference, { deskUrl, settings: await readDeskSettings() });

describe("what an agent can insert", () => {
  it("are their own, then the desk's, by one statement, with the values of the request", async () => {
    const [agent, colleague] = [await anAgent({ name: "Minh Tran" }), await anAgent()];
    const mark = randomUUID();
    for (const name of ["Own 1", "Own 2"]) await aReply({ by: agent, name });
    await aReply({ by: colleague, name: `Of a colleague ${mark}` });
    await aReply({ name: `Of the desk ${mark}`, keywords: "all of us", body: "Hello {{customer.name}}" });
    const archived = await aReply({ by: agent, name: `Archived ${mark}` });
    await run(agent, act => archiveReply(act, { reply: archived.id }));
    const summary = "Two lamps are out";
    const reference = await aRequest({ by: await aCustomer({ name: "Ada Okafor" }), summary });
    let offer: Awaited<ReturnType<typeof offerTo>> = null;
    const statements = await statementsOf(async () => {
      offer = await offerTo(agent, reference);
    });
    expect(statements).toHaveLength(1);
    const { replies, values } = offer ?? { replies: [], values: {} };
    const of = replies as { name: string; isOwn: boolean }[];
    expect(of.slice(0, 2)).toMatchObject([
      { name: "Own 1", isOwn: true },
      { name: "Own 2", isOwn: true },
    ]);
    expect(of.filter(({ name }) => name.includes(mark))).toEqual([
      {
        ...{ name: `Of the desk ${mark}`, keywords: "all of us", body: "Hello {{customer.name}}" },
        ...{ isOwn: false, team: null },
      },
    ]);
    const { deskName } = await readDeskSettings();
    expect(values).toEqual({
      "customer.name": "Ada Okafor",
      "customer.first_name": "Ada",
      "request.reference": reference,
      "request.summary": summary,
      "request.link": `${deskUrl}/requests/${reference}`,
      "agent.name": "Minh Tran",
      "desk.name": deskName,
    });
  });

  it("speaks the customer's language if it has that, and the desk's otherwise", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const [both, one] = [
      await aReply({ by: agent, name: "Both", body: "Hello" }),
      await aReply({ by: agent, name: "One", body: "Bye" }),
    ];
    await db().cannedText.create({ data: { replyId: both.id, language: "de", body: "Hallo" } });
    const reference = await aRequest({ by: customer });
    const saidTo = async () =>
      (await offerTo(agent, reference))?.replies.filter(({ isOwn }) => isOwn).map(({ body }) => body);
    expect(await saidTo()).toEqual(["Hello", "Bye"]);
    await db().person.update({ where: { id: customer.id }, data: { language: "de-CH" } });
    expect(await saidTo()).toEqual(["Hallo", "Bye"]);
    expect(one.slug).toBe("one");
  });

  it("is nothing for customers, and for a request that is not there", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await aReply();
    expect(await offerTo(customer, reference)).toBeNull();
    expect(await offerTo(await anAgent(), "LDG-99999999")).toBeNull();
    expect(await offerTo(await anAgent(), "../x")).toBeNull();
  });
});

describe("an answer with a placeholder in it", () => {
  it.each(["reply", "note", "ask", "resolve"] as const)(
    "is not sent as a %s before its writer was told; sent once more, it goes out as it is",
    async mode => {
      const [agent, reference] = [await anAgent(), await aRequest()];
      const send = async (body: string, unfilled?: number) => {
        const { version } = await rowOf(reference);
        const resolution = mode === "resolve" ? ("done" as const) : undefined;
        await run(agent, act => sendAnswer(act, { reference, version, mode, body, resolution, unfilled }));
      };
      const body = "Dear {{customer.first_name}}, {{customer.nmae}}";
      const before = await readDeskPage(agent, reference);
      const refusal = await expectRefusal(send(body), "conflict");
      expect(refusal.code).toBe("message.unfilled");
      expect(refusal.fields.body?.[0]).toContain("{{customer.first_name}}, {{customer.nmae}}");
      expect(await readDeskPage(agent, reference)).toEqual(before);
      await expectRefusal(send(`${body} {{desk.name}}`, Number(refusal.corrections.unfilled)), "conflict");
      await send(body, Number(refusal.corrections.unfilled));
      expect(JSON.stringify((await readDeskPage(agent, reference))?.timeline)).toContain("customer.nmae");
    },
  );
});
