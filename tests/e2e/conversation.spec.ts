import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { mailsTo } from "../support/mails";
import { chooseTab } from "../support/radio-tabs";
import { deliveriesOf } from "../support/records";
import { answer, comment, unfold } from "../support/walk";

test("customer and agent talk to the end, and each mail comes once to the right person, in one thread", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const desk = await newVisitor();
  const agent = await signedInAs("agent", desk);
  const reference = await aRequest({ by: customer, summary: "The export has lost two columns" });
  const history = page.getByRole("region", { name: "History" });
  const status = page.getByRole("main");

  await test.step("the customer comments on what an agent has claimed", async () => {
    await desk.goto(`/agent/requests/${reference}`);
    await desk.getByRole("button", { name: "Claim" }).click();
    await expect(desk.getByRole("button", { name: "Claim" })).toBeHidden();
    await page.goto(`/requests/${reference}`);
    await comment(page, "It was right last week.");
  });

  await test.step("the agent asks, and the customer answers", async () => {
    await desk.reload();
    await answer(desk, "Ask the customer", "Which browser do you use?");
    await expect(desk.getByRole("article").getByText("Which browser do you use?")).toBeVisible();
    await page.reload();
    await expect(status.getByText("Waiting for you", { exact: true }).first()).toBeVisible();
    await axe(page);
    await comment(page, "Firefox, on two machines.", "Respond to support");
    await expect(status.getByText("Support is waiting for your answer")).toBeHidden();
  });

  await test.step("the agent resolves, the customer re-opens and then kills the issue", async () => {
    await desk.reload();
    const box = desk.getByRole("region", { name: "Answer", exact: true });
    await box.getByText("Resolve", { exact: true }).first().click();
    await chooseTab(desk, "Done");
    await answer(desk, "Resolve", "Mended: all columns are back.");
    await expect(desk.getByRole("article").getByText("Mended")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("article").filter({ hasText: "Mended" })).toContainText("Resolved: Done");
    const reopen = await unfold(page, "Re-open");
    await axe(page);
    await reopen.getByRole("textbox").fill("One column is still missing.");
    await reopen.getByRole("button", { name: "Re-open" }).click();
    await expect(history).toContainText("One column is still missing.");
    const kill = await unfold(page, "Kill the issue");
    await kill.getByRole("textbox").fill("We can live without it.");
    await kill.getByRole("button", { name: "Kill the issue" }).click();
    await expect(history).toContainText("We can live without it.");
  });

  await test.step("each heard of what the other did, and of nothing twice", async () => {
    const written = await deliveriesOf(reference);
    const kindsFor = (to: string) => written.filter(mail => mail.to === to).map(mail => mail.kind);
    expect(kindsFor(customer.email)).toEqual(["request_received", "waiting_for_you", "resolved"]);
    expect(kindsFor(agent.email)).toEqual(Array(4).fill("customer_replied"));
    expect(written).toHaveLength(7);
    const about = (to: string) => mailsTo(to).filter(mail => mail.subject.includes(reference));
    await expect.poll(() => about(customer.email).length + about(agent.email).length).toBe(7);
    const mails = [...about(customer.email), ...about(agent.email)];
    const different = (of: (mail: (typeof mails)[number]) => string | undefined) =>
      new Set(mails.map(of)).size;
    expect(different(mail => mail.headers.references)).toBe(1);
    expect(different(mail => mail.subject)).toBe(1);
    expect(different(mail => mail.headers["message-id"])).toBe(7);
  });
});
