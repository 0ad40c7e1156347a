import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { commentsOf } from "../support/records";

const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const send = (page: Page) => page.getByRole("button", { name: "Send reply" }).click();
const asked = (page: Page) => page.getByRole("main").getByRole("alert");
const said = (page: Page, words: string) => page.getByRole("article").getByText(words);
const bodies = async (reference: string) => (await commentsOf(reference)).map(({ body }) => body);

test("a draft remembers when it was begun", async ({ page, newVisitor, signedInAs }) => {
  await signedInAs("agent");
  const other = await newVisitor();
  await signedInAs("agent", other);
  const reference = await aRequest();
  await page.goto(`/agent/requests/${reference}`);
  await box(page).fill("I will call you.");
  await expect(page.getByText("Saved as a draft.")).toBeVisible();
  await page.goto("/agent");
  await other.goto(`/agent/requests/${reference}`);
  await box(other).fill("It is fixed.");
  await send(other);
  await expect(said(other, "It is fixed.")).toBeVisible();

  await page.goto(`/agent/requests/${reference}`);
  await expect(said(page, "It is fixed.")).toBeVisible();
  await expect(box(page)).toHaveValue("I will call you.");
  await send(page);
  await expect(asked(page)).toContainText("While you were writing");
  // It has the focus, and is answered by the keys that send.
  await expect(asked(page)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(said(page, "I will call you.")).toBeVisible();
  expect(await bodies(reference)).toEqual(["It is fixed.", "I will call you."]);
});
