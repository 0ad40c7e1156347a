import { parseWithZod } from "@conform-to/zod/v4";
import { expect, it } from "vitest";
import { answerRequest } from "@/lib/actions/answer";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { keepWriting, readWriting } from "@/lib/desk/writing";
import { writingForm } from "@/lib/entry/choice-forms";
import { gather } from "@/lib/mail/gather";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { anOrder, carryOut } from "../../support/bulk-runs";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { lastMailTo, sentMails } from "../../support/sent-mails";

it("a signature stands in each mail of a public reply to customers, and nowhere else", async () => {
  const [customer, agent, colleague] = [await aCustomer(), await anAgent(), await anAgent()];
  const reference = await aRequest({ by: customer });
  await run(agent, act => keepWriting(act, { undoes: false, signature: "Priya\n**canary-signature**" }));
  await run(colleague, act => followRequest(act, { reference, follows: true }));
  const send = async (mode: "reply" | "ask" | "resolve") => {
    const { version } = await rowOf(reference);
    const answer = { reference, version, mode, body: "Here you go.", resolution: "done" as const };
    await run(agent, act => answerRequest(act, answer));
  };
  for (const mode of ["reply", "ask", "resolve"] as const) {
    await send(mode);
    const mail = await lastMailTo(customer.email);
    expect(mail.html).toContain("<strong");
    expect(mail.text.match(/canary-signature/g)).toHaveLength(1);
    expect(mail.text.indexOf("canary-signature")).toBeGreaterThan(mail.text.indexOf("Here you go."));
  }
  await run(agent, act => addNote(act, { reference, body: "Between us." }));
  const theirs = await sentMails({ to: colleague.email });
  expect(theirs.length).toBeGreaterThan(2);
  expect(theirs.map(({ text }) => text).join()).not.toContain("canary-signature");
  expect(JSON.stringify(await readRequestPage(customer, reference))).not.toContain("canary-signature");
  expect((await readDeskPage(colleague, reference))?.signature).toBe("");
  expect((await readDeskPage(agent, reference))?.signature).toContain("canary-signature");
  await run(customer, act => commentOnRequest(act, { reference, body: "Thanks.", afterResolved: "reopen" }));
  expect((await lastMailTo(colleague.email)).text).not.toContain("canary-signature");
});

it("a signature stands once in a mail that tells of several replies, gathered or of a bulk run, under its writer's last words", async () => {
  const [customer, agent, colleague] = [await aCustomer(), await anAgent(), await anAgent()];
  for (const [who, words] of [
    [agent, "canary-signature"],
    [colleague, "other-signature"],
  ] as const)
    await run(who, act => keepWriting(act, { undoes: false, signature: words }));
  await run(customer, act => choosePace(act, { pace: "gathered" }));
  const [reference, second] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
  const say = (by: PersonActor, body: string) =>
    run(by, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));
  await say(agent, "The first words.");
  await say(colleague, "Words of a colleague.");
  await say(agent, "The last words.");
  const { id: requestId } = await rowOf(reference);
  await gather({ personId: customer.id, requestId }, new Date());
  const gathered = await lastMailTo(customer.email, "gathered");
  expect(gathered.text).toMatch(
    /first words[\s\S]*Words of a colleague[\s\S]*other-signature[\s\S]*last words[\s\S]*canary-signature/,
  );
  expect(gathered.text.match(/(canary|other)-signature/g)).toHaveLength(2);

  await carryOut(await anOrder(agent, "reply", [reference, second], { body: "All works again." }));
  const several = await lastMailTo(customer.email, "several_requests");
  expect(several.text.match(/All works again\./g)).toHaveLength(2);
  expect(several.text.match(/canary-signature/g)).toHaveLength(1);
  expect(several.text.lastIndexOf("works again")).toBeLessThan(several.text.indexOf("canary-signature"));
});

it("a gathered mail has no signature of agents who take part as customers, and none reaches agents or the bell", async () => {
  const [customer, agent, follower] = [await aCustomer(), await anAgent(), await anAgent()];
  const reference = await aRequest({ by: customer });
  await run(agent, act => keepWriting(act, { undoes: false, signature: "canary-signature" }));
  for (const who of [customer, follower]) await run(who, act => choosePace(act, { pace: "gathered" }));
  await run(follower, act => followRequest(act, { reference, follows: true }));
  const reply = (body: string) =>
    run(agent, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));
  const { id: requestId } = await rowOf(reference);
  await reply("For the desk.");
  await gather({ personId: follower.id, requestId }, new Date());
  expect((await lastMailTo(follower.email, "gathered_for_agent")).text).not.toContain("canary-signature");
  expect(JSON.stringify(await listNotices(customer))).not.toContain("canary-signature");
  await gather({ personId: customer.id, requestId }, new Date());
  expect((await lastMailTo(customer.email, "gathered")).text).toContain("canary-signature");
  await aParticipant(reference, agent);
  await reply("As one of them.");
  await gather({ personId: customer.id, requestId }, new Date());
  const mail = await lastMailTo(customer.email, "gathered");
  expect(mail.text).toContain("As one of them.");
  expect(mail.text).not.toContain("canary-signature");
});

it("a signature can be taken away, and has an end", async () => {
  const agent = await anAgent();
  const form = (signature: string) => {
    const data = new FormData();
    data.set("undo", "yes");
    data.set("signature", signature);
    return parseWithZod(data, { schema: writingForm });
  };
  expect(form("x".repeat(501)).status).toBe("error");
  const sent = form("\r\n  \r\n");
  if (sent.status !== "success") throw new Error("It was not taken.");
  await run(agent, act => keepWriting(act, sent.value));
  expect(await readWriting(agent, { undo: "off" })).toEqual({ undoes: true, signature: "" });
});
