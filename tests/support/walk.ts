import { expect, type Locator, type Page } from "@playwright/test";

// Steps shared by many journeys, done as a person does them.

export const strongPassword = (mark: string) => `Violet kettle ${mark}!`;

/** Keeps live updates from pages opened from now on, as on a slow line. */
export async function withholdNews(page: Page): Promise<void> {
  await page.route("**/api/live*", () => {});
}

export async function savedDraft(page: Page): Promise<void> {
  await expect(page.getByText("Saved as a draft.")).toBeVisible();
}

/** The error summary of a form; asserts that it has the focus. */
export async function expectTrouble(page: Page, ...sentences: (string | RegExp)[]): Promise<Locator> {
  const box = page.getByRole("main").getByRole("alert");
  for (const sentence of sentences) await expect(box).toContainText(sentence);
  await expect(box).toBeFocused();
  return box;
}

export async function unfold(page: Page, label: string): Promise<Locator> {
  const panel = page.getByRole("group").filter({ has: page.getByText(label, { exact: true }) });
  await panel.getByText(label, { exact: true }).first().click();
  return panel;
}

/** By keyboard, with which a choice waits for its button. */
export async function chooseFilter(page: Page, name: string, choice: string): Promise<void> {
  const box = page.getByRole("combobox", { name });
  await box.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await box.selectOption(choice);
}

export async function filterBy(page: Page, choices: Record<string, string>): Promise<void> {
  for (const [name, choice] of Object.entries(choices)) await chooseFilter(page, name, choice);
  await page.getByRole("button", { name: "Apply" }).press("Enter");
}

export async function comment(page: Page, words: string, button = "Add comment"): Promise<void> {
  await page.getByRole("textbox", { name: /^Your (comment|answer)/ }).fill(words);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
}

export async function answer(page: Page, mode: string, words: string, button = mode): Promise<void> {
  const box = page.getByRole("region", { name: "Answer", exact: true });
  await box.getByText(mode, { exact: true }).first().click();
  await box.getByRole("textbox", { name: "Message" }).fill(words);
  await box.getByRole("button", { name: button }).click();
}

export async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}
