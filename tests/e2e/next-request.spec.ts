import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { keepHabits } from "@/lib/desk/habits";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { rowOf } from "../support/records";
import { withholdNews } from "../support/walk";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const said = (page: Page, reference = "") =>
  page.getByRole("status").filter({ hasText: `${reference} is no longer in the list.` });

async function choose(page: Page, key: string, words: string) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("whatever takes a request out of the view opens the next one, by keyboard, for an agent who wants that", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  const agent = await signedInAs("agent");
  const colleague = await anAgent();
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
  await withholdNews(page);
  await page.goto(`/agent?assigned=nobody&customer=${mark}`);
  await page.getByRole("link", { name: first }).click();
  await expect(heading(page, first)).toBeVisible();

  await test.step("a change that leaves it there stays", async () => {
    await choose(page, "p", "urgent");
    await expect(page.getByText("set the priority to Urgent")).toBeAttached();
    await expect(heading(page, first)).toBeVisible();
  });

  await test.step("giving it to a colleague opens the next one, and a line leads back", async () => {
    await choose(page, "a", colleague.name);
    await expect(heading(page, second)).toBeVisible();
    await expect(said(page, references[0])).toBeVisible();
    await axe(page);
    expect(await rowOf(references[0] ?? "")).toMatchObject({ assigneeId: colleague.id });
  });

  await test.step("so does snoozing", async () => {
    await choose(page, "h", "tomorrow");
    await expect(heading(page, third)).toBeVisible();
    await expect(said(page, references[1])).toBeVisible();
  });

  await test.step("taking it on stays: one is about to work on it", async () => {
    await expect(page.getByRole("button", { name: "Claim" })).toHaveAttribute("aria-keyshortcuts", "c");
    await page.keyboard.press("c");
    await expect(page.getByRole("button", { name: `Assigned to ${agent.name}` })).toBeVisible();
    await expect(heading(page, third)).toBeVisible();
  });
});
