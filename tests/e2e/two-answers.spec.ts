import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { commentsOf } from "../support/records";

const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const send = (page: Page) => page.getByRole("button", { name: "Send reply" }).click();
const asked = (page: Page) => page.getByRole("main").getByRole("alert");
const said = (page: Page, words: string) => page.getByRole("article").getByText(words);
const bodies = async (reference: string) => (await commentsOf(reference)).map(({ body }) => body);

test("an answer asks about what came in while it was written, though its page has refreshed itself", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  await signedInAs("agent");
  const other = await newVisitor();
  const colleague = await signedInAs("agent", other);
  const reference = await aRequest({ by: await aCustomer() });
  for (const one of [page, other]) await one.goto(`/agent/requests/${reference}`);

  await box(page).fill("I will call you.");
  await box(other).fill("It is fixed.");
  await send(other);
  await expect(said(page, "It is fixed.")).toBeVisible();
  await send(page);
  await expect(asked(page)).toContainText(`While you were writing: ${colleague.name} wrote “It is fixed.”`);
  await expect(box(page)).toHaveValue("I will call you.");
  expect(await bodies(reference)).toEqual(["It is fixed."]);
  await send(page);
  await expect(said(page, "I will call you.")).toBeVisible();

  // What was there before one began needs no asking.
  await expect(said(other, "I will call you.")).toBeVisible();
  await box(other).fill("Thank you.");
  await send(other);
  await expect(said(page, "Thank you.")).toBeVisible();
  await box(page).fill("You are welcome.");
  await send(page);
  await expect(said(page, "You are welcome.")).toBeVisible();
  expect(await bodies(reference)).toHaveLength(4);
});

test("of two answers sent at once one goes out, and the other asks", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  await signedInAs("agent");
  const other = await newVisitor();
  await signedInAs("agent", other);
  const reference = await aRequest();
  const pages = [page, other];
  for (const one of pages) {
    await one.goto(`/agent/requests/${reference}`);
    await box(one).fill("It is fixed.");
  }
  await Promise.all(pages.map(send));
  await expect(async () => {
    const asking = await Promise.all(pages.map(one => asked(one).isVisible()));
    expect(asking.filter(Boolean)).toHaveLength(1);
  }).toPass();
  expect(await bodies(reference)).toEqual(["It is fixed."]);
});

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
  await send(page);
  await expect(said(page, "I will call you.")).toBeVisible();
  expect(await bodies(reference)).toEqual(["It is fixed.", "I will call you."]);
});
