import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest, aRequestIn } from "../support/factories";
import { expectTrouble } from "../support/walk";

test("who picks a type without an account reads what comes next, and has both ways on", async ({ page }) => {
  await page.goto("/catalog/feature-request");
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await expect(page.getByText("Log in or sign up to continue with Feature request.")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Sign up" })).toBeVisible();
  await expect(page.getByText("Log in or sign up to continue with Feature request.")).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await expect(page).toHaveURL("/sign-in?next=%2Fcatalog%2Ffeature-request");
});

test("home shows a customer what waits for them and their latest requests, until they search", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "How can we help?" })).toBeVisible();
  const latest = page.getByRole("region", { name: "Your latest requests" });
  await expect(latest).toBeHidden();
  const [open, asked] = [
    await aRequest({ by: customer, summary: "The door squeaks" }),
    await aRequestIn("waiting_for_customer", { by: customer, summary: "The window is stuck" }),
  ];
  await page.goto("/");
  await expect(latest.getByRole("listitem").getByRole("link")).toHaveText([
    /The window is stuck/,
    "The door squeaks",
  ]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await axe(page);
  }
  await page.getByRole("searchbox").fill("invoice");
  await expect(latest).toBeHidden();
  await page.getByRole("searchbox").fill("");
  await latest.getByRole("link", { name: "1 request waits for you" }).click();
  await expect(page.getByRole("row").getByRole("link", { name: asked })).toBeVisible();
  await expect(page.getByRole("row").getByRole("link", { name: open })).toBeHidden();
});

test("a field's error goes once something fitting is in it, and the last one takes the summary along", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("customer");
  await page.goto("/catalog/other-manual-request");
  await page.getByRole("button", { name: "Send request" }).click();
  const summary = await expectTrouble(page, "2 things need your attention");
  const field = page.getByLabel("Summary");
  await field.fill("  ");
  await expect(summary).toContainText("2 things");
  await field.fill("x".repeat(201));
  await expect(summary).toContainText("2 things");
  await field.fill("The printer is on fire");
  await expect(summary).toContainText("One thing");
  await expect(field).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("How can we help?").fill("It burns.");
  await expect(summary).toBeHidden();
  // Only the server knows that nobody could see it.
  await field.fill("\u200b");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(await expectTrouble(page, "One thing needs your attention")).toBeFocused();
  await field.fill("The printer is on fire");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page).toHaveURL(/received/);
});

test("a filter chosen by pointer applies at once; by keyboard it waits for its button", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto("/requests?show=open");
  const status = page.getByRole("combobox", { name: "Status" });
  const apply = page.getByRole("button", { name: "Apply" });
  await expect(apply).toHaveCSS("position", "absolute");
  await page.getByRole("columnheader", { name: "Summary" }).click();
  await status.selectOption("Waiting for you");
  await expect(page).toHaveURL(/show=waiting_for_customer/);
  await expect(page.getByRole("row").getByRole("link", { name: reference })).toBeHidden();

  await page.getByRole("button", { name: "Search" }).focus();
  await page.keyboard.press("Tab");
  await expect(status).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(apply).toHaveCSS("position", "static");
  await expect(page).toHaveURL(/show=waiting_for_customer/);
  await status.selectOption("Any status");
  await apply.click();
  await expect(page).toHaveURL(/show=all/);
  await expect(page.getByRole("row").getByRole("link", { name: reference })).toBeVisible();
});
