import { commentOnRequest } from "@/lib/requests/comments";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../support/factories";

const typed = [
  "Run ./test.sh <id> on \\\\fileserver\\_new, it takes 5~10 minutes, sometimes 20~30",
  "<config>",
  "\t<port>80</port>",
  "</config>",
  "Name\tQty\tPrice",
  "    at Desk.open (desk.ts:12)",
  "",
  "",
  "# no heading, a*b*c, __init__",
].join("\n");

test("what is typed is shown as it was typed, and is the same in the box that changes it", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  await page.goto(`/requests/${await aRequest({ by: customer })}`);
  await page.getByLabel("Your comment").fill(`    ${typed}`);
  await page.getByRole("button", { name: "Add comment" }).click();
  const article = page.getByRole("article").filter({ hasText: "Desk.open" });
  await expect(article).toBeVisible();
  const lines = await article.locator(".markdown p").allInnerTexts();
  // One empty line is the room between two blocks, the other a line of its own.
  expect(lines.join("\n")).toBe(`    ${typed}`);
  await expect(article.locator(".markdown p").first()).toHaveCSS("white-space-collapse", "preserve");
  await article.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByLabel("Your comment as it should read")).toHaveValue(`    ${typed}`);
});

test("nothing that is pasted is cut off: the form says how much is too many, before and after it is sent", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  await page.goto(`/requests/${await aRequest({ by: customer })}`);
  const box = page.getByLabel("Your comment");
  const text = "x".repeat(40_379);
  await box.fill(text);
  await expect(
    page.getByText("20,379 characters too many: there is room for 20,000, and this has 40,379."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText(/it has 40,379, which is 20,379 too many/).first()).toBeVisible();
  expect(await box.inputValue()).toBe(text);
  await box.fill("x".repeat(19_000));
  await expect(page.getByText("19,000 of 20,000 characters.")).toBeVisible();
});

test("words written from right to left are set so wherever they stand", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const summary = "שלום (42)!";
  const reference = await aRequest({ by: customer, summary });
  await page.goto(`/requests/${reference}`);
  const box = page.getByLabel("Your comment");
  await box.fill(summary);
  await expect(box).toHaveCSS("unicode-bidi", "plaintext");
  await page.getByRole("button", { name: "Add comment" }).click();
  const article = page.getByRole("article").filter({ hasText: summary });
  await expect(article.locator(".markdown p")).toHaveCSS("direction", "rtl");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveCSS("direction", "rtl");
  // Letters that are joined would run into each other.
  await expect(heading).toHaveCSS("letter-spacing", "normal");
  await page.goto("/requests");
  await expect(page.getByRole("link", { name: summary }).locator("bdi")).toHaveCSS("direction", "rtl");
});

test("in Arabic short Latin words stand where the page begins, and a field keeps its sides whatever is typed into it", async ({
  newVisitor,
}) => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer, summary: "Printer jams" });
  const page = await newVisitor({ locale: "ar" });
  await signIn(page, customer);
  await page.goto(`/requests/${reference}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("text-align", "right");
  await page.goto("/requests?q=printer");
  const field = page.getByRole("searchbox");
  await expect(field).toHaveValue("printer");
  await expect(field).toHaveCSS("direction", "rtl");
  await expect(field).toHaveCSS("unicode-bidi", "plaintext");
});

test("a form filled in by one person does nothing once another is logged in, and keeps the words", async ({
  page,
  allowConsoleError,
}) => {
  // The draft of another is refused as well.
  allowConsoleError(/403/);
  const ada = await aCustomer({ name: "Ada Okafor" });
  const reference = await aRequest({ by: ada });
  const minh = await aParticipant(reference, await aCustomer({ name: "Minh Tran" }));
  await signIn(page, ada);
  await page.goto(`/requests/${reference}`);
  await page.getByLabel("Your comment").fill("Only Ada says this");
  await signIn(page, minh);
  // What is news is drawn for whoever is logged in now; the form stays that of its writer.
  const support = await anAgent();
  await run(support, act => commentOnRequest(act, { reference, body: "News from support" }));
  await expect(page.getByText("News from support")).toBeVisible();
  await expect(page.getByRole("button", { name: /Minh Tran/ })).toBeVisible();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(
    page.getByText("This page was opened by Ada Okafor, and this browser is now logged in as Minh Tran."),
  ).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("Only Ada says this");
  await signIn(page, ada);
  await page.getByRole("button", { name: "Add comment" }).click();
  const article = page.getByRole("article").filter({ hasText: "Only Ada says this" });
  await expect(article).toContainText("Ada Okafor");
});
