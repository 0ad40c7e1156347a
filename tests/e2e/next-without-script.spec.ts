import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { keepHabits } from "@/lib/desk/habits";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, run } from "../support/factories";
import { aQueue } from "../support/queue";
import { rowOf } from "../support/records";

test.use({ javaScriptEnabled: false });

async function snoozeFirst(page: Page): Promise<void> {
  await page.locator("summary", { hasText: /^Snooze$/ }).click();
  await page.locator("#desk").getByRole("link", { name: "Show the choices" }).click();
  await page.locator(".snooze-presets button").first().click();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test("an agent who goes on to the next request does so without script, too", async ({ page, signedInAs }) => {
  test.slow();
  const agent = await signedInAs("agent");
  await run(agent, act => keepHabits(act, { after: "next" }));
  const mark = randomBytes(4).toString("hex");
  const customer = await aCustomer({ name: `Odile ${mark}` });
  const names = ["First", "Second", "Third"].map(name => `${name} ${mark}`);
  const [first = "", second = "", third = ""] = names;
  const references: string[] = [];
  for (const [place, summary] of names.entries())
    references.push(
      await aRequest({ by: customer, summary, at: new Date(Date.now() - (9 - place) * 3_600_000) }),
    );
  await page.goto(`/agent?assigned=nobody&customer=${mark}`);
  await page.getByRole("link", { name: first }).click();
  await expect(heading(page, first)).toBeVisible();

  await test.step("snoozing takes it out of the list", async () => {
    await snoozeFirst(page);
  });

  await test.step("claiming stays, and the list is not forgotten over it", async () => {
    await expect(heading(page, second)).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: `${references[0]} is no longer` })).toBeVisible();
    await page.getByRole("button", { name: "Claim" }).click();
    await expect(page.getByRole("button", { name: `Assigned to ${agent.name}` })).toBeVisible();
    await expect(heading(page, second)).toBeVisible();
  });

  await test.step("an answer leads on to the next one, and after the last back to the list", async () => {
    await page.getByRole("textbox", { name: "Message" }).fill("It is on its way.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(heading(page, third)).toBeVisible();
    await page.getByRole("textbox", { name: "Message" }).fill("So is this.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page).toHaveURL(/\/agent\?.*assigned=nobody/);
    expect(await rowOf(references[2] ?? "")).toMatchObject({ deskSpokeLast: true });
  });
});

test("a refused form keeps the list for itself and for all others of the page", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await run(agent, act => keepHabits(act, { after: "next" }));
  const { first, second, third } = await aQueue(page);
  await page.getByRole("link", { name: first }).click();
  const refused = async () => {
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  };
  await expect(heading(page, first)).toBeVisible();
  await refused();
  await page.getByRole("textbox", { name: "Message" }).fill("It is on its way.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(heading(page, second)).toBeVisible();
  await refused();
  await snoozeFirst(page);
  await expect(heading(page, third)).toBeVisible();
});

test("what an answer can bring about is drawn on demand, and keeps what was typed", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await run(agent, act => keepHabits(act, { after: "next" }));
  const { first, second } = await aQueue(page);
  await page.getByRole("link", { name: first }).click();
  await expect(heading(page, first)).toBeVisible();
  const words = page.getByRole("textbox", { name: "Message" });
  await words.fill("Your parcel is at the counter.");
  await page.getByRole("button", { name: "Send and …" }).click();
  await page.getByRole("button", { name: "Show the choices" }).click();
  await expect(page).toHaveURL(/drawn=all/);
  await expect(words).toHaveValue("Your parcel is at the counter.");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Send and …" }).click();
  await expect(page.getByRole("radio", { name: "Open the next one in the list" })).toBeChecked();
  await page.getByRole("button", { name: "Send, and resolve as Done" }).click();
  await expect(heading(page, second)).toBeVisible();
});
