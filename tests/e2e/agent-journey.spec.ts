import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, moveTo } from "../support/factories";
import { mailsTo, mailTo } from "../support/mails";
import { withholdNews } from "../support/walk";

test("an agent claims a request, works on it and resolves it", async ({ page }) => {
  test.slow();
  const password = "Harbour-lamp 27 quietly!";
  const [agent, colleague, customer] = [await anAgent({ password }), await anAgent(), await aCustomer()];
  const reference = await aRequest({ by: customer, summary: `Lift music ${agent.id.slice(-6)}` });

  await test.step("logs in and finds it among the unassigned", async () => {
    await page.goto("/agent?assigned=nobody");
    await page.getByLabel("Email address").fill(agent.email);
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
    await axe(page);
    await page.goto(`/agent/requests/${reference}`);
    await axe(page);
  });

  await test.step("claims it and starts work, of which the customer hears", async () => {
    await page.getByRole("button", { name: "Claim" }).click();
    await expect(page.getByText("took on the request")).toBeVisible();
    await page.getByRole("button", { name: "Start work" }).click();
    await expect(page.getByText("In progress").first()).toBeVisible();
    await mailTo(customer.email, /Lift music/);
    expect((await mailTo(customer.email, /Lift music/)).text).toContain("In progress");
  });

  await test.step("writes a note that looks like one, keeping the text when changing its mind", async () => {
    await page.getByLabel("Message").fill("The customer must never read this.");
    await page.getByRole("radio", { name: "Internal note" }).check({ force: true });
    await expect(page.getByText("The customer never sees it.")).toBeVisible();
    await expect(page.getByLabel("Message")).toHaveValue("The customer must never read this.");
    await axe(page);
    await page.getByRole("button", { name: "Add internal note" }).click();
    await expect(page.getByText("Internal note — customers never see this")).toBeVisible();
  });

  await test.step("asks the customer, gives it to a colleague, and resolves it only by saying how", async () => {
    await page.getByRole("radio", { name: "Ask the customer" }).check({ force: true });
    await page.getByLabel("Message").fill("Which floor?");
    await page.getByRole("button", { name: "Ask the customer" }).click();
    await expect(page.getByText("Waiting for customer").first()).toBeVisible();
    await page.getByText("Give to somebody else").click();
    await page.getByRole("combobox", { name: "Agent" }).selectOption(colleague.id);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(`gave the request to ${colleague.name}`)).toBeVisible();
    await mailTo(colleague.email, /Lift music/);
    await page.getByRole("radio", { name: "Resolve" }).check({ force: true });
    await page.getByRole("button", { name: "Resolve" }).click();
    await expect(page.getByText("Please say how it was resolved.")).toBeVisible();
    await axe(page);
    await page.getByLabel("Resolution").selectOption("answered");
    await page.getByRole("button", { name: "Resolve" }).click();
    await expect(page.getByText("Resolved: Answered").first()).toBeVisible();
    await expect.poll(() => mailsTo(customer.email).length).toBe(4);
    expect(JSON.stringify(mailsTo(customer.email))).not.toContain("must never read");
  });
});

test("the customer's page never holds a note", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const { addNote } = await import("@/lib/desk/notes");
  const { run } = await import("../support/factories");
  await run(await anAgent(), act => addNote(act, { reference, body: "canary-in-the-note" }));
  await page.goto(`/requests/${reference}`);
  expect(await page.content()).not.toContain("canary-in-the-note");
});

test("of two agents who decide on one page, the second is told what happened and decides again", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  const reference = await aRequest();
  await withholdNews(page);
  await page.goto(`/agent/requests/${reference}`);
  await page.getByLabel("Message").fill("Please try again.");
  await page.getByRole("radio", { name: "Ask the customer" }).check({ force: true });
  await moveTo(await anAgent(), reference, "start");
  await page.getByRole("button", { name: "Ask the customer" }).click();
  await expect(page.getByText(/While you were writing: .*“In progress”/)).toBeVisible();
  await expect(page.getByLabel("Message")).toHaveValue("Please try again.");
  await page.getByRole("button", { name: "Ask the customer" }).click();
  await expect(page.getByText("Waiting for customer").first()).toBeVisible();
});
