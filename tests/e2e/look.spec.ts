import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequestIn } from "../support/factories";

for (const width of [320, 390, 1280])
  test(`no page of the desk scrolls sideways at ${width} pixels, and each is clean to axe`, async ({
    page,
    signedInAs,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/sign-up");
    await axe(page);
    const agent = await signedInAs("agent");
    const reference = await aRequestIn("waiting_for_customer", { by: agent });
    for (const path of [
      "/",
      "/catalog/report-a-problem-with-amtl3",
      "/requests?show=open",
      "/requests?show=closed",
      `/requests/${reference}`,
      "/agent",
      `/agent/requests/${reference}`,
    ]) {
      await page.goto(path);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, path).toBeLessThanOrEqual(window ?? 0);
      await axe(page);
    }
  });

test("the desk is clean to axe in the dark", async ({ page, signedInAs }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const customer = await signedInAs("customer");
  const reference = await aRequestIn("waiting_for_customer", { by: customer });
  for (const path of ["/", "/requests", `/requests/${reference}`, "/catalog/access-and-accounts"]) {
    await page.goto(path);
    await axe(page);
  }
});

test("the keyboard reaches the content, the menu and the catalog's search", async ({ page, signedInAs }) => {
  await signedInAs("customer");
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.getByRole("button", { name: /account menu/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /Open requests/ })).toBeHidden();
  await page.getByRole("searchbox").fill("invoice");
  await expect(page.getByText("1 request type fits.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Feature request" })).toBeHidden();
  await page.getByRole("searchbox").fill("zebra");
  await expect(page.getByRole("link", { name: "Other / Manual Request" })).toBeVisible();
});
