import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { aQueue } from "../support/queue";
import { withholdNews } from "../support/walk";

/** Until they are released. */
async function withholdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", async route => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("keys that are pressed before the script of a page has arrived are not lost", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const { first, second } = await aQueue(page);
  const overview = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const release = await withholdScripts(page);
  const opened = page.reload({ waitUntil: "commit" });
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  for (const key of ["j", "j", "?"]) await page.keyboard.press(key);
  release();
  await opened;
  await expect(overview).toContainText("Next row");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: second })).toBeFocused();
});

test("what is typed for the palette before the script of a page has arrived is no shortcut", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const { first } = await aQueue(page);
  const release = await withholdScripts(page);
  const opened = page.reload({ waitUntil: "commit" });
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("keyboard setx");
  await page.keyboard.press("Backspace");
  release();
  await opened;
  await expect(page.getByRole("dialog", { name: "Commands" }).getByRole("combobox")).toHaveValue(
    "keyboard set",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/keyboard");
});

test("what is typed while the palette is being loaded is done once it is there", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await page.goto("/agent");
  const release = await withholdScripts(page);
  const loading = page.waitForRequest("**/_next/static/**/*.js*");
  await page.keyboard.press("Control+k");
  await loading;
  await page.keyboard.type("keyboard setx");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  release();
  await expect(page).toHaveURL("/settings/keyboard");
});
