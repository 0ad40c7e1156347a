import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, actorOf } from "../support/factories";
import { aHelpArticle } from "../support/help";

const form = "/catalog/other-manual-request";

/** A word that no other page has. */
const aWord = () => `kw${Math.random().toString(36).slice(2, 10)}`;
const offers = (page: Page) => page.locator(".offered-pages");
const sparedOf = (slug: string) =>
  db().helpFeedback.count({ where: { article: { slug }, besideForm: true } });
const fieldTop = async (page: Page) => (await page.getByLabel("Summary").boundingBox())?.y;

test("pages that fit are offered in the order of keys, and one that answers leaves the form with its draft kept", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  const word = aWord();
  const { slug } = await aHelpArticle({ title: `About ${word}` });
  const { id: personId } = await signedInAs("customer");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(form);
  const summary = page.getByLabel("Summary");
  const top = await fieldTop(page);
  await summary.pressSequentially(`My ${word}`);
  await expect(offers(page).getByRole("link")).toHaveText(`About ${word} (opens in a new tab)`);
  await expect(page.getByRole("status").filter({ hasText: "1 help page may answer this." })).toBeAttached();
  expect(await fieldTop(page)).toBe(top);
  await expect(summary).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await axe(page);
  await page.keyboard.press("Tab");
  await expect(offers(page).getByRole("link")).toBeFocused();
  const opening = page.context().waitForEvent("page");
  await page.keyboard.press("Enter");
  const read = await opening;
  await expect(read.getByRole("heading", { level: 1 })).toHaveText(`About ${word}`);
  await read.close();
  await page.getByRole("button", { name: "This answered my question" }).click();
  await expect(offers(page).getByText("No request will be sent.")).toBeFocused();
  await axe(page);
  await page.getByRole("button", { name: "Go on with the request" }).click();
  await expect(summary).toBeFocused();
  await expect(summary).toHaveValue(`My ${word}`);
  await page.getByRole("button", { name: "This answered my question" }).click();
  await page.getByRole("button", { name: "Keep them as a draft" }).click();
  await expect(page.getByText("What you typed is kept as a draft.")).toBeVisible();
  await axe(page);
  expect(await sparedOf(slug)).toBe(1);
  expect(await db().serviceRequest.count({ where: { requesterId: personId } })).toBe(0);
  await page.goto(form);
  await expect(summary).toHaveValue(`My ${word}`);
});

test("what was typed is thrown away where its writer says so, and an admin sees that a request was spared", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const word = aWord();
  const { slug } = await aHelpArticle({ title: `About ${word}` });
  const { id: personId } = await signedInAs("customer");
  await page.goto(form);
  await page.getByLabel("Summary").fill(word);
  const opening = page.context().waitForEvent("page");
  await offers(page).getByRole("link").click();
  await (await opening).close();
  await page.getByRole("button", { name: "This answered my question" }).click();
  await page.getByRole("button", { name: "Throw them away" }).click();
  await expect(page.getByText("What you typed was thrown away.")).toBeVisible();
  await page.goto(form);
  await expect(page.getByLabel("Summary")).toHaveValue("");
  expect(await db().draft.count({ where: { personId } })).toBe(0);
  const admin = await newVisitor();
  await signedInAs("admin", admin);
  await admin.goto("/admin/help");
  await expect(admin.locator(`a[href="/admin/help/${slug}/en/feedback"]`)).toHaveText("1 request spared");
});

test("where there is no room beside the form, an offer waits until it moves no field that somebody is in", async ({
  page,
  signedInAs,
}) => {
  const word = aWord();
  await aHelpArticle({ title: `About ${word}` });
  await signedInAs("customer");
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(form);
  const summary = page.getByLabel("Summary");
  let answer = () => {};
  const held = new Promise<void>(resolve => {
    answer = resolve;
  });
  await page.route("/api/help?**", async route => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("/api/help?**");
  await summary.fill(word);
  await asked;
  const details = page.locator("textarea").first();
  await details.focus();
  const arrived = page.waitForResponse("/api/help?**");
  answer();
  await (await arrived).finished();
  await details.pressSequentially("It is about this.");
  await expect(offers(page)).toHaveCount(0);
  await summary.focus();
  await expect(offers(page).getByRole("link")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await axe(page);
  await summary.fill("");
  await expect(offers(page)).toHaveCount(0);
});

test("from the right, in Arabic, only Arabic pages are offered", async ({ newVisitor }) => {
  const word = aWord();
  const page = await newVisitor({ locale: "ar", viewport: { width: 1280, height: 800 } });
  const { email, id } = await aCustomer();
  await db().person.update({ where: { id }, data: { language: "ar" } });
  await signIn(page, await actorOf(email));
  await aHelpArticle({ title: `English ${word}` });
  await aHelpArticle({ language: "ar", title: `عن ${word}` });
  await page.goto(form);
  await page.locator("input[name=summary]").fill(word);
  await expect(offers(page).getByRole("link")).toHaveText(`عن ${word} (تُفتح في علامة تبويب جديدة)`);
  const [panel, field] = [
    await offers(page).boundingBox(),
    await page.locator("input[name=summary]").boundingBox(),
  ];
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThan(field?.x ?? 0);
  expect(panel?.x).toBeGreaterThanOrEqual(0);
  await axe(page);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form leads to the help pages, and offers nothing by itself", async ({ page, signedInAs }) => {
    await signedInAs("customer");
    await page.goto(form);
    await expect(page.getByRole("link", { name: "Look for an answer on the help pages" })).toHaveAttribute(
      "href",
      "/help",
    );
    await expect(offers(page)).toHaveCount(0);
  });
});
