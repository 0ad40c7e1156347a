import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, aRequestIn } from "../support/factories";
import { commentsOf, rowOf } from "../support/records";
import { savedDraft, withholdNews } from "../support/walk";

const bar = (page: Page) => page.getByRole("form", { name: "Selected requests" });
const boxOf = (page: Page, reference = "") => page.getByRole("checkbox", { name: `Select ${reference}` });

/** Some requests, the longest waiting first, in a list that has no others. */
async function aQueue(page: Page, count: number): Promise<string[]> {
  const mark = randomBytes(4).toString("hex");
  const by = await aCustomer({ name: `Odile ${mark}` });
  const references: string[] = [];
  for (let place = 0; place < count; place++)
    references.push(await aRequest({ by, at: new Date(Date.now() - (99 - place) * 3_600_000) }));
  await page.goto(`/agent?customer=${mark}`);
  return references;
}

async function expectNoSideways(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}

test("rows are selected and resolved by keyboard alone, and the page says what became of each", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const references = await aQueue(page, 4);
  const [first, second, third, fourth] = references;
  const press = (keys: string) => page.keyboard.press(keys);

  await test.step("x selects a row, Shift goes on, * a takes all, and Esc lets go", async () => {
    await press("j");
    await press("x");
    await expect(bar(page)).toContainText("1 selected");
    await press("Shift+J");
    await press("Shift+J");
    await expect(bar(page)).toContainText("3 selected");
    await press("x");
    await expect(boxOf(page, third)).not.toBeChecked();
    await press("Shift+*");
    await press("a");
    await expect(bar(page)).toContainText("4 selected");
    await axe(page);
    await press("Escape");
    await expect(bar(page)).toBeHidden();
    await press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Select the row");
    await press("Escape");
  });

  await test.step("s asks how they were resolved and keeps what is typed, and Ctrl Enter starts", async () => {
    await press("j");
    await press("k");
    for (const box of [first, second, fourth]) await boxOf(page, box).check();
    await expect(bar(page)).toContainText("3 selected");
    await page.getByRole("link", { name: first, exact: true }).focus();
    await press("s");
    await expect(page.getByRole("heading", { name: "Resolve 3 requests" })).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Resolve 3 requests" }).click();
    await expect(page.getByText("Choose a resolution.").first()).toBeVisible();
    await page.getByLabel("Resolution").selectOption("Done");
    await page.getByLabel("Message").fill("The line is back.");
    await savedDraft(page);
    await page.reload();
    await expect(page.getByText(/^We saved your unsent draft/)).toBeVisible();
    await expect(page.getByLabel("Resolution")).toHaveValue("done");
    await axe(page);
    await page.getByLabel("Message").focus();
    await press("Control+Enter");
    await expect(page.getByRole("status").getByText("3 requests done")).toBeVisible();
    await expect(page.getByText("All done.")).toBeVisible();
    await axe(page);
  });

  for (const reference of [first, second, fourth]) {
    expect((await rowOf(reference ?? "")).status).toBe("resolved");
    expect((await commentsOf(reference ?? "")).map(({ body }) => body)).toEqual(["The line is back."]);
  }
  expect((await rowOf(third ?? "")).status).toBe("waiting_for_support");
});

test("by mouse, Shift takes a range and the heading the page; what cannot be done is said before and after", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const references = await aQueue(page, 52);

  await test.step("a range, all of the page, and all of the view", async () => {
    await boxOf(page, references[1]).click();
    await boxOf(page, references[4]).click({ modifiers: ["Shift"] });
    await expect(bar(page)).toContainText("4 selected");
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    await expect(bar(page)).toContainText("50 selected");
    await bar(page).getByRole("button", { name: "All in this view…" }).click();
    await expect(page.getByRole("heading", { name: "Assign 52 requests" })).toBeVisible();
    await page.getByRole("button", { name: "Assign 52 requests" }).click();
    await expect(page.getByRole("status").getByText("52 requests done")).toBeVisible();
  });

  await test.step("a closed one is left as it is, on a phone as well", async () => {
    const closed = await aRequestIn("closed");
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/agent/bulk?do=ask&r=${references[0]}&r=${closed}`);
    await expect(page.getByText(`${closed}: “Ask the customer” is not possible`)).toBeVisible();
    await expectNoSideways(page);
    await axe(page);
    await page.getByLabel("Message").fill("Which one?");
    await page.getByRole("button", { name: "Ask about 1 request" }).click();
    await expect(page.getByRole("status").getByText("1 request done")).toBeVisible();
    await expect(page.getByText("1 request was left as it was.")).toBeVisible();
    await expectNoSideways(page);
    await axe(page);
    await page.getByRole("link", { name: "Bulk actions" }).click();
    await expect(page.getByRole("link", { name: "Assign 52 requests" })).toBeVisible();
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("rows are ticked, and a note is added to each", async ({ page, signedInAs }) => {
    await signedInAs("agent");
    const references = await aQueue(page, 3);
    await expect(bar(page)).toBeHidden();
    for (const reference of references.slice(1)) await boxOf(page, reference).check();
    await bar(page).getByRole("button", { name: "More…" }).click();
    await page.getByRole("link", { name: "Internal note" }).click();
    await page.getByRole("button", { name: "Add a note to 2 requests" }).click();
    await expect(page.getByText("Write your message.").first()).toBeVisible();
    await page.getByLabel("Message").fill("Both are the same fault.");
    await page.getByRole("button", { name: "Add a note to 2 requests" }).click();
    await expect(page.getByText("What was ordered")).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("2 requests done")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });
});
