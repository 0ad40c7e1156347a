import { axe } from "../support/axe";
import { aType } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";

test("an admin writes a question for agents, who answer and correct it, and its customer sees nothing of it", async ({
  page,
  signedInAs,
  newVisitor,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/sandboxed and the 'allow-scripts'/);
  const slug = await aType({ name: `Repair ${Date.now()}` });
  const [customer, agent] = [await aCustomer(), await anAgent()];
  await signedInAs("admin");

  await test.step("with a switch at the question, which puts it below what customers are asked", async () => {
    await page.goto(`/admin/catalog/types/${slug}/form`);
    await page.getByLabel("Kind of question").selectOption("Line of text");
    await page.getByRole("button", { name: "Add question" }).click();
    await page.getByLabel("Label", { exact: true }).fill("Frame number");
    await page.getByLabel("An answer is required").check();
    await page.getByLabel("Only agents answer this").check();
    await expect(page.getByRole("button", { name: /^Frame number.*agents only/ })).toBeVisible();
    await expect(page.getByText("Draft saved")).toBeVisible();
    await axe(page);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByLabel("How can we help?")).toBeVisible();
    await expect(frame.getByText("Frame number")).toHaveCount(0);
    await page.getByRole("checkbox", { name: "As an agent" }).check();
    await expect(frame.getByRole("heading", { name: "Only for agents" })).toBeVisible();
    await expect(frame.getByLabel("Frame number")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(frame.getByRole("heading", { name: "Only for agents" })).toBeHidden();
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(page.getByText("Draft saved")).toBeVisible();
    await page.getByRole("link", { name: "Compare and publish" }).click();
    await expect(page.getByText("Frame number")).toBeVisible();
    await page.getByRole("button", { name: "Publish as version 2" }).click();
    await expect(page).toHaveURL(/done=form_published/);
  });

  const reference = await aRequest({ by: customer, type: slug, answers: { details: "It squeaks." } });
  await test.step("in a card of the request, where it is still to be answered", async () => {
    const desk = await newVisitor();
    await signIn(desk, agent);
    await desk.goto(`/agent/requests/${reference}`);
    const card = desk.locator("#agents");
    await expect(card).toContainText("Still to be answered");
    await card.getByRole("link", { name: "Answer or correct" }).click();
    await expect(desk.getByRole("heading", { name: "Only for agents" })).toBeVisible();
    await axe(desk);
    await desk.getByRole("button", { name: "Save the correction" }).click();
    await expect(desk.getByText("Please fill in").first()).toBeVisible();
    await desk.getByLabel("Frame number").fill("KX-1");
    await desk.getByRole("button", { name: "Save the correction" }).click();
    await expect(desk.locator("#agents")).toContainText("KX-1");
    await expect(desk.getByText("changed what agents have answered")).toBeVisible();
    await axe(desk);
  });

  await test.step("and in no page of its customer", async () => {
    const visitor = await newVisitor();
    await signIn(visitor, customer);
    for (const path of [`/catalog/${slug}`, `/requests/${reference}`, `/requests/${reference}/correct`]) {
      await visitor.goto(path);
      await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await visitor.content()).not.toMatch(/Frame number|KX-1|Only for agents/);
    }
  });

  await test.step("and an agent who raises one for a customer may answer it at once", async () => {
    const desk = await newVisitor();
    await signIn(desk, agent);
    await desk.goto(`/agent/new/${slug}?for=${customer.id}`);
    await desk.getByLabel("Summary").fill("Called about a bike");
    await desk.getByLabel("How can we help?").fill("It is flat.");
    await expect(desk.getByLabel("Frame number")).toBeVisible();
    await desk.getByRole("button", { name: "Raise the request" }).click();
    await expect(desk.locator("#agents")).toContainText("Still to be answered");
  });
});
