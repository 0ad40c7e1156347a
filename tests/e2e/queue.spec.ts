import type { Page } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest, moveTo, run } from "../support/factories";
import { mailsTo } from "../support/mails";
import { unfold, withholdNews } from "../support/walk";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

async function mine(agent: PersonActor, hours: number): Promise<string> {
  const reference = await aRequest({ at: hoursAgo(hours) });
  await run(agent, act => assignRequest(act, { reference, to: agent.id }));
  return reference;
}

test("the queue puts first who has waited longest, after them whose turn it is, and filters by status", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const older = await mine(agent, 3);
  const younger = await mine(agent, 1);
  const asked = await mine(agent, 5);
  const resolved = await mine(agent, 7);
  await moveTo(agent, asked, "ask", { body: "Which printer?" });
  await moveTo(agent, resolved, "resolve", { resolution: "done" });
  await moveTo(agent, younger, "start");

  const links = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
  await page.goto("/agent");
  await page.getByLabel("Assigned").selectOption("Assigned to me");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(links).toHaveText([older, younger, asked]);
  await expect(page.getByRole("row").filter({ hasText: asked })).toContainText("the customer’s turn");
  await axe(page);
  await page.getByLabel("Status").selectOption("In progress");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(links).toHaveText([younger]);
  await page.getByLabel("Status").selectOption("Closed");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Nothing fits this filter")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Show the whole queue" }).click();
  await expect(page.getByLabel("Assigned")).toHaveValue("anyone");
});

test("claiming a request, or giving it to somebody, leaves alone what is being typed", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  const colleague = await anAgent();
  await page.goto(`/agent/requests/${await aRequest()}`);
  const box = page.getByLabel("Message");
  await box.fill("Half an answer");
  await page.getByRole("button", { name: "Claim" }).click();
  await expect(page.getByText("took on the request")).toBeVisible();
  await expect(box).toHaveValue("Half an answer");
  const panel = await unfold(page, "Give to somebody else");
  await panel.getByLabel("Agent").selectOption(colleague.id);
  await box.fill("Half an answer and more");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`to ${colleague.name}`)).toBeVisible();
  await expect(box).toHaveValue("Half an answer and more");
});

test("of two agents who claim at once one gets the request, and the other is told so", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const reference = await aRequest();
  const other = await newVisitor();
  const people = [await signedInAs("agent"), await signedInAs("agent", other)];
  const pages = [page, other];
  for (const each of pages) {
    await withholdNews(each);
    await each.goto(`/agent/requests/${reference}`);
  }
  await Promise.all(pages.map(each => each.getByRole("button", { name: "Claim" }).click()));
  const refused = (each: Page) => each.getByText(/Someone was faster/).count();
  await expect.poll(async () => (await Promise.all(pages.map(refused))).sort()).toEqual([0, 1]);
  for (const each of pages) {
    await each.reload();
    await expect(each.getByText("took on the request")).toHaveCount(1);
    await expect(each.getByRole("button", { name: "Claim" })).toBeHidden();
  }
  expect(people.flatMap(person => mailsTo(person.email))).toEqual([]);
});
