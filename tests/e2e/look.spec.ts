import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addNote } from "@/lib/desk/notes";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest, aRequestIn, run } from "../support/factories";

/** Opens a page once and resizes it, which is cheaper than opening it for each width. As wide as it opens, clean.spec.ts judges it. */
async function expectGoodLook(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  // 640 is what a usual screen has at 200 %.
  for (const width of [1280, 640, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll(".request-table")]
        .filter(one => one.scrollWidth > one.clientWidth)
        .map(one => one.className || "page"),
    );
    expect(cut, `${path} at ${width}`).toEqual([]);
  }
  await axe(page);
}

test("customers' pages and settings never scroll sideways, and are clean to axe on a phone, in light and dark", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  for (const path of ["/sign-in", "/sign-up"]) await expectGoodLook(page, path);
  const customer = await signedInAs("customer");
  const reference = await aRequestIn("waiting_for_customer", { by: customer });
  for (const path of [
    ...["/", "/catalog/report-a-problem-with-amtl3", "/catalog/access-and-accounts"],
    ...["/requests?show=open", "/requests?show=closed", `/requests/${reference}`],
    ...["/settings", "/settings/password", "/settings/data", "/settings/email/none"],
  ])
    await expectGoodLook(page, path);
});

test("agents' pages never scroll sideways, and are clean to axe on a phone, in light and dark", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  const agent = await signedInAs("agent");
  const reference = await aRequestIn("waiting_for_customer");
  await run(agent, act => addNote(act, { reference, body: "They call back at noon." }));
  for (const path of [
    ...["/agent", `/agent/requests/${reference}`, "/agent/bulk", `/agent/bulk?do=snooze&r=${reference}`],
    ...["/agent/new", "/agent/settings/views", "/settings/keyboard"],
  ])
    await expectGoodLook(page, path);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/agent");
  const heights = await page
    .locator(".queue-head .tabs a")
    .evaluateAll(all => all.map(one => one.getBoundingClientRect().top));
  expect(new Set(heights).size, "lines of tabs").toBe(1);
});

test("the keyboard reaches the content, the menu and the catalog's search", async ({ page, signedInAs }) => {
  await signedInAs("customer");
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.getByRole("button", { name: /account menu/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeVisible();
  await page.getByRole("searchbox").focus();
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeHidden();
  await page.getByRole("searchbox").fill("invoice");
  await expect(page.getByText("1 request type fits.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Feature request" })).toBeHidden();
  await page.getByRole("searchbox").fill("zebra");
  await expect(page.getByRole("link", { name: "Other / Manual Request" })).toBeVisible();
});

test("two links lead by keyboard from the top of a list to its first row, for customers and agents", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const summary = `The lamp hums ${randomUUID()}`;
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary });
  const row = (on: Page) => on.getByRole("link", { name: summary });
  const skip = async (on: Page) => {
    for (const name of ["Skip to content", "Skip to the requests"]) {
      await on.keyboard.press("Tab");
      await expect(on.getByRole("link", { name })).toBeFocused();
      await on.keyboard.press("Enter");
    }
    await on.keyboard.press("Tab");
  };
  await page.goto("/requests?show=open");
  await skip(page);
  await expect(row(page)).toBeFocused();

  const desk = await newVisitor();
  await signedInAs("agent", desk);
  await desk.goto(`/agent?q=${reference}`);
  await skip(desk);
  await expect(desk.getByRole("checkbox", { name: `Select ${reference}` })).toBeFocused();
  await desk.keyboard.press("Tab");
  await expect(row(desk)).toBeFocused();
  await desk.goto("/agent?q=no-such-words-anywhere");
  await expect(desk.getByRole("link", { name: "Skip to the requests" })).toHaveCount(0);
});

test("by keyboard a row of a list is one stop, and a list in which nothing waits says so", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto("/requests?show=open");
  const row = page.getByRole("row").filter({ hasText: reference });
  await page.getByRole("columnheader", { name: "Last activity" }).getByRole("link").focus();
  await page.keyboard.press("Tab");
  await expect(row.getByRole("link", { name: "The lamp flickers" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row.getByRole("link")).toHaveCount(2);
  await expect(row.locator(":focus")).toHaveCount(0);
  await page.getByRole("link", { name: "Waiting for you" }).click();
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "All requests" }).last().click();
  await expect(row).toBeVisible();
});
