import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";

const others = (page: Page) => page.getByRole("list", { name: "Also here" });
const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const writers = (page: Page) => page.locator(".answer-box p[aria-live]");
const inQueue = (page: Page, reference: string) =>
  page.getByRole("row").filter({ hasText: reference }).locator(".row-presence");

test("agents see who is viewing and writing, in the request and in the queue, and a customer sees nothing of it", async ({
  page,
  newVisitor,
}) => {
  test.slow();
  const [customer, ada, kim] = [
    await aCustomer(),
    await anAgent({ name: "Ada Lovelace" }),
    await anAgent({ name: "Kim Novak" }),
  ];
  const reference = await aRequest({ by: customer });
  // On its first page the queue may be full of others' requests.
  const queue = `/agent?status=open&customer=${encodeURIComponent(customer.email)}`;
  const [other, theirs] = [await newVisitor(), await newVisitor()];
  await signIn(page, ada);
  await signIn(other, kim);
  await signIn(theirs, customer);
  const asked: string[] = [];
  theirs.on("request", request => asked.push(new URL(request.url()).pathname));
  await theirs.goto(`/requests/${reference}`);
  await page.goto(`/agent/requests/${reference}`);
  await expect(others(page)).toHaveCount(0);
  await other.goto(queue);
  await expect(inQueue(other, reference)).toHaveText("Ada Lovelace is viewingAL");
  await axe(other);

  await other.goto(`/agent/requests/${reference}`);
  await expect(others(other)).toContainText("Ada Lovelace is viewing");
  await expect(others(page)).toContainText("Kim Novak is viewing");
  await expect(writers(page)).toBeEmpty();

  await box(other).fill("We are on it.");
  await expect(others(page)).toContainText("Kim Novak is writing …");
  await expect(writers(page)).toHaveText("Kim Novak is writing …");
  await axe(page);
  await box(other).fill("");
  await expect(others(page)).toContainText("Kim Novak is viewing");
  await expect(writers(page)).toBeEmpty();
  await box(other).fill("We are on it.");
  await expect(writers(page)).toHaveText("Kim Novak is writing …");
  await other.getByRole("button", { name: "Send reply" }).click();
  await expect(writers(page)).toBeEmpty();
  await expect(others(page)).toContainText("Kim Novak is viewing");

  await other.goto(queue);
  await expect(others(page)).toHaveCount(0);
  await box(page).fill("Half a thought");
  await expect(inQueue(other, reference)).toHaveText("Ada Lovelace is writing …AL…");
  await page.goto("/agent");
  await expect(inQueue(other, reference)).toHaveCount(0);

  await expect(theirs.getByRole("article").getByText("We are on it.")).toBeVisible();
  expect(await theirs.content()).not.toMatch(/is viewing|is writing|presence/i);
  expect(asked).not.toContain("/api/presence");
});

test("whoever has two windows open is there until both are closed", async ({ page, newVisitor }) => {
  const kim = await anAgent({ name: "Kim Novak" });
  await signIn(page, await anAgent());
  const first = await newVisitor();
  await signIn(first, kim);
  const second = await first.context().newPage();
  const reference = await aRequest();
  for (const one of [page, first, second]) await one.goto(`/agent/requests/${reference}`);
  await box(first).fill("We are on it.");
  await expect(writers(page)).toHaveText("Kim Novak is writing …");
  await first.close();
  await expect(others(page)).toContainText("Kim Novak is viewing");
  await second.close();
  await expect(others(page)).toHaveCount(0);
});

test("where no stream is held, and where somebody was cut off, the page learns of it all the same", async ({
  page,
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 503|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const kim = await anAgent({ name: "Kim Novak" });
  await signIn(page, await anAgent());
  const other = await newVisitor();
  await signIn(other, kim);
  const reference = await aRequest();
  await page.route("**/api/live?*", route => route.fulfill({ status: 503 }));
  await other.goto(`/agent/requests/${reference}`);
  await page.goto(`/agent/requests/${reference}`);
  await expect(others(page)).toContainText("Kim Novak is viewing");
  await other.context().setOffline(true);
  // Again, should a sign of life have been on its way.
  await expect(async () => {
    await db().presence.updateMany({ where: { personId: kim.id }, data: { beatAt: new Date(0) } });
    expect(await others(page).count()).toBe(0);
  }).toPass();
  await other.context().setOffline(false);
});
