import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const colours = "color-contrast";
// What a page has already run is not sent to it again.
const alreadyThere = "0";

type Wishes = {
  /** The only part of the page that is judged. */
  within?: string;
  /** Headings in order, everything in a landmark, and what else is good practice. */
  withPractice?: boolean;
  /** The page was judged in another language, which changes no colour. */
  colourBlind?: boolean;
};

/**
 * Asserts that the page breaks no rule of WCAG 2.2 AA that can be checked automatically, in light and in dark. Of all
 * rules only that of colours depends on the theme, and it takes as long as all others, so it alone is asked twice.
 */
export async function axe(page: Page, wishes: Wishes = {}): Promise<void> {
  // After following a link by script, the title comes a moment behind the page.
  await expect(page).toHaveTitle(/./);
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  // On a high screen, the bar that stays in sight covers no part of anything else.
  const isBarred = size.height < 3_000 && (await page.locator(".work-bar").count()) > 0;
  if (isBarred) await page.setViewportSize({ ...size, height: 3_000 });
  const problems = await judge(page, wishes);
  if (!wishes.colourBlind) problems.push(...(await judgeColours(page, wishes)));
  if (isBarred) {
    await page.setViewportSize(size);
    // An open menu moves with its button, so a click at where it was would close it.
    await page.waitForFunction(height => window.innerHeight === height, size.height);
    await page.evaluate(
      () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
  expect(problems, `accessibility of ${page.url()}`).toEqual([]);
}

const hasFrames = (page: Page) => page.frames().length > 1;

async function judge(page: Page, { within, withPractice, colourBlind }: Wishes): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({
    runOnly: withPractice ? [...wcag22AA, "best-practice"] : wcag22AA,
    resultTypes: ["violations"],
    ...(colourBlind && { rules: { [colours]: { enabled: false } } }),
  });
  return complaintsOf(page, builder, within);
}

/** In the theme that the page is not in. */
async function judgeColours(page: Page, { within }: Wishes): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await turn(page, isDark ? "light" : "dark");
  const builder = new AxeBuilder({ page, ...(!hasFrames(page) && { axeSource: alreadyThere }) }).options({
    runOnly: { type: "rule", values: [colours] },
    resultTypes: ["violations"],
  });
  const found = await complaintsOf(page, builder, within);
  await turn(page, isDark ? "dark" : "light");
  return found;
}

/** Colours go over to another theme from parent to child, a frame for each, as short as that may be. */
async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // Asked from here, as a page without script waits for no frame.
  const isTurning = () =>
    page.evaluate(() => document.getAnimations().some(one => one instanceof CSSTransition));
  while ((await isTurning()) || (await isTurning()));
}

async function complaintsOf(page: Page, builder: AxeBuilder, within?: string): Promise<string[]> {
  // Collects results in the page itself; a separate page is needed only for frames, and doubles the time.
  builder.setLegacyMode(!hasFrames(page));
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `    ${node.html}`).join("\n")}`,
  );
}
