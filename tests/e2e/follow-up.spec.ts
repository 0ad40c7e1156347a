import type { Page } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequestIn, moveTo } from "../support/factories";

/** From a closed request to its follow-up and back, by the links alone; answers with both references. */
async function followUp(page: Page, customer: PersonActor, look: (page: Page) => Promise<void> = axe) {
  const reference = await aRequestIn("closed", { by: customer, summary: "The lamp flickers" });
  await page.goto(`/requests/${reference}`);
  await expect(page.getByText("This request is closed")).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Raise a follow-up" }).click();
  await expect(page.getByText(`This follows ${reference}`)).toBeVisible();
  await look(page);
  await page.getByLabel(/^Summary/).fill("It flickers again");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText(`This follows ${reference}`)).toBeVisible();
  await expect(page.getByLabel(/^Summary/)).toHaveValue("It flickers again");
  await page.getByLabel(/^How can we help/).fill("Since Monday.");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: /We have received/ })).toBeVisible();
  const next = /LDG-\d+/.exec(page.url())?.[0] ?? "";
  await page.goto(`/requests/${next}`);
  await look(page);
  await page.getByRole("link", { name: reference }).click();
  await expect(page.getByText("raised a follow-up")).toBeVisible();
  await page.getByRole("link", { name: next }).click();
  await expect(page.getByRole("heading", { level: 1, name: "It flickers again" })).toBeVisible();
  return { reference, next };
}

test("a closed request is followed up by a new one, and agents find each from the other", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const { reference, next } = await followUp(page, await signedInAs("customer"));
  const desk = await newVisitor();
  await signedInAs("agent", desk);
  await desk.goto(`/agent/requests/${next}`);
  await axe(desk);
  await desk.getByRole("link", { name: reference }).click();
  await expect(desk.getByText("Followed up by")).toBeVisible();
  await desk.getByRole("link", { name: next }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "It flickers again" })).toBeVisible();
});

test("a follow-up keeps to its request while another type is chosen", async ({ page, signedInAs }) => {
  const reference = await aRequestIn("closed", { by: await signedInAs("customer") });
  await page.goto(`/requests/${reference}`);
  await page.getByRole("link", { name: "Raise a follow-up" }).click();
  await page.getByRole("link", { name: "Choose another type" }).click();
  await page.getByRole("link", { name: "Feature request" }).click();
  await expect(page.getByText(`This follows ${reference}`)).toBeVisible();
});

test("nobody is offered to follow up what is not theirs", async ({ page, signedInAs, allowConsoleError }) => {
  allowConsoleError(/status of 404/);
  await signedInAs("customer");
  const reference = await aRequestIn("closed");
  const answer = await page.goto(`/catalog/feature-request?follows=${reference}`);
  expect(answer?.status()).toBe(404);
});

test("where support waits, its question stands above the answer box, before the history", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const agent = await anAgent();
  const reference = await aRequestIn("in_progress", { by: customer });
  const box = page.getByRole("region", { name: "Respond to support" });
  await page.goto(`/requests/${reference}`);
  await expect(box).toBeHidden();
  await moveTo(agent, reference, "ask", {
    body: `Which lamp?\n\n${"It matters a lot. ".repeat(60)}\n\nThe end.`,
  });
  for (const [order, other] of [
    ["Show newest first", "Show oldest first"],
    ["Show oldest first", "Show newest first"],
  ]) {
    await page.reload();
    await expect(box.getByText("Which lamp?").first()).toBeVisible();
    await expect(box.getByText("The end.")).toBeHidden();
    const history = page.getByRole("heading", { name: "History" });
    const [above, below] = [await box.boundingBox(), await history.boundingBox()];
    expect(above?.y).toBeLessThan(below?.y ?? 0);
    await page.getByRole("button", { name: order }).click();
    await expect(page.getByRole("button", { name: other })).toBeVisible();
  }
  await box.getByText("Show all of it").click();
  await expect(box.getByText("The end.")).toBeVisible();
  await axe(page);
  await box.getByRole("textbox").fill("The one in the hall.");
  await box.getByRole("button", { name: "Respond to support" }).click();
  await expect(page.getByRole("article").getByText("The one in the hall.")).toBeVisible();
  await expect(box).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a closed request is followed up all the same", async ({ page, signedInAs }) => {
    test.slow();
    // The check of accessibility is itself a script.
    await followUp(page, await signedInAs("customer"), async () => {});
  });
});
