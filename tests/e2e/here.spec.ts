import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, anAgent, aRequest } from "../support/factories";

type Mark = [href: string, current: string];

const marks = (page: Page) =>
  page
    .locator("header [aria-current]")
    .evaluateAll(links =>
      links.map((link): Mark => [link.getAttribute("href") ?? "", link.getAttribute("aria-current") ?? ""]),
    );

for (const javaScriptEnabled of [true, false])
  test(`every header marks the page that is shown, and the section it is in: ${javaScriptEnabled ? "with" : "without"} script`, async ({
    newVisitor,
  }) => {
    test.slow();
    const page = await newVisitor({ javaScriptEnabled });
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const pages: Record<string, Mark[]> = {
      "/": [["/", "page"]],
      "/catalog/other-manual-request": [["/", "true"]],
      "/requests": [["/requests?show=open", "page"]],
      "/requests?show=closed": [["/requests?show=closed", "page"]],
      "/requests?q=lamp": [["/requests?show=all", "page"]],
      [`/requests/${reference}`]: [],
      "/notifications": [["/notifications", "page"]],
      "/settings": [["/settings", "page"]],
      "/settings/password": [["/settings", "true"]],
    };
    await page.goto("/");
    expect(await marks(page)).toEqual([["/", "page"]]);
    await signIn(page, customer);
    for (const [path, expected] of Object.entries(pages)) {
      await page.goto(path);
      expect(await marks(page), path).toEqual(expected);
    }
    await signIn(page, await anAgent());
    for (const [path, current] of [
      ["/agent", "page"],
      ["/agent?status=resolved", "page"],
      [`/agent/requests/${reference}`, "true"],
    ] as const) {
      await page.goto(path);
      expect(await marks(page), path).toEqual([
        ["/agent", current],
        ["/agent", current],
      ]);
    }
    await signIn(page, await anAdmin());
    await page.goto("/admin/mail");
    expect(await marks(page)).toEqual([["/admin", "true"]]);
  });

test("the mark moves along when the next page comes without a new document", async ({ page, signedInAs }) => {
  await signedInAs("customer");
  await page.goto("/settings");
  await page.evaluate(() => {
    document.documentElement.dataset.same = "yes";
  });
  await page.getByRole("link", { name: "Raise a request" }).first().click();
  await expect(page).toHaveURL("/");
  await expect.poll(() => marks(page)).toEqual([["/", "page"]]);
  await expect(page.locator("html[data-same]")).toHaveCount(1);
});

test("the marked link looks marked", async ({ page, signedInAs }) => {
  await signedInAs("admin");
  await page.goto("/agent");
  const fill = (name: string) =>
    page
      .getByRole("navigation", { name: "Agent desk" })
      .getByRole("link", { name })
      .evaluate(link => getComputedStyle(link).backgroundColor);
  expect(await fill("Queue")).not.toBe(await fill("Portal"));
});
