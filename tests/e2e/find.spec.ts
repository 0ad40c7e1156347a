import { readFileSync } from "node:fs";
import type { PersonActor } from "@/lib/actor";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest, aRequestIn, moveTo, run } from "../support/factories";
import { filterBy } from "../support/walk";

const links = /^LDG-\d+$/;

async function threeRequests(customer: PersonActor) {
  const printer = await aRequest({
    by: customer,
    summary: "The printer leaks",
    answers: { details: "Blue toner." },
  });
  const invoice = await aRequest({
    by: customer,
    type: "feature-request",
    summary: "A button for invoices",
    answers: { details: "On the start page." },
  });
  const door = await aRequestIn("resolved", { by: customer, summary: "The door is stuck" });
  const agent = await anAgent();
  await run(agent, act =>
    commentOnRequest(act, { reference: printer, body: "Is it the <b>magenta</b> cartridge?" }),
  );
  await moveTo(agent, invoice, "ask", { body: "Which colour?" });
  return { printer, invoice, door };
}

test("a customer finds requests by words, parts of words, references and misspelt words", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const { printer, invoice, door } = await threeRequests(customer);
  const references = page.getByRole("row").getByRole("link", { name: links });
  const search = async (words: string) => {
    await page.getByRole("searchbox", { name: "Search your requests" }).fill(words);
    await page.keyboard.press("Enter");
  };
  await page.goto("/requests?show=all");
  await expect(references).toHaveCount(3);
  await search("magenta");
  await expect(references).toHaveText([printer]);
  await expect(page.getByRole("row").locator("mark")).toHaveText("magenta");
  await expect(page.getByText("Comment: Is it the <b>magenta</b> cartridge?")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("1 request found.");
  await axe(page);
  await search("rinte");
  await expect(references).toHaveText([printer]);
  await search(door.toLowerCase());
  await expect(references).toHaveText([door]);
  await search("pritner");
  await expect(page.getByRole("status")).toContainText(
    "No results for “pritner”. Showing “printer” instead.",
  );
  await expect(references).toHaveText([printer]);
  await search("a & ( b");
  await expect(references).toHaveText([invoice]);
  await search("xylophone");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await expect(references).toHaveCount(3);
});

test("what waits for the customer stands out in the list, and the account menu counts it", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const { invoice } = await threeRequests(customer);
  await page.goto("/requests?show=open");
  await expect(page.getByRole("row").filter({ hasText: invoice })).toContainText("Waiting for you");
  await page.getByRole("button", { name: /account menu/ }).click();
  await page.getByRole("link", { name: "Waiting for you (1)" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Waiting for you" })).toBeVisible();
  await expect(page.getByRole("row").getByRole("link", { name: links })).toHaveText([invoice]);
  await page
    .getByRole("navigation", { name: "Which requests" })
    .getByRole("link", { name: "Closed requests" })
    .click();
  await expect(page.getByText("The door is stuck")).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`filters, order, columns, the usual list and the export, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    newVisitor,
    signedInAs,
  }) => {
    test.slow();
    const page = await newVisitor({ javaScriptEnabled });
    const customer = await signedInAs("customer", page);
    const { printer, invoice, door } = await threeRequests(customer);
    const references = page.getByRole("row").getByRole("link", { name: links });

    await page.goto("/requests?show=open");
    await filterBy(page, { Status: "Any status", Order: "Summary, A to Z" });
    await expect(references).toHaveText([invoice, door, printer]);
    const head = page.getByRole("columnheader", { name: "Summary" });
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await head.getByRole("link").click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expect(references).toHaveText([printer, door, invoice]);

    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Type" }).uncheck();
    await page.getByRole("checkbox", { name: "Raised by" }).check();
    await expect(page.getByRole("checkbox", { name: "Summary" })).toBeDisabled();
    await page.getByRole("button", { name: "Show these" }).click();
    await expect(page.getByRole("columnheader")).toHaveText([
      "Reference",
      "Summary",
      "Status",
      "Raised by",
      "Last activity",
    ]);

    await filterBy(page, { Type: "Feature request" });
    await expect(references).toHaveText([invoice]);
    await page.getByRole("button", { name: "Save as my usual list" }).click();
    await expect(page.getByText("This is your usual list.")).toBeVisible();
    await page.goto("/requests");
    await expect(references).toHaveText([invoice]);
    await expect(page).toHaveURL(/type=feature-request/);

    await page.goto("/requests?show=all&sort=summary.asc");
    await expect(page.getByRole("link", { name: "My usual list" })).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export as CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("requests.csv");
    const lines = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    const cells = lines.map(line => line.split(",")[0]);
    expect(cells).toEqual(['\uFEFF"Reference"', `"${invoice}"`, `"${door}"`, `"${printer}"`]);

    await page.getByRole("link", { name: "My usual list" }).click();
    await page.getByRole("button", { name: /Use the desk.s default again/ }).click();
    await expect(page.getByRole("heading", { name: "Open requests" })).toBeVisible();
    await page.goto("/requests");
    await expect(references).toHaveCount(2);
  });

test("the list is worked by keyboard alone, and on a phone its filters fold away", async ({
  page,
  signedInAs,
  newVisitor,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const { printer } = await threeRequests(customer);
  await page.goto("/requests?show=all");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("toner");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Search" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").getByRole("link", { name: links })).toHaveText([printer]);
  await page
    .getByRole("columnheader", { name: "Raised" })
    .or(page.getByRole("columnheader", { name: "Status" }))
    .first()
    .getByRole("link")
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Status" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Columns" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "Type" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: "Type" })).toBeHidden();

  const phone = await newVisitor({ viewport: { width: 390, height: 800 } });
  await phone.context().addCookies(await page.context().cookies());
  await phone.goto("/requests?show=all");
  await expect(phone.getByRole("combobox", { name: "Status" })).toBeHidden();
  await phone.getByText("Filters", { exact: true }).click();
  await filterBy(phone, { Status: "Waiting for you" });
  await expect(phone.getByRole("row").getByRole("link", { name: links })).toHaveCount(1);
  await phone.getByText("Filters (1)", { exact: true }).click();
  await axe(phone);
});

test("the export is for the signed-in person only", async ({ page, newVisitor, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const own = await page.request.get("/requests/export.csv?show=all");
  expect(own.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="requests.csv"',
    "cache-control": "no-store",
  });
  expect(await own.text()).toContain(reference);

  const other = await newVisitor();
  await signedInAs("customer", other);
  expect(await (await other.request.get(`/requests/export.csv?q=${reference}`)).text()).not.toContain(
    reference,
  );

  const nobody = await newVisitor();
  const sent = await nobody.request.get("/requests/export.csv?show=all", { maxRedirects: 0 });
  expect(sent.status()).toBe(307);
  expect(sent.headers().location).toContain("/sign-in");
  const forged = await nobody.request.get("/requests/export.csv?show=all", {
    headers: { cookie: "lodge-session=made-up" },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(401);
});
