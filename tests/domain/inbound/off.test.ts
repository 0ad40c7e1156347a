import { expect, it } from "vitest";
import { acceptMail } from "@/lib/inbound/decide";
import { listInbound } from "@/lib/inbound/queue";
import { readInboxFacts } from "@/lib/inbound/waiting";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { sentMails } from "../../support/sent-mails";

it("without a domain for replies, mails name no other address and the inbox does not exist", async () => {
  const { id } = await rowOf(await aRequest());
  const mails = await sentMails({ requestId: id });
  expect(mails.length).toBeGreaterThan(0);
  for (const { headers } of mails) expect(headers).not.toHaveProperty("Reply-To");
  const agent = await anAgent();
  await expectRefusal(listInbound(agent, { show: "held" }), "not_found");
  expect(await readInboxFacts(agent)).toBeNull();
  await expectRefusal(readInboxFacts(await aCustomer()), "not_found");
  await expectRefusal(
    run(agent, act => acceptMail(act, { mail: id })),
    "not_found",
  );
});
