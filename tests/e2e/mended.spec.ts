import { expect, test } from "../support/e2e";
import { expectTrouble } from "../support/walk";

test("what people mend before the script that watches for it has arrived counts", async ({ page }) => {
  await page.goto("/sign-up");
  const name = page.getByLabel("Your name");
  const email = page.getByLabel("Email address");
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", async route => {
    await promise;
    await route.continue();
  });
  const loading = page.waitForRequest("**/_next/static/**/*.js*");
  await email.fill("nobody");
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  const trouble = await expectTrouble(page, "Enter your name");
  await loading;
  await name.fill("Ada Lee");
  resolve();
  await expect(name).toHaveAccessibleDescription(/^(?!.*Enter your name)/);
  await expect(trouble).not.toContainText("Enter your name");
  // What is as it was sent stays refused.
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(trouble).toContainText("address");
});
