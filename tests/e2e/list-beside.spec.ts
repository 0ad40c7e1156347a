import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, moveTo } from "../support/factories";
import { withholdNews } from "../support/walk";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const beside = (page: Page) => page.getByRole("navigation", { name: "Queue" });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test("beside an open request is the list that it was opened from, which is walked, changes row by row, and can be hidden", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  await signedInAs("agent");
  const [mark, colleague] = [randomBytes(4).toString("hex"), await anAgent()];
  const customer = await aCustomer({ name: `Odile ${mark}` });
  const [one, two, three] = [`First ${mark}`, `Second ${mark}`, `Third ${mark}`];
  const raise = (summary: string, hours: number) => aRequest({ by: customer, summary, at: hoursAgo(hours) });
  const first = await raise(one, 9);
  const second = await raise(two, 8);
  await raise(three, 7);
  const rows = beside(page).getByRole("listitem");
  const open = beside(page).locator("[aria-current=page]");

  await page.setViewportSize({ width: 1700, height: 900 });
  await page.goto(`/agent?customer=${mark}`);
  await page.getByRole("link", { name: one }).click();
  await expect(heading(page, one)).toBeVisible();
  await expect(rows).toHaveCount(3);
  await expect(open).toContainText(`${first}`);
  await expect(open).toContainText(`Odile ${mark}`);
  await axe(page);
  await page.getByRole("link", { name: "Skip to the open request" }).press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#open-request :focus")).toHaveCount(1);

  await page.keyboard.press("]");
  await expect(heading(page, two)).toBeVisible();
  await expect(open).toContainText(two);
  await page.keyboard.press("j");
  await expect(beside(page).getByRole("link", { name: three })).toBeFocused();
  await page.keyboard.press("o");
  await expect(heading(page, three)).toBeVisible();
  await expect(open).toContainText(three);

  const late = await raise(`Late ${mark}`, 1);
  await expect(beside(page).getByRole("button", { name: "1 changed · Show" })).toBeVisible();
  await expect(rows).toHaveCount(3);
  await moveTo(colleague, second, "resolve", { resolution: "done" });
  await expect(rows.filter({ hasText: two })).toContainText("No longer in this view");
  await axe(page);
  await beside(page).getByRole("button", { name: "2 changed · Show" }).click();
  await expect(rows.locator("b")).toHaveText([one, three, `Unread: Late ${mark}`]);
  await expect(open).toContainText(three);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(`/agent/requests/${late}`);

  await page.reload();
  await expect(open).toContainText(late);
  await beside(page).getByRole("button", { name: "Hide list" }).click();
  await expect(beside(page)).toHaveCount(0);
  await page.reload();
  const show = page.getByRole("button", { name: "Show list" });
  await expect(show).toHaveAttribute("aria-expanded", "false");
  await show.click();
  await expect(rows).toHaveCount(3);

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(beside(page)).toHaveCount(0);
  await page.setViewportSize({ width: 1700, height: 900 });
  await expect(rows).toHaveCount(3);
  await beside(page).getByRole("link", { name: "Queue" }).click();
  await expect(page).toHaveURL(new RegExp(`customer=${mark}`));

  const other = await newVisitor({ viewport: { width: 1280, height: 800 } });
  await other.context().addCookies(await page.context().cookies());
  // News of the list itself would ask for rows, too.
  await withholdNews(other);
  const asked: string[] = [];
  other.on("request", request => asked.push(new URL(request.url()).pathname));
  await other.goto(`/agent?customer=${mark}`);
  await other.getByRole("link", { name: one }).click();
  await expect(heading(other, one)).toBeVisible();
  await expect(beside(other)).toHaveCount(0);
  expect(asked).not.toContain("/api/queue");
});
