import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { strayWords, wordsOfDesk } from "../support/stray-words";

const inBrackets = { locale: "en-XA", viewport: { width: 320, height: 800 } };
const fromTheRight = { locale: "ar-XB", viewport: { width: 1280, height: 800 } };

const ofStrangers = ["/", "/sign-in", "/sign-up", "/reset", "/invitations"];
const ofCustomers = [
  "/",
  "/requests",
  "/notifications",
  "/settings",
  "/settings/notifications",
  "/settings/password",
  "/settings/data",
];
const ofAgents = [
  "/agent",
  "/agent/new",
  "/agent/settings/writing",
  "/agent/settings/away",
  "/agent/settings/notifications",
  "/agent/settings/canned-replies",
  "/agent/settings/views",
  "/settings/keyboard",
];
const ofAdmins = [
  "/admin",
  "/admin/settings",
  "/admin/people",
  "/admin/people/invitations",
  "/admin/organisations",
  "/admin/teams",
  "/admin/tags",
  "/admin/catalog",
  "/admin/mail",
  "/admin/retention",
  "/admin/erasures",
  "/admin/canned-replies",
  "/admin/views",
];

/** Every word is ours and in brackets, or in the database, and nothing is wider than the screen. */
async function examine(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    const before = await wordsOfDesk();
    await page.goto(path);
    expect.soft(await strayWords(page, before), path).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(overflow, `${path} is too wide`).toBeLessThanOrEqual(0);
  }
}

test("a browser is answered in the language that it asks for, from right to left if that is so", async ({
  newVisitor,
}) => {
  const page = await newVisitor(fromTheRight);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^⟦.*⟧$/);
  await page.getByRole("button").first().click();
  await axe(page);
});

test("an unknown language in header, cookie or address is English, and no error", async ({
  newVisitor,
  context,
}) => {
  const page = await newVisitor({ locale: "tlh" });
  await page.goto("/");
  await page.context().addCookies([{ name: "lodge-language", value: "xx-YY", url: page.url() }]);
  for (const path of ["/", "/sign-in"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  }
  for (const tag of ["tlh", "%3Cscript%3E", "..%2F", "x".repeat(500)]) {
    const answer = await page.request.get(`/language/${tag}`, { maxRedirects: 0 });
    expect([303, 400, 404], tag).toContain(answer.status());
    expect(answer.headers()["set-cookie"], tag).toBeUndefined();
  }
  await context.close();
});

test("a stranger's choice is kept by their browser, and leads back to no other site", async ({ page }) => {
  const to = await page.request.get("/language/en-XA", {
    maxRedirects: 0,
    headers: { referer: "https://elsewhere.test/x" },
  });
  expect(to.headers().location).toBe("/");
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
});

test("a person's choice comes before their browser's, in pages and in what is refused", async ({
  newVisitor,
}) => {
  const page = await newVisitor(inBrackets);
  const customer = await aCustomer();
  await signIn(page, customer);
  await page.goto("/settings");
  await page.getByRole("combobox").last().selectOption("en-US");
  await page.locator("#profile-form").getByRole("button").last().click();
  await expect(page.getByText("Profile saved.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.locator("#profile-form")).toContainText("Enter your name");
  const { language } = await db().person.findUniqueOrThrow({
    where: { id: customer.id },
    select: { language: true },
  });
  expect(language).toBe("en-US");
});

test("strangers meet no word that is not in the catalogue, and nothing is cut off", async ({
  newVisitor,
}) => {
  await examine(await newVisitor(inBrackets), ofStrangers);
});

test("customers meet no word that is not in the catalogue, and nothing is cut off", async ({
  newVisitor,
}) => {
  const page = await newVisitor(inBrackets);
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  await signIn(page, customer);
  await examine(page, [...ofCustomers, `/requests/${reference}`]);
});

for (const [role, paths] of [
  ["agent", ofAgents],
  ["admin", ofAdmins],
] as const)
  test(`of an ${role}'s pages every word is in the catalogue, and nothing is cut off`, async ({
    newVisitor,
    signedInAs,
  }) => {
    test.slow();
    const page = await newVisitor({ ...inBrackets, viewport: { width: 1280, height: 800 } });
    await signedInAs(role, page);
    await examine(page, [...paths]);
  });
