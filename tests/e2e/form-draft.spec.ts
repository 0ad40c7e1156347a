import { aType } from "../support/catalog";
import { expect, test } from "../support/e2e";

test("what was typed last is saved before a link of the page is followed", async ({ page, signedInAs }) => {
  const slug = await aType({ name: `Hire ${Date.now()}` });
  await signedInAs("admin");
  await page.goto(`/admin/catalog/types/${slug}/form`);
  await page.getByLabel("Kind of question").selectOption("Line of text");
  await page.getByRole("button", { name: "Add question" }).click();
  await page.getByLabel("Label", { exact: true }).fill("Frame size");
  await page.getByRole("link", { name: "Translate the form" }).click();
  await expect(page.getByText("Frame size")).toBeVisible();
  const label = page.getByRole("group", { name: /Frame size$/ }).getByRole("textbox");
  await page.getByRole("link", { name: "German" }).click();
  await expect(label).toHaveAttribute("lang", "de");
  await label.fill("Rahmenhöhe");
  await page.getByRole("link", { name: "Arabic" }).click();
  await expect(label).toHaveAttribute("lang", "ar");
  await expect(label).toHaveValue("");
  await page.getByRole("link", { name: "German" }).click();
  await expect(label).toHaveValue("Rahmenhöhe");
  await expect(page.getByText("Draft saved")).toBeVisible();
});
