import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../support/factories";
import { mailsTo } from "../support/mails";
import { unfold, withholdNews } from "../support/walk";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

async function mine(agent: PersonActor, hours: number): Promise<string> {
  const reference = await aRequest({ at: hoursAgo(hours) });
  await run(agent, act => assignRequest(act, { reference, from: null, to: agent.id }));
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
  await page.getByRole("combobox", { name: "Assigned" }).selectOption("Assigned to me");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(links).toHaveText([older, younger, asked]);
  await expect(page.getByRole("row").filter({ hasText: asked })).toContainText("the customer’s turn");
  await axe(page);
  await page.getByRole("combobox", { name: "Status" }).selectOption("In progress");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(links).toHaveText([younger]);
  await page.getByRole("combobox", { name: "Status" }).selectOption("Closed");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Nothing fits this filter")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Show the whole queue" }).click();
  await expect(page.getByRole("combobox", { name: "Assigned" })).toHaveValue("anyone");
});

for (const javaScriptEnabled of [true, false])
  test(`an agent finds any request by its reference, a note, or its customer, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    newVisitor,
    signedInAs,
  }) => {
    const page = await newVisitor({ javaScriptEnabled });
    const agent = await signedInAs("agent", page);
    const mark = randomBytes(4).toString("hex");
    const customer = await aCustomer({ name: `Odette ${mark}` });
    const open = await aRequest({ by: customer, summary: "The scanner hums" });
    const over = await aRequestIn("resolved", { by: customer, summary: "A shelf is empty" });
    await run(agent, act => addNote(act, { reference: open, body: `Ask **${mark}note** about it.` }));
    const references = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
    const search = async (words: string) => {
      await page.getByRole("searchbox", { name: "Search all requests" }).fill(words);
      await page.keyboard.press("Enter");
    };

    await page.goto("/agent");
    await search(over);
    await expect(references).toHaveText([over]);
    await search(`${mark}note`);
    await expect(references).toHaveText([open]);
    await expect(page.getByText(`Internal note: Ask ${mark}note about it.`)).toBeVisible();
    await search(`odette ${mark}`);
    await expect(references).toHaveText([over, open]);
    await expect(page.getByRole("status")).toHaveText("2 requests found.");
    // Axe is script itself.
    if (javaScriptEnabled) await axe(page);

    await page.getByRole("combobox", { name: "Status" }).selectOption("All open");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(references).toHaveText([open]);
    await page.getByRole("combobox", { name: "Status" }).selectOption("Any status");
    await page.getByRole("combobox", { name: "Order" }).selectOption("Reference, lowest first");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Waiting since" }).uncheck();
    await page.getByRole("checkbox", { name: "Resolution" }).check();
    await page.getByRole("button", { name: "Show these" }).click();
    await expect(references).toHaveText([open, over]);
    await expect(page.getByRole("columnheader")).toHaveText([
      "Reference",
      "Summary",
      "Customer",
      "Status",
      "Resolution",
      "Assigned",
    ]);
    const address = page.url();
    await page.goto("/agent");
    await page.goto(address);
    await expect(references).toHaveText([open, over]);
    const head = page.getByRole("columnheader", { name: "Reference" });
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await head.getByRole("link").click();
    await expect(references).toHaveText([over, open]);
    await search("xylophone zeppelin");
    await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
    if (javaScriptEnabled) await axe(page);
  });

test("the queue is worked by keyboard alone, and on a phone its filters fold away", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const own = await mine(agent, 2);
  const references = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
  await page.goto("/agent");
  const tabs = page.getByRole("navigation", { name: "Which requests" });
  await tabs.getByRole("link", { name: "Mine" }).focus();
  await page.keyboard.press("Enter");
  await expect(references).toHaveText([own]);
  await expect(tabs.getByRole("link", { name: "Mine 1" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type(own);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Search", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(references).toHaveText([own]);
  await references.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/agent/requests/${own}`);

  for (const width of [390, 320]) {
    const phone = await newVisitor({ viewport: { width, height: 800 } });
    await phone.context().addCookies(await page.context().cookies());
    await phone.goto("/agent?assigned=me&columns=reference,summary,type,status,raised,activity");
    await expect(phone.getByRole("combobox", { name: "Status" })).toBeHidden();
    await phone.getByText("Filters (1)", { exact: true }).click();
    await phone.getByRole("combobox", { name: "Assigned" }).selectOption("Anyone");
    await phone.getByText("More filters", { exact: true }).click();
    await phone.getByRole("textbox", { name: "Customer" }).fill("nobody of that name");
    await phone.getByRole("button", { name: "Apply" }).click();
    await expect(phone.getByText("Nothing fits this filter")).toBeVisible();
    await axe(phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
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
