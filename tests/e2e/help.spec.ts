import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aHelpArticle } from "../support/help";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a stranger finds the desk's own help from every page, searches it, and reads it in another language", async ({
    page,
  }) => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Help", exact: true }).click();
    await expect(page.getByRole("heading", { name: "First steps" })).toBeVisible();
    await page.getByLabel("Search the help pages").fill("FORGOTTEN password");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Getting an account and logging in" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Getting an account and logging in");
    await page.getByRole("main").getByRole("link", { name: "العربية" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("إنشاء حساب وتسجيل الدخول");
    await expect(page.locator("main [lang=ar]").first()).toHaveAttribute("dir", "rtl");
    await page.goto("/help?q=zzzz");
    await expect(page.getByText("No page fits “zzzz”")).toBeVisible();
  });

  test("who searches the start is led to a help page that has the words, beside the types that fit", async ({
    page,
  }) => {
    await page.goto("/?q=FORGOTTEN password");
    const found = page.getByRole("region", { name: "This may answer it" });
    const row = found.getByRole("listitem").filter({ hasText: "Getting an account and logging in" });
    await expect(row).toContainText("You need an account to raise a request");
    await axe(page);
    await row.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Getting an account and logging in");
    await page.goto("/?q=zzzz");
    await expect(found).toHaveCount(0);
    await expect(page.getByText("No request type fits.")).toBeVisible();
  });

  test("an admin writes a page, which strangers see once it is published and no longer after", async ({
    page,
    browser,
    signedInAs,
    allowConsoleError,
  }) => {
    allowConsoleError(/status of 404/);
    await signedInAs("admin");
    const title = `Parking ${Date.now()}`;
    await page.goto("/admin/help");
    await page.getByRole("link", { name: "New page" }).click();
    await page.getByRole("button", { name: "Add page" }).click();
    await expect(page.getByText("Please write what the page says.").first()).toBeVisible();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Category").fill("On site");
    await page
      .getByLabel("Text")
      .fill("Park **behind** the house.\n\n<script>alert(1)</script> ![x](https://example.org/x.png)");
    await page.getByRole("button", { name: "Add page" }).click();
    await expect(page.getByText("The page was added.")).toBeVisible();
    const slug = title.toLowerCase().replace(" ", "-");
    const stranger = await (await browser.newContext()).newPage();
    expect((await stranger.goto(`/help/${slug}`))?.status()).toBe(404);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("The page is published.")).toBeVisible();
    expect((await stranger.goto(`/help/${slug}`))?.status()).toBe(200);
    await expect(stranger.locator("main strong")).toHaveText("behind");
    await expect(stranger.locator("main img, main script")).toHaveCount(0);
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(page.getByText("The page was archived.")).toBeVisible();
    expect((await stranger.goto(`/help/${slug}`))?.status()).toBe(404);
    await stranger.context().close();
  });
});

test("an admin sees how a text will look while writing it, and is told when another has changed it", async ({
  page,
  signedInAs,
}) => {
  const { slug } = await aHelpArticle({ title: `Lifts ${Date.now()}`, body: "Take the *stairs*." });
  await signedInAs("admin");
  await page.goto(`/admin/help/${slug}/en`);
  const other = await page.context().newPage();
  await other.goto(`/admin/help/${slug}/en`);
  // Written once its script runs, as the preview tells.
  await expect(async () => {
    await other.getByLabel("Text").fill("Take the lift.");
    await expect(other.getByRole("region", { name: "Preview" })).toHaveText(/^PreviewTake the lift\.$/);
  }).toPass();
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("The page was saved.")).toBeVisible();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(async () => {
    await page.getByLabel("Text").fill("Take **both**.");
    await expect(preview.locator("strong")).toHaveText("both");
    await expect(preview).not.toContainText("stairs");
  }).toPass();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It now says: “Take the lift.”").first()).toBeVisible();
  await expect(page.getByLabel("Text")).toHaveValue("Take **both**.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The page was saved.")).toBeVisible();
});

test("help pages fit each width, and are clean to axe in light and dark", async ({ page, signedInAs }) => {
  test.slow();
  const look = async (path: string) => {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(content, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
      await axe(page);
    }
  };
  for (const path of ["/help", "/help/your-account?language=ar", "/help?q=zzzz"]) await look(path);
  await signedInAs("admin");
  for (const path of [
    "/admin/help",
    "/admin/help/new",
    "/admin/help/your-account/de",
    "/help/raise-a-request",
  ])
    await look(path);
});
