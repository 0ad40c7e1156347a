import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";

test("the front page shows the catalog to everyone", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const category of ["Platform Support", "Billing", "General"])
    await expect(page.getByRole("heading", { level: 2, name: category })).toBeVisible();
  await expect(page.getByRole("link", { name: "Other / Manual Request" })).toBeVisible();
  await axe(page);
});
