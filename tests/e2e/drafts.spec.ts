import type { Page } from "@playwright/test";
import { before, days, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { savedDraft } from "../support/walk";

const box = (page: Page) => page.getByLabel("Your comment");

/** Lets every session of this person have run out an hour ago. */
const expire = (personId: string) =>
  db().session.updateMany({ where: { personId }, data: { expiresAt: before(now(), 3_600_000) } });

test("what was typed is back after a crash, in any browser, for nobody else, and gone once sent", async ({
  newVisitor,
}) => {
  test.slow();
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const first = await newVisitor();
  await signIn(first, customer);
  await first.goto(`/requests/${reference}`);
  await box(first).fill("Half a thought");
  await savedDraft(first);
  await first.goto("/catalog/report-a-problem-with-amtl3");
  await first.getByLabel(/^Summary/).fill("The export is cut off");
  await savedDraft(first);
  await first.context().close();

  const page = await newVisitor();
  await signIn(page, customer);
  await page.goto("/catalog/report-a-problem-with-amtl3");
  await expect(page.getByLabel(/^Summary/)).toHaveValue("The export is cut off");
  await page.goto(`/requests/${reference}`);
  await expect(box(page)).toHaveValue("Half a thought");
  await expect(page.getByText(/We saved your unsent draft/)).toBeVisible();
  await axe(page);

  const stranger = await aCustomer();
  const own = await aRequest({ by: stranger });
  // An open page would look for itself as soon as its reader is another.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(page, stranger);
  await page.goto("/catalog/report-a-problem-with-amtl3");
  await expect(page.getByLabel(/^Summary/)).toHaveValue("");
  await page.goto(`/requests/${own}`);
  await expect(box(page)).toHaveValue("");
  await expect(page.getByText(/We saved your unsent draft/)).toBeHidden();

  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(page, customer);
  await page.goto(`/requests/${reference}`);
  const other = await page.context().newPage();
  await other.goto(`/requests/${reference}`);
  await box(page).fill("A whole thought");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("article").getByText("A whole thought")).toBeVisible();
  await expect(box(page)).toHaveValue("");
  await other.reload();
  await expect(box(other)).toHaveValue("");
  expect(
    await db().draft.count({ where: { personId: customer.id, place: `/requests/${reference}#comment` } }),
  ).toBe(0);
});

test("a save that is under way when the form is sent does not bring the draft back", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const order: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  await page.route("**/api/drafts", async route => {
    order.push("save begins");
    await held;
    await route.continue();
    order.push("save ends");
  });
  page.on("request", request => {
    if (request.method() === "POST" && request.headers()["next-action"]) order.push("sent");
  });
  await box(page).fill("Sent in a hurry");
  await expect.poll(() => order).toEqual(["save begins"]);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  expect(order).toEqual(["save begins"]);
  letGo();
  await expect(page.getByRole("article").getByText("Sent in a hurry")).toBeVisible();
  expect(order).toEqual(["save begins", "save ends", "sent"]);
  await page.reload();
  await expect(box(page)).toHaveValue("");
  expect(await db().draft.count({ where: { personId: customer.id } })).toBe(0);
});

test("starting afresh is a plain form and removes the draft; an emptied form does, too", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await box(page).fill("Rather not");
  await savedDraft(page);
  await page.reload();
  await box(page).fill("Rather not at all");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await expect(page.getByText(/We saved your unsent draft/)).toBeHidden();
  await expect(box(page)).toHaveValue("");
  await box(page).fill("Again");
  await savedDraft(page);
  await box(page).fill("");
  await expect.poll(() => db().draft.count({ where: { personId: customer.id } })).toBe(0);
});

test("what was typed before the script of a page had arrived is saved as a draft", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", async route => {
    await promise;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await box(page).fill("Faster than a slow line");
  resolve();
  await savedDraft(page);
});

