import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";

/** What the browser would show, in place of the system that tests have none of. */
function recordNotifications() {
  const shown: string[] = [];
  const notifications: Recorded[] = [];
  class Recorded {
    static get permission() {
      return localStorage.getItem("permission") ?? "default";
    }
    static async requestPermission() {
      localStorage.setItem("permission", "granted");
      return "granted";
    }
    onclick: (() => void) | null = null;
    constructor(title: string, { body }: { body: string }) {
      shown.push(`${title}: ${body}`);
      notifications.push(this);
    }
    close() {}
  }
  Object.assign(window, { Notification: Recorded, shown, notifications });
}
type Recorder = { shown: string[]; notifications: { onclick(): void }[] };
const shownBy = (page: Page) => page.evaluate(() => (window as unknown as Recorder).shown);

test("an agent chooses what reaches them; one of their tabs shows it on the desktop, and another once that is closed", async ({
  page,
  context,
  allowConsoleError,
}) => {
  test.slow();
  await context.addInitScript(recordNotifications);
  const agent = await anAgent();
  await signIn(page, agent);
  await page.goto("/settings/notifications");
  await page.getByRole("link", { name: "What reaches you, and how" }).click();
  await expect(page.getByText("This browser does not show them yet.")).toBeVisible();
  await axe(page);
  expect(await shownBy(page)).toEqual([]);
  await expect(page.getByRole("checkbox", { name: "New requests: Bell" })).toBeChecked();
  await page.getByRole("checkbox", { name: "New requests: Bell" }).uncheck();
  await page.getByRole("checkbox", { name: "New requests: Desktop" }).check();
  await page.getByRole("combobox", { name: "Requests that nobody takes on" }).selectOption("60");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "New requests: Bell" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "New requests: Desktop" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Requests that nobody takes on" })).toHaveValue("60");

  await page.getByRole("button", { name: "Allow in this browser" }).click();
  await expect(page.getByText("This browser shows them")).toBeVisible();
  expect(await shownBy(page)).toEqual([expect.stringContaining("This is how the desk tells you")]);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("lodge-desktop-shown"))).not.toBeNull();
  const other = await context.newPage();
  await other.goto("/agent/settings/notifications");
  const customer = await aCustomer();
  const first = await aRequest({ by: customer });
  const raised = `${customer.name} raised this request: ${first}`;
  await expect.poll(async () => (await shownBy(page)).join("\n")).toContain(raised);
  expect(await shownBy(other)).toEqual([]);
  const opened = context.waitForEvent("page");
  // Others raise requests, too, so it need not be the last one.
  await page.evaluate(text => {
    const { shown, notifications } = window as unknown as Recorder;
    notifications[shown.findIndex(one => one.startsWith(text))]?.onclick();
  }, raised);
  await expect(await opened).toHaveURL(new RegExp(`/agent/requests/${first}`));
  await (await opened).close();

  // What comes while others are being shown is not missed.
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/notices*", async route => {
    const answer = await route.fetch();
    await promise;
    await route.fulfill({ response: answer });
  });
  const asked = page.waitForRequest("**/api/notices*");
  const held = await aRequest({ by: customer });
  await asked;
  const late = await aRequest({ by: customer });
  resolve();
  for (const one of [held, late])
    await expect.poll(async () => (await shownBy(page)).join("\n")).toContain(one);

  // Nor is what could not be fetched.
  allowConsoleError(/503/);
  await page.unroute("**/api/notices*");
  const refused = Promise.withResolvers<void>();
  await page.route(
    "**/api/notices*",
    async route => {
      await route.fulfill({ status: 503 });
      refused.resolve();
    },
    { times: 1 },
  );
  const missed = await aRequest({ by: customer });
  await refused.promise;
  const next = await aRequest({ by: customer });
  for (const one of [missed, next])
    await expect.poll(async () => (await shownBy(page)).join("\n")).toContain(one);

  await page.close();
  const second = await aRequest({ by: customer });
  await expect.poll(async () => (await shownBy(other)).join()).toContain(second);
});

test("choices are kept without script; only desktop notifications need it", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, await anAgent());
  await page.goto("/agent/settings/notifications");
  await expect(page.getByText("Desktop notifications need JavaScript.")).toBeVisible();
  for (const way of ["Bell", "Email"])
    await page.getByRole("checkbox", { name: `Mentions of you in notes: ${way}` }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Mentions of you in notes: Email" })).not.toBeChecked();
  await context.close();
});
