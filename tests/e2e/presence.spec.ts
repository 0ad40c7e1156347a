import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { expect, signIn, test } from "../support/e2e";
import { anAgent, aRequest } from "../support/factories";

const others = (page: Page) => page.getByRole("list", { name: "Also here" });
const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const writers = (page: Page) => page.locator(".answer-box p[aria-live]");

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
