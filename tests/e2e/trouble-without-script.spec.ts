import type { Page } from "@playwright/test";
import { Client } from "pg";
import { db } from "@/lib/db";
import { numberOf } from "@/lib/requests/reference";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import { commentsOf } from "../support/records";
import { settingsInUse } from "../support/settings";

test.use({ javaScriptEnabled: false });
test.beforeEach(async ({ allowConsoleError }) => {
  test.slow();
  allowConsoleError(/status of 503/);
});

const words = 'Typed before the storm:\n\n  <b>5 & 6</b> "quoted"\n\tend';
const asTyped = (text: string) => text.replaceAll("\r\n", "\n");

/** Presses a button that posts, while the database is away; the page that comes must hold what was typed. */
async function postIntoTheStorm(page: Page, button: string, label: string, text: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.status() === 503),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  expect(answer.request().method()).toBe("POST");
  await expect(page.getByRole("heading", { name: /will be back in a moment/ })).toBeVisible();
  await expect(page.getByText(/What you just sent was not saved. It is still here/)).toBeVisible();
  await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
}

test("without script a comment outlives the database, and is sent from the page that kept it, once", async ({
  page,
  openDesk,
  cable,
  newVisitor,
}) => {
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  await signIn(page, customer);
  await page.goto(`${desk.url}/requests/${reference}`);
  await page.getByLabel("Your comment").fill(words);
  cable.cut();
  await postIntoTheStorm(page, "Add comment", "Your text", words);
  // The check needs script, so it looks at a copy.
  const copy = await newVisitor({ javaScriptEnabled: true });
  await copy.setContent(await page.content());
  await axe(copy);
  await postIntoTheStorm(page, "Try again", "Your text", words);
  cable.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  expect((await commentsOf(reference)).map(({ body }) => asTyped(body))).toEqual([words]);
});

test("without script a request outlives the database, and its files are asked for again", async ({
  page,
  openDesk,
  cable,
}) => {
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const customer = await aCustomer();
  await signIn(page, customer);
  await page.goto(`${desk.url}/catalog/other-manual-request`);
  await page.getByLabel(/^Summary/).fill("Storm");
  await page.getByLabel(/^How can we help/).fill(words);
  const file = { name: "Plan “B”.txt", mimeType: "text/plain", buffer: Buffer.from("The plan.") };
  await page.locator("input[type=file]").first().setInputFiles(file);
  cable.cut();
  await postIntoTheStorm(page, "Send request", "Summary", "Storm");
  await expect(page.getByText(words.split("\n")[0] ?? "")).toBeVisible();
  cable.mend();
  await page.getByLabel(/choose them again \(Plan “B”.txt\)/).setInputFiles(file);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: /We have received/ })).toBeVisible();
  const raised = await db().serviceRequest.findMany({
    where: { requesterId: customer.id },
    select: { summary: true, answers: true, files: { select: { name: true } } },
  });
  expect(raised).toHaveLength(1);
  expect(asTyped(JSON.stringify(raised[0]?.answers).replaceAll("\\r\\n", "\\n"))).toContain(
    JSON.stringify(words).slice(1, -1),
  );
  expect(raised[0]?.files).toEqual([{ name: file.name }]);
});

test("without script an agent's answer outlives the database", async ({ page, openDesk, cable }) => {
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const reference = await aRequest({ by: await aCustomer() });
  const agent = await anAgent();
  await signIn(page, agent);
  await page.goto(`${desk.url}/agent/requests/${reference}`);
  await page.getByLabel("Message").fill(words);
  cable.cut();
  await postIntoTheStorm(page, "Send reply", "Your text", words);
  cable.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  const [comment] = await commentsOf(reference);
  expect({ ...comment, body: asTyped(comment?.body ?? "") }).toEqual({ authorId: agent.id, body: words });
});

test("without script settings outlive the database, and a password is not sent back", async ({
  page,
  openDesk,
  cable,
}) => {
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const customer = await aCustomer({ password: "Harbour-lamp 27 quietly!" });
  await signIn(page, customer);
  await page.goto(`${desk.url}/settings`);
  await page.getByLabel("Your name").fill("Noor <Haddad>");
  cable.cut();
  await postIntoTheStorm(page, "Save profile", "Name", "Noor <Haddad>");
  cable.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Noor <Haddad>");

  await page.getByLabel("New email address").fill(`moved-${customer.email}`);
  await page.getByLabel("Current password").fill("Harbour-lamp 27 quietly!");
  cable.cut();
  await postIntoTheStorm(page, "Email me the link", "Email", `moved-${customer.email}`);
  await expect(page.getByLabel("Current password (type it again)")).toHaveValue("");
  expect(await page.content()).not.toContain("Harbour-lamp");
});

test("without script what was typed is kept when the database goes in the middle of the command", async ({
  page,
  openDesk,
  cable,
}) => {
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  await signIn(page, customer);
  await page.goto(`${desk.url}/requests/${reference}`);
  await page.getByLabel("Your comment").fill(words);
  const other = new Client({ connectionString: settingsInUse().DATABASE_URL });
  await other.connect();
  try {
    await other.query("begin");
    await other.query("select 1 from requests where number = $1 for update", [numberOf(reference)]);
    const sent = postIntoTheStorm(page, "Add comment", "Your text", words);
    // Asked outside of that transaction, within which the answer would never change.
    const waiting = () => db().$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and query like '%requests%'`;
    await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
    cable.cut();
    await sent;
  } finally {
    await other.end();
  }
  expect(await commentsOf(reference)).toEqual([]);
});

test("what another site posts to the page of troubles is not read back", async ({ request, baseURL }) => {
  const post = (headers: Record<string, string>) =>
    request.post("/trouble?back=/requests", { multipart: { body: "<script>1</script>" }, headers });
  const refused = await post({ "sec-fetch-site": "cross-site" });
  expect(refused.status()).toBe(403);
  expect(await refused.text()).not.toContain("script>");
  const own = await post({ origin: baseURL ?? "" });
  expect(own.status()).toBe(503);
  expect(await own.text()).toContain("&lt;script&gt;1&lt;/script&gt;</textarea>");
});
