import type { Page } from "@playwright/test";

/** Chooses a radio button that is drawn as a tab, by its label, as a pointer does: once it has come to rest. */
export const chooseTab = (page: Page, name: string): Promise<void> =>
  page
    .locator("label")
    .filter({ has: page.getByRole("radio", { name, exact: true }) })
    .click();
