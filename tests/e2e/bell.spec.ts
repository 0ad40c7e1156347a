import { countUnread } from "@/lib/bell/notices";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../support/factories";

async function aConversation() {
  const customer = await aCustomer();
  const agent = await anAgent({ name: "Tomás Reyes" });
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  const say = (body: string) =>
    run(agent, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));
  await say("Which lamp is it?");
  await say("The **green** one?");
  return { customer, agent, reference };
}

const panelOf = (page: import("@playwright/test").Page) =>
  page.getByRole("dialog", { name: /^Notifications/ });

test("the bell opens what is new by request, by keyboard, and gives the focus back", async ({ page }) => {
  const { customer, reference } = await aConversation();
  await signIn(page, customer);
  await page.goto("/requests");
  const bell = page.getByRole("link", { name: /^Notifications, \d unread/ });
  await bell.press("Enter");
  const panel = panelOf(page);
  await expect(panel).toBeFocused();
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel).toContainText("The green one?");
  await expect(panel).toContainText("Which lamp is it?");
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("link", { name: "Unread: The lamp flickers" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(bell).toBeFocused();
  await expect(page).toHaveURL("/requests");
  await bell.click();
  await expect(panel).toBeVisible();
  await bell.click();
  await expect(panel).toBeHidden();
  await bell.press("Enter");
  await panel.getByRole("link", { name: "Unread: The lamp flickers" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/requests/${reference}\\?entry=`));
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
});

test("all of it is marked as read where it is shown, for its reader alone", async ({ page, newVisitor }) => {
  const { customer } = await aConversation();
  await signIn(page, customer);
  await page.goto("/requests");
  await page.getByRole("link", { name: /^Notifications, \d unread/ }).click();
  const button = panelOf(page).getByRole("button", { name: "Mark all as read" });
  const opener = await button.getAttribute("value");
  const send = (from: typeof page, data: string, site = "same-origin") =>
    from.request.post("/api/notices/panel", { data, headers: { "sec-fetch-site": site } });
  const others = await newVisitor();
  expect((await send(others, opener ?? "")).status(), "a stranger").toBe(401);
  await signIn(others, await aCustomer());
  for (const data of [opener ?? "", "", "x".repeat(600)])
    expect((await send(others, data)).status(), "somebody else").toBe(403);
  expect((await send(page, opener ?? "", "cross-site")).status(), "another site").toBe(403);
  const [drawnFor = ""] = opener?.split(" ") ?? [];
  for (const data of [drawnFor, `${drawnFor} x`, `${drawnFor} -1`])
    expect((await send(page, data)).status(), "no notice").toBe(400);
  expect(await countUnread(customer)).toBeGreaterThan(0);
  await button.click();
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await expect(panelOf(page)).toContainText("The green one?");
  await expect(button).toBeHidden();
  expect(await countUnread(customer)).toBe(0);
});

test("what arrives while the panel is open stays unread when all of it is marked as read", async ({
  page,
}) => {
  const { customer, agent, reference } = await aConversation();
  await signIn(page, customer);
  await page.goto("/requests");
  await page.getByRole("link", { name: /^Notifications, \d unread/ }).click();
  const button = panelOf(page).getByRole("button", { name: "Mark all as read" });
  await expect(button).toBeVisible();
  const words = { reference, body: "And one thing more.", afterResolved: "keep" } as const;
  await run(agent, act => commentOnRequest(act, words));
  await button.click();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await expect(panelOf(page)).toContainText("And one thing more.");
  expect(await countUnread(customer)).toBe(1);
});

test("on a phone it is a sheet, from right to left, too, and an agent has one", async ({ newVisitor }) => {
  const { customer, agent, reference } = await aConversation();
  await moveTo(customer, reference, "kill", { body: "It was the **bulb**." });
  const page = await newVisitor({
    locale: "ar-XB",
    viewport: { width: 390, height: 800 },
  });
  await signIn(page, agent);
  await page.goto("/agent");
  await page.locator(".bell").click();
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText("The lamp flickers");
  await expect
    .poll(async () => {
      const box = await panel.boundingBox();
      return box && [box.x, box.width, Math.round(box.y + box.height)];
    })
    .toEqual([0, 390, 800]);
  await axe(page);
});

test("an empty bell says what will be there, and without script it is a link to its page", async ({
  page,
  newVisitor,
}) => {
  const customer = await aCustomer();
  await signIn(page, customer);
  await page.goto("/requests");
  await page.getByRole("link", { name: "Notifications", exact: true }).click();
  await expect(panelOf(page)).toContainText("When somebody answers you, you will see it here.");
  await axe(page);
  await panelOf(page).getByRole("link", { name: "All notifications" }).click();
  await expect(page.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  const plain = await newVisitor({ javaScriptEnabled: false });
  await signIn(plain, customer);
  await plain.goto("/requests");
  await plain.getByRole("link", { name: "Notifications", exact: true }).click();
  await expect(plain).toHaveURL("/notifications");
});
