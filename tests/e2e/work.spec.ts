import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import { mailsTo } from "../support/mails";
import { chooseTab } from "../support/radio-tabs";
import { rowOf } from "../support/records";
import { withholdNews } from "../support/walk";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const bar = (page: Page) => page.getByRole("region", { name: "How it stands" });
const sendAnd = (page: Page) => page.getByRole("button", { name: "Send and …" });

test("an agent works through a list: each answer resolves, gives away, and opens the next request", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  const agent = await signedInAs("agent");
  const colleague = await anAgent();
  const mark = randomBytes(4).toString("hex");
  const customer = await aCustomer({ name: `Odile ${mark}` });
  const names = ["First", "Second", "Third"].map(name => `${name} ${mark}`);
  const [first = "", second = "", third = ""] = names;
  const references: string[] = [];
  for (const [place, summary] of names.entries())
    references.push(
      await aRequest({ by: customer, summary, at: new Date(Date.now() - (9 - place) * 3_600_000) }),
    );
  await withholdNews(page);
  await page.goto(`/agent?customer=${mark}`);
  await page.getByRole("link", { name: first }).click();

  await test.step("the box waits within reach, opens up once somebody is in it, and the bar says who has it", async () => {
    await expect(heading(page, first)).toBeVisible();
    await expect(box(page)).toBeInViewport();
    await expect(sendAnd(page)).toBeHidden();
    await axe(page);
    await page.keyboard.press("r");
    await expect(sendAnd(page)).toBeVisible();
    await page.keyboard.type("Half an answer");
    await bar(page)
      .getByRole("button", { name: /^Assigned to/ })
      .click();
    await axe(page);
    await bar(page).getByRole("button", { name: colleague.name, exact: true }).click();
    await expect(bar(page).getByRole("button", { name: `Assigned to ${colleague.name}` })).toBeVisible();
    await expect(bar(page).getByRole("button", { name: agent.name, exact: true })).toBeHidden();
    await expect(box(page)).toHaveValue("Half an answer");
  });

  await test.step("one press resolves it with these words and leads on, and a line leads back", async () => {
    await box(page).fill("The second door on the left.");
    await sendAnd(page).click();
    await page.getByRole("combobox", { name: "Assign to" }).selectOption(agent.name);
    await page.getByRole("radio", { name: "Open the next one in the list" }).check();
    await axe(page);
    await page.getByRole("button", { name: "Send, and resolve as Answered" }).click();
    await expect(heading(page, second)).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "was sent" })).toContainText(references[0] ?? "");
    expect(await rowOf(references[0] ?? "")).toMatchObject({ status: "resolved", assigneeId: agent.id });
    await axe(page);
  });

  await test.step("the button, Ctrl Enter and the resolutions remember that", async () => {
    await page.keyboard.press("r");
    await page.keyboard.type("So is this one.");
    await expect(page.getByRole("button", { name: "Send, and resolve as Answered" })).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(heading(page, third)).toBeVisible();
    await chooseTab(page, "Resolve");
    await expect(page.getByRole("radio", { name: "Answered" })).toBeChecked();
  });

  await test.step("e offers what a reply can bring about; after the last request the list comes back", async () => {
    await chooseTab(page, "Public reply");
    await box(page).fill("Which floor?");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    const palette = page.getByRole("dialog", { name: "Commands" });
    await expect(palette.getByRole("option")).toHaveCount(9);
    await page.keyboard.type("waiting for cust");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
    await page.getByRole("link", { name: `Back to ${references[2]}` }).click();
    await expect(heading(page, third)).toBeVisible();
    await expect(bar(page)).toContainText("Waiting for customer");
    await expect.poll(() => mailsTo(customer.email).length).toBe(6);
  });

  await test.step("on a phone the bar is at the thumb: its sheet has the rest, and Reply leads to the box", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(page.getByRole("combobox", { name: "Priority" })).toBeHidden();
    await bar(page).getByRole("button", { name: "Status, team, priority and tags" }).click();
    await axe(page);
    await page.getByRole("combobox", { name: "Priority" }).selectOption("Low");
    await expect(page.getByText("set the priority to Low")).toBeAttached();
    await bar(page).getByRole("button", { name: /^Tags/ }).click();
    await expect(page.getByRole("combobox", { name: "Add a tag" })).toBeFocused();
    // One for the list of tags, if there are any, one for their menu, one for the sheet.
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("combobox", { name: "Priority" })).toBeHidden({ timeout: 500 });
    }).toPass();
    await bar(page).getByRole("link", { name: "Reply" }).click();
    await expect(box(page)).toBeFocused();
    await axe(page);
  });
});
