import { db } from "@/lib/db";
import { numberOf } from "@/lib/requests/reference";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { mailTo } from "../support/mails";

test("an admin sees what is held back and given up, sends it, and tries the mail", async ({
  page,
  signedInAs,
}) => {
  const admin = await signedInAs("admin");
  const gone = await aCustomer({ email: `nobody-${Date.now()}@people.test` });
  const reference = await aRequest({ by: gone, summary: "The bell is silent" });
  await expect
    .poll(() => db().delivery.findFirst({ where: { to: gone.email }, select: { state: true } }))
    .toEqual({ state: "dead" });

  await page.goto("/agent");
  await page.getByRole("link", { name: "Admin", exact: true }).click();
  await page.getByRole("link", { name: "Mail", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Mail", level: 1 })).toBeVisible();
  await expect(page.getByText("No virus scanner looks at files")).toBeVisible();
  const dead = page.getByRole("region", { name: "Given up" });
  const mail = dead.getByRole("listitem").filter({ hasText: reference });
  await expect(mail).toContainText("550");
  await expect(page.getByRole("region", { name: "Not sent" })).toContainText("nothing left to say");
  await axe(page);
  await mail.getByRole("button", { name: /Send again/ }).click();
  await expect(page.getByText("The email is on its way.")).toBeVisible();
  await expect
    .poll(() =>
      db().delivery.findFirst({ where: { to: gone.email }, select: { state: true, attempts: true } }),
    )
    .toEqual({ state: "dead", attempts: 1 });

  await page.getByRole("button", { name: "Send me a test email" }).click();
  await expect(page.getByText("A test email to your own address is on its way.")).toBeVisible();
  expect((await mailTo(admin.email, /A test email/)).text).toContain("sending works");
});

test("an admin sees when a mail that is held leaves by itself, and which one waits for them", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("admin");
  const customer = await aCustomer();
  const [limited, doubtful] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
  const hold = async (reference: string, heldUntil: Date | null) => {
    await mailTo(customer.email, new RegExp(reference));
    await db().delivery.updateMany({
      where: { event: { request: { number: numberOf(reference) ?? 0 } } },
      data: { state: "held", reason: "For a test", heldUntil },
    });
  };
  await hold(limited, new Date(Date.now() + 3_600_000));
  await hold(doubtful, null);
  await page.goto("/admin/mail");
  const held = page.getByRole("region", { name: "Held back" }).getByRole("listitem");
  await expect(held.filter({ hasText: limited })).toContainText(/Will be sent (today|tomorrow), \d\d:\d\d/);
  await expect(held.filter({ hasText: doubtful })).not.toContainText("Will be sent");
});

test("the mail room is for admins alone, and reports of bounces need our signature", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  await page.goto("/admin/mail");
  await expect(page).toHaveURL(/sign-in/);
  for (const role of ["customer", "agent"] as const) {
    await signedInAs(role);
    expect((await page.goto("/admin/mail"))?.status()).toBe(404);
  }
  expect((await page.request.post("/api/mail/resend", { data: { type: "email.bounced" } })).status()).toBe(
    401,
  );
});

test("whoever gets no mail any more is told so on every page", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  await page.goto("/");
  await expect(page.getByText("Emails to your address are bouncing")).toHaveCount(0);
  await db().suppression.create({
    data: { email: customer.email, kind: "bounced", reason: "No such mailbox", at: new Date() },
  });
  await page.goto("/");
  await expect(page.getByText("Emails to your address are bouncing")).toBeVisible();
  await axe(page);
});
