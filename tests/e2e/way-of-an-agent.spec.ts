import type { Page } from "@playwright/test";
import { keepHabits } from "@/lib/desk/habits";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { anAgent, aRequest, run } from "../support/factories";
import { aQueue } from "../support/queue";
import { rowOf } from "../support/records";
import { aTeam } from "../support/teams";
import { withholdNews } from "../support/walk";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const way = (page: Page) => page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link");

test("whatever leads on to a request brings the focus to its heading, and what is left leads back to the list", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const colleague = await anAgent({ name: "Xenia Frost" });
  await run(agent, act => keepHabits(act, { after: "next" }));
  await withholdNews(page);
  const { first, second, third } = await aQueue(page);
  await page.goto(`${page.url()}&assigned=nobody`);
  const list = page.url();
  await page.getByRole("link", { name: first }).click();
  await expect(heading(page, first)).toBeFocused();

  await test.step("by keys", async () => {
    await page.keyboard.press("]");
    await expect(heading(page, second)).toBeFocused();
    await page.keyboard.press("[");
    await expect(heading(page, first)).toBeFocused();
  });

  await test.step("by giving it away in the menu", async () => {
    await page.getByRole("button", { name: /^Assigned to/ }).click();
    await page.getByRole("form", { name: "Assign" }).getByRole("button", { name: colleague.name }).click();
    await expect(heading(page, second)).toBeFocused();
    await axe(page);
  });

  await test.step("by an answer", async () => {
    await page.getByRole("textbox", { name: "Message" }).fill("It is done.");
    await page.keyboard.press("Control+Enter");
    await expect(heading(page, third)).toBeFocused();
  });

  await test.step("back to the list as it was filtered", async () => {
    await way(page).click();
    await expect(page).toHaveURL(list);
  });
});

test("a page that was loaded leaves the focus at its top, and leads back to the queue", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await page.goto(`/agent/requests/${await aRequest()}`);
  await expect(page.getByRole("radio", { name: "Public reply" })).toHaveAttribute("aria-keyshortcuts", "r");
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expect(way(page)).toHaveAttribute("href", "/agent");
});

test("what was just written is in view above the box", async ({ page, signedInAs }) => {
  await signedInAs("agent");
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(`/agent/requests/${await aRequest()}`);
  const add = async (words: string) => {
    await page.getByText("Internal note", { exact: true }).first().click();
    await page.getByRole("textbox", { name: "Message" }).fill(words);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("article").filter({ hasText: words.slice(0, 20) })).toBeVisible();
  };
  for (const place of [1, 2, 3]) await add(`Note ${place} of what we know. ${"It goes on. ".repeat(60)}`);
  await add("In short: the cable.");
  await expect(page.getByRole("article").filter({ hasText: "In short: the cable." })).toBeInViewport();
});

test("a finished bulk run leads back to the list that its requests were selected in, also by key", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  await aQueue(page);
  const list = page.url();
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("form", { name: "Selected requests" }).getByRole("button", { name: "Assign" }).click();
  await page.getByRole("button", { name: /^Assign \d+ requests$/ }).click();
  await expect(page.getByRole("link", { name: "Back to the list" })).toHaveAttribute(
    "href",
    new URL(list).pathname + new URL(list).search,
  );
  await axe(page);
  await page.keyboard.press("u");
  await expect(page).toHaveURL(list);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an agent assigns, hands over, and chooses rare filters and columns, after one more page", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("agent");
    const colleague = await anAgent({ name: `Yara ${Date.now()}` });
    const team = `Lock ${Date.now()}`;
    await aTeam({ name: team });
    const reference = await aRequest({ summary: "The sluice is open" });

    await test.step("assigns", async () => {
      await page.goto(`/agent/requests/${reference}`);
      await page.getByRole("button", { name: /^Assigned to/ }).click();
      await page.getByRole("link", { name: "Show the choices" }).click();
      await page.getByRole("button", { name: /^Assigned to/ }).click();
      await page.getByRole("button", { name: colleague.name, exact: true }).press("Enter");
      await expect(page.getByRole("button", { name: `Assigned to ${colleague.name}` })).toBeVisible();
      expect((await rowOf(reference)).assigneeId).toBe(colleague.id);
    });

    await test.step("hands over", async () => {
      await page.getByRole("button", { name: /^Team / }).click();
      await page.getByRole("link", { name: "Show the choices" }).click();
      await page.getByRole("button", { name: /^Team / }).click();
      await page.getByRole("button", { name: team, exact: true }).press("Enter");
      await expect(page.getByRole("button", { name: `Team ${team}` })).toBeVisible();
    });

    await test.step("filters and shows columns, and what was filtered before is kept", async () => {
      await page.goto("/agent?status=all&priority=normal");
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("link", { name: "Show the choices" }).click();
      await expect(page.getByRole("combobox", { name: "Priority" })).toHaveValue("normal");
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("checkbox", { name: "Last activity" }).check();
      await page.getByRole("button", { name: "Show these" }).click();
      await expect(page.getByRole("columnheader", { name: "Last activity" })).toBeVisible();
      await expect(page.getByRole("combobox", { name: "Priority" })).toHaveValue("normal");
      await page.getByRole("button", { name: /^More filters/ }).click();
      await page.getByRole("link", { name: "Show the choices" }).click();
      await page.getByRole("button", { name: /^More filters/ }).click();
      await page.getByRole("combobox", { name: "Waiting for" }).selectOption({ label: "The desk" });
      await page.locator("#more-filters").getByRole("button").click();
      await expect(page).toHaveURL(/turn=desk|turn=support/);
    });
  });
});

test("where agents see their teams alone, the queue says what somebody without a team sees, and what has left their sight", async ({
  page,
  openDesk,
}) => {
  const [agent, loner] = [await anAgent(), await anAgent()];
  const mark = String(Date.now());
  await aTeam({ name: `Pier ${mark}`, members: [agent] });
  const { url } = await openDesk({ AGENTS_SEE: "teams" });
  await signIn(page, loner);
  await page.goto(`${url}/agent`);
  await expect(page.getByText("You are in no team yet")).toBeVisible();
  await axe(page);
  await signIn(page, agent);
  await page.goto(`${url}/agent?gone=LDG-1001`);
  await expect(page.getByRole("status").filter({ hasText: "You no longer see LDG-1001." })).toBeVisible();
  await expect(page.getByText("Every request of your teams")).toBeVisible();
});
