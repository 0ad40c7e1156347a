import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer } from "../support/factories";
import { aHelpArticle } from "../support/help";

const title = (name: string) => `${name} ${Date.now()}`;
const raise = "/catalog/other-manual-request";

/** The catalog has lists of its own above its types. */
const choose = (page: Page) => page.locator(`a[href^="${raise}"]`).click();

const sayYes = (page: Page) => page.getByRole("button", { name: "Yes, it did" }).click();
const sayNo = (page: Page) => page.getByRole("button", { name: "No, raise a request" }).click();

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    // axe itself needs the page's script to run.
    const look = (page: Page) => (javaScriptEnabled ? axe(page) : Promise.resolve());

    test("a stranger says once what a page was worth to them, and an admin reads it and removes the words", async ({
      page,
      newVisitor,
      signedInAs,
    }) => {
      test.slow();
      const { slug } = await aHelpArticle({ title: title("Parking") });
      const stranger = await newVisitor();
      await stranger.goto(`/help/${slug}`);
      expect(await stranger.context().cookies()).toEqual([]);
      await look(stranger);
      await stranger.getByLabel("Anything to add?").fill("Where are the bicycles?");
      await sayYes(stranger);
      await expect(stranger.getByText("Thank you for saying so.")).toBeVisible();
      await look(stranger);
      await stranger.goto(`/help/${slug}`);
      await sayNo(stranger);
      await expect(stranger.getByText("Sorry that the page did not help.")).toBeVisible();
      await look(stranger);

      await signedInAs("admin");
      await page.goto("/admin/help");
      const counts = page.locator(`a[href="/admin/help/${slug}/en/feedback"]`);
      await expect(counts).toHaveText("0 yes, 1 no (0%)");
      await stranger.goto(`/help/${slug}`);
      await stranger.getByLabel("Anything to add?").fill("Found them.");
      await sayYes(stranger);
      await expect(stranger.getByText("Thank you for saying so.")).toBeVisible();
      await page.reload();
      await expect(counts).toHaveText("1 yes, 0 no (100%)");
      await counts.click();
      await expect(page.getByText("Found them.", { exact: true })).toBeVisible();
      await look(page);
      await page.getByRole("button", { name: /^Remove.*Found them/ }).click();
      await expect(page.getByText("The words were removed.")).toBeVisible();
      await expect(page.getByText("Nobody has added anything")).toBeVisible();
      await look(page);
    });

    test("whoever found no answer raises a request that tells agents which page it was, and is told so", async ({
      page,
      newVisitor,
      signedInAs,
    }) => {
      const name = title("Badges");
      const { slug } = await aHelpArticle({ title: name });
      await page.goto(`/help/${slug}`);
      await sayNo(page);
      await expect(page).toHaveURL(`/?read=${slug}.en`);
      await signedInAs("customer");
      await page.goto(`/?read=${slug}.en`);
      await choose(page);
      const told = page.getByText(`Support will see that you have read the help page “${name}”`);
      await expect(told).toBeVisible();
      await look(page);
      await page.getByLabel("Summary").fill("My badge is lost");
      await page.locator("textarea").first().fill("On the train.");
      await page.getByRole("button", { name: "Send request" }).click();
      await expect(page).toHaveURL(/\/received$/);
      const reference = /[A-Z]+-\d+/.exec(page.url())?.[0] ?? "";
      await page.goto(`/requests/${reference}`);
      await expect(page.getByRole("main")).not.toContainText(name);

      const agent = await newVisitor();
      await signedInAs("agent", agent);
      await agent.goto(`/agent/requests/${reference}`);
      await agent.getByRole("link", { name }).click();
      await expect(agent).toHaveURL(`/help/${slug}?language=en`);
    });

    test("whoever does not want it mentioned need not, and a page that is gone is not mentioned", async ({
      page,
      signedInAs,
    }) => {
      const { slug } = await aHelpArticle({ title: title("Lockers") });
      await signedInAs("customer");
      await page.goto(`${raise}?read=${slug}.en`);
      await page.getByRole("link", { name: "Don’t mention it" }).click();
      await expect(page).toHaveURL(raise);
      await expect(page.locator("input[name=read]")).toHaveCount(0);
      for (const read of ["nowhere.en", `${slug}.de`, "%3Cscript%3E"]) {
        await page.goto(`${raise}?read=${read}`);
        await expect(page.getByLabel("Summary")).toBeVisible();
        await expect(page.locator("input[name=read]")).toHaveCount(0);
      }
    });
  });

test("too many words are refused next to them, and stay; the keys that send a text press none of the two buttons", async ({
  page,
}) => {
  const { slug } = await aHelpArticle({ title: title("Keys") });
  await page.goto(`/help/${slug}`);
  const words = page.getByLabel("Anything to add?");
  const long = "word ".repeat(110);
  await words.fill(long);
  await sayYes(page);
  await expect(page.getByRole("alert").or(page.locator(".error")).first()).toBeVisible();
  await expect(words).toHaveValue(long);
  await axe(page);
  await words.fill("Short.");
  await words.press("Control+Enter");
  await expect(page.getByText("Please press one of the two buttons.").first()).toBeVisible();
  await expect(words).toHaveValue("Short.");
  await sayYes(page);
  await expect(page.getByText("Thank you for saying so.")).toBeVisible();
});

test("the desk's longest help page weighs at most 30 kB, with the question below it", async ({ page }) => {
  for (const slug of ["your-account", "raise-a-request", "follow-your-request"]) {
    const response = await page.request.get(`/help/${slug}`);
    const html = await response.body();
    expect(response.status(), slug).toBe(200);
    expect(html.toString(), slug).toContain("Did this answer your question?");
    expect(html.length, slug).toBeLessThanOrEqual(30_000);
  }
});

test("from the right, in Arabic, a reader says it in their language, and all fits at 320 pixels", async ({
  newVisitor,
}) => {
  const { slug } = await aHelpArticle({ language: "ar", title: title("المواقف") });
  const reader = await newVisitor({ locale: "ar", viewport: { width: 320, height: 800 } });
  await reader.goto(`/help/${slug}`);
  await expect(reader.locator("html")).toHaveAttribute("dir", "rtl");
  await reader.getByLabel("هل من إضافة؟").fill("أين الدراجات؟");
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await axe(reader);
  await reader.getByRole("button", { name: "لا، أريد تقديم طلب" }).click();
  await expect(reader.getByText("نأسف لأن الصفحة لم تُفدك.")).toBeVisible();
  await axe(reader);
  const customer = await newVisitor({ locale: "ar", viewport: { width: 320, height: 800 } });
  await signIn(customer, await aCustomer());
  await customer.goto(`${raise}?read=${slug}.ar`);
  await expect(customer.getByText("سيرى فريق الدعم أنك قرأت")).toBeVisible();
  await axe(customer);
});
