import { days, later, minutes } from "@/lib/clock";
import { eraseDue } from "@/lib/entry/erasures";
import { applyRetention } from "@/lib/entry/retention";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../support/factories";
import { aClosedRequest } from "../support/retention";

test("a customer reads how to ask for it, and an admin has them erased: what others wrote stays readable", async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const [customer, agent, admin] = [await aCustomer({ name: "Ilse Vogt" }), await anAgent(), await anAdmin()];
  const reference = await aRequest({ by: customer, summary: `My cellar number ${Date.now()}` });
  await run(agent, act => commentOnRequest(act, { reference, body: "We have looked at it." }));
  await signIn(page, customer);
  await page.goto("/settings/data");
  await expect(page.getByText("ask us to erase your account")).toBeVisible();
  await axe(page);

  await test.step("agents have no such pages", async () => {
    await signIn(page, agent);
    for (const path of ["/admin/erasures", `/admin/people/${customer.id}/erase`])
      expect((await page.goto(path))?.status(), path).toBe(404);
  });

  await signIn(page, admin);
  await page.goto("/admin/erasures");
  await axe(page);
  await page.getByLabel("Email address").fill("nobody@people.test");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Nobody has this address.").first()).toBeVisible();
  await page.getByLabel("Email address").fill(customer.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Erase Ilse Vogt" })).toBeVisible();
  await expect(page.getByText("1 comment that others wrote on their requests")).toBeVisible();
  await axe(page);
  const confirmation = page.getByLabel("Their email address");
  await page.getByRole("button", { name: /Suspend now/ }).click();
  await expect(page.getByText("Type the address of this person").first()).toBeVisible();
  await confirmation.fill("ilse@people.test");
  await page.getByRole("button", { name: /Suspend now/ }).click();
  await expect(page.getByText("Type the address of this person").first()).toBeVisible();
  await confirmation.fill(customer.email);
  await page.getByRole("button", { name: /Suspend now/ }).click();
  await expect(page.getByText("The account is suspended.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw (erasure of Ilse Vogt)" }).click();
  await expect(page.getByText("It was withdrawn")).toBeVisible();

  await page.goto(`/admin/people/${customer.id}/erase`);
  await page.getByLabel("Their email address").fill(customer.email);
  await page.getByRole("button", { name: /Suspend now/ }).click();
  await expect(page.getByRole("link", { name: "Ilse Vogt" })).toBeVisible();
  await eraseDue(later(new Date(), days(14) + minutes(1)));
  await page.reload();
  await expect(page.getByRole("link", { name: "Ilse Vogt" })).toBeHidden();
  await axe(page);
  await page.goto(`/agent/requests/${reference}`);
  await expect(page.getByRole("heading", { name: "Erased request" })).toBeVisible();
  await expect(page.getByText("We have looked at it.")).toBeVisible();
  await expect(page.getByText("Erased person").first()).toBeVisible();
});

test("an admin counts what a rule would delete and types the number; a link then says so to whoever could read it", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const customer = await aCustomer();
  const old = await aClosedRequest(7_000, { by: customer });
  const admin = await signedInAs("admin");
  await page.goto("/admin/retention");
  await axe(page);
  const rule = page.getByRole("region", { name: "Closed requests", exact: true });
  await expect(rule.getByText("Off: nothing is deleted")).toBeVisible();
  await rule.getByLabel("Months to keep them").fill("none");
  await rule.getByRole("button", { name: "Count what would go" }).click();
  await expect(rule.getByText("Enter a number of months").first()).toBeVisible();
  await rule.getByLabel("Months to keep them").fill("220");
  await rule.getByRole("button", { name: "Count what would go" }).click();
  await expect(rule.getByText(/1 request would go/)).toBeVisible();
  await axe(page);
  await rule.getByLabel("Type 1 to confirm").fill("2");
  await rule.getByRole("button", { name: /Switch on/ }).click();
  await expect(rule.getByText("Type 1 to confirm.").first()).toBeVisible();
  await rule.getByLabel("Type 1 to confirm").fill("1");
  await rule.getByRole("button", { name: /Switch on/ }).click();
  await expect(page.getByText("The rule is on.")).toBeVisible();
  await applyRetention();
  await page.reload();
  await rule.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("The rule is off.")).toBeVisible();

  for (const [person, path] of [
    [customer, `/requests/${old}`],
    [admin, `/agent/requests/${old}`],
  ] as const) {
    await signIn(page, person);
    await page.goto(path);
    await expect(page.getByRole("heading", { name: `${old} was deleted` })).toBeVisible();
    await axe(page);
  }
  await signIn(page, await aCustomer());
  for (const path of [`/requests/${old}`, `/deleted/${old}`, "/admin/retention"])
    expect((await page.goto(path))?.status(), path).toBe(404);
});
