import { randomBytes } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, aRequestIn, run } from "../support/factories";
import { filterBy } from "../support/walk";

async function mine(agent: PersonActor): Promise<string> {
  const reference = await aRequest();
  await run(agent, act => assignRequest(act, { reference, from: null, to: agent.id }));
  return reference;
}

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
    await expect(page.getByRole("status").filter({ hasText: "found" })).toHaveText("2 requests found.");
    // Axe is script itself.
    if (javaScriptEnabled) await axe(page);

    await filterBy(page, { Status: "All open" });
    await expect(references).toHaveText([open]);
    await page.getByRole("combobox", { name: "Status" }).selectOption("Any status");
    await page.getByRole("combobox", { name: "Order" }).selectOption("Reference, lowest first");
    if (javaScriptEnabled) {
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("checkbox", { name: "Waiting since" }).uncheck();
      await page.getByRole("checkbox", { name: "Resolution" }).check();
      await page.getByRole("button", { name: "Show these" }).click();
    } else {
      // Script draws what is folded away here; the address does the same.
      await page.getByRole("button", { name: "Apply" }).press("Enter");
      await expect(page).toHaveURL(/sort=reference/);
      const chosen = new URL(page.url());
      chosen.searchParams.set("columns", "reference,summary,requester,status,resolution,assignee");
      await page.goto(chosen.href);
    }
    await expect(references).toHaveText([open, over]);
    await expect(page.getByRole("columnheader")).toHaveText([
      "",
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
  const own = await mine(agent);
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
    await axe(phone);
    await phone.getByRole("button", { name: "Show these" }).click();
    await expect(phone.getByText("Nothing fits this filter")).toBeVisible();
    expect(new URL(phone.url()).search).not.toMatch(/=(&|$)/);
    await phone.getByText(/^Filters/).click();
    await expect(phone.getByRole("button", { name: "More filters (1)" })).toBeVisible();
    await axe(phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
