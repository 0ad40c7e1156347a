import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";

test("without its database the desk says so, keeps what was typed, and recovers by itself", async ({
  page,
  openDesk,
  cable,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 50[03]/);
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  await signIn(page, customer);
  await page
    .context()
    .addCookies((await page.context().cookies()).map(({ name, value }) => ({ name, value, url: desk.url })));
  await page.goto(`${desk.url}/requests/${reference}`);
  await page.getByLabel("Your comment").fill("Typed before the storm");
  cable.cut();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText(/cannot reach its database right now. Nothing was saved/)).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("Typed before the storm");

  const other = await page.context().newPage();
  const answer = await other.goto(`${desk.url}/requests/${reference}`);
  expect(answer?.status()).toBe(503);
  await expect(other.getByRole("heading", { name: /will be back in a moment/ })).toBeVisible();
  await axe(other);
  const health = async () => (await other.request.get(`${desk.url}/api/health`)).status();
  await expect.poll(health).toBe(503);

  cable.mend();
  await other.getByRole("link", { name: "Try again" }).click();
  await expect(other.getByRole("heading", { name: "History" })).toBeVisible();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("Typed before the storm").first()).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("");
  expect(await db().comment.count({ where: { authorId: customer.id } })).toBe(1);
});

test("pressing Send twice makes one request", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  await page.goto("/catalog/other-manual-request");
  await page.getByLabel(/^Summary/).fill("Twice");
  await page.getByLabel(/^How can we help/).fill("Once");
  await page.getByRole("button", { name: "Send request" }).dblclick();
  await expect(page.getByRole("heading", { name: /We have received/ })).toBeVisible();
  expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(1);
});
