import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/**
 * Asserts that the page as it is now breaks no rule of WCAG 2.2 AA that a machine can check. The check is itself
 * a script: it does not work in a browser that has JavaScript turned off.
 */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: wcag22AA, resultTypes: ["violations"] })
    // Puts no results together in a page of its own, which only frames need and which takes as long as the check.
    .setLegacyMode(page.frames().length === 1)
    .analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `    ${node.html}`).join("\n")}`,
  );
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
}
