import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Asserts that the page breaks no rule of WCAG 2.2 AA that can be checked automatically. */
export async function axe(page: Page): Promise<void> {
  // After following a link by script, the title comes a moment behind the page.
  await expect(page).toHaveTitle(/./);
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  // On a high screen, the bar that stays in sight covers no part of anything else.
  const isBarred = (await page.locator(".work-bar").count()) > 0;
  if (isBarred) await page.setViewportSize({ ...size, height: 3_000 });
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: wcag22AA, resultTypes: ["violations"] })
    // Collects results in the page itself; a separate page is needed only for frames, and doubles the time.
    .setLegacyMode(page.frames().length === 1)
    .analyze();
  if (isBarred) {
    await page.setViewportSize(size);
    // An open menu moves with its button, so a click at where it was would close it.
    await page.waitForFunction(height => window.innerHeight === height, size.height);
    await page.evaluate(
      () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
  const problems = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `    ${node.html}`).join("\n")}`,
  );
  expect(problems, `accessibility of ${page.url()}`).toEqual([]);
}
