import { expect, it } from "vitest";
import { before, days } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { readMailboxMail } from "@/lib/mail/local-mailbox";
import { aCustomer, aRequest } from "../../support/factories";
import { lastMailTo } from "../../support/sent-mails";

it("the text of a sent mail is removed after 90 days; that it was sent, to whom and when, stays", async () => {
  const sentDaysAgo = async (count: number) => {
    const customer = await aCustomer();
    await aRequest({ by: customer });
    const { id } = await lastMailTo(customer.email);
    await db().delivery.updateMany({ where: { id }, data: { sentAt: before(new Date(), days(count)) } });
    return { id, customer };
  };
  const [old, recent] = [await sentDaysAgo(91), await sentDaysAgo(89)];
  const waiting = await aCustomer();
  await aRequest({ by: waiting });
  await sweep();
  expect(await readMailboxMail(old.id)).toMatchObject({
    ...{ state: "sent", to: old.customer.email, html: "", text: "" },
    subject: { params: { subject: expect.stringContaining("The printer is on fire") } },
  });
  expect((await readMailboxMail(recent.id))?.text).toContain("It burns.");
  expect((await lastMailTo(waiting.email)).text).toContain("It burns.");
});
