import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { mailTo } from "../support/mails";

test("the front page shows the catalog to everyone", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const category of ["Platform Support", "Billing", "General"])
    await expect(page.getByRole("heading", { level: 2, name: category })).toBeVisible();
  await expect(page.getByRole("link", { name: "Other / Manual Request" })).toBeVisible();
  await axe(page);
});

test("whoever is signed out is led to the sign-in page, and told where from", async ({ page }) => {
  await page.goto("/requests");
  await expect(page).toHaveURL("/sign-in?next=%2Frequests");
  await axe(page);
});

test("a request of one's own is on the list, and its confirmation is in the mail", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lift plays the wrong music" });
  await page.goto("/requests");
  await expect(page.getByRole("link", { name: reference })).toBeVisible();
  await expect(page.getByRole("link", { name: "The lift plays the wrong music" })).toBeVisible();
  const mail = await mailTo(customer.email);
  expect(mail.subject).toBe(`[${reference}] The lift plays the wrong music`);
  expect(mail.headers["auto-submitted"]).toBe("auto-generated");
});

test("the agents' pages do not exist for a customer", async ({ page, signedInAs, allowConsoleError }) => {
  allowConsoleError(/status of 404/);
  await signedInAs("customer");
  const answer = await page.goto("/agent");
  expect(answer?.status()).toBe(404);
});