test("logged out meanwhile, the page keeps what was typed, and the tab for the same person only", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 401/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await expire(customer.id);
  await box(page).fill("Written for an hour");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText(/You are no longer logged in/)).toBeVisible();
  await expect(box(page)).toHaveValue("Written for an hour");

  await signIn(page, customer);
  await page.goto(`/requests/${reference}`);
  await page.getByRole("button", { name: "Restore them" }).click();
  await expect(box(page)).toHaveValue("Written for an hour");
  await savedDraft(page);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);

  await page.evaluate(() => sessionStorage.setItem("lodge-draft:somebody:comment:LDG-1", "{}"));
  await page.reload();
  await expect(box(page)).toHaveValue("Written for an hour");
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("offline, nothing is lost and the form says so; back online it is saved and can be sent", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await page.context().setOffline(true);
  await box(page).fill("From the train");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText(/The desk cannot be reached right now/)).toBeVisible();
  await expect(box(page)).toHaveValue("From the train");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("article").getByText("From the train")).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a comment posted after the session ran out is back after logging in, its file, too", async ({
    page,
    signedInAs,
  }) => {
    const customer = await signedInAs("customer");
    const reference = await aRequest({ by: customer });
    await page.goto(`/requests/${reference}`);
    await expire(customer.id);
    await box(page).fill("Written on paper first");
    const buffer = Buffer.from("A list.");
    await page.getByLabel(/^Files/).setInputFiles([
      { name: "list.txt", mimeType: "text/plain", buffer },
      { name: "page.html", mimeType: "text/html", buffer },
    ]);
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText(/get back what you typed. Some files could not be kept/)).toBeVisible();
    await signIn(page, customer);
    await page.goto(`/requests/${reference}`);
    await expect(box(page)).toHaveValue("Written on paper first");
    await expect(page.getByRole("checkbox", { name: "list.txt" })).toBeChecked();
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(box(page)).toHaveValue("");
    await expect(page.getByRole("checkbox", { name: "list.txt" })).toBeHidden();
  });

  test("after logging out elsewhere it is kept for its writer", async ({ page, signedInAs }) => {
    const customer = await signedInAs("customer");
    const reference = await aRequest({ by: customer });
    await page.goto(`/requests/${reference}`);
    await db().session.updateMany({
      where: { personId: customer.id },
      data: { endedAt: now(), expiresAt: before(now(), days(0.1)) },
    });
    await box(page).fill("Too late");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page).toHaveURL(/sign-in\?next=/);
    await signIn(page, customer);
    await page.goto(`/requests/${reference}`);
    await expect(box(page)).toHaveValue("Too late");
  });
});

test("drafts are taken from our own pages and from whoever is logged in only", async ({
  page,
  signedInAs,
}) => {
  const data = { place: "/requests/LDG-1001#comment", fields: { body: "x" } };
  const send = (more: object, headers = {}) =>
    page.request.post("/api/drafts", { data: { ...data, ...more }, headers });
  const own = { "sec-fetch-site": "same-origin" };
  expect((await send({ person: crypto.randomUUID() }, own)).status()).toBe(401);
  const { id: person } = await signedInAs("customer");
  expect((await send({ person }, own)).status()).toBe(204);
  expect((await send({ person })).status()).toBe(403);
  expect((await send({ person }, { "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await send({ person: crypto.randomUUID() }, own)).status()).toBe(403);
  expect((await send({ person, place: "secret:LDG-1001" }, own)).status()).toBe(400);
  expect((await send({ person, fields: { body: "x".repeat(900_000) } }, own)).status()).toBe(413);
});

test("what was typed in the last moment before a reload is there, or offered", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  for (const words of ["First", "First and second", "First, second and third"]) {
    await box(page).fill(words);
    await page.reload();
    const offer = page.getByRole("button", { name: "Restore them" });
    if ((await box(page).inputValue()) !== words) await offer.click();
    await expect(box(page)).toHaveValue(words);
    await expect(offer).toBeHidden();
  }
});
