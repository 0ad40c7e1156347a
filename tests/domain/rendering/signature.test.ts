import { parseWithZod } from "@conform-to/zod/v4";
import { expect, it } from "vitest";
import { answerRequest } from "@/lib/actions/answer";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { keepWriting, readWriting } from "@/lib/desk/writing";
import { writingForm } from "@/lib/entry/choice-forms";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
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
