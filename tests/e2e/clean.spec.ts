import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { aWorld, crawledPages } from "../support/crawled-pages";
import { expect, signIn, test } from "../support/e2e";

const readers = ["stranger", "customer", "agent", "admin"] as const;

const inOneTest = 16;

/** Of one page with many addresses, such as a confirmation for each action, these are looked at. */
const looked = 2;

/** What each test reads, and as whom. */
const rounds = readers.flatMap(by => {
  const pages = Object.values(crawledPages).flatMap(one => ("by" in one && one.by === by ? [one] : []));
  const count = Math.ceil(pages.length / inOneTest);
  return Array.from({ length: count }, (_, round) => ({
    by,
    name: count === 1 ? `pages of a ${by}` : `pages of a ${by} (${round + 1} of ${count})`,
    pages: pages.slice(round * inOneTest, (round + 1) * inOneTest),
  }));
});

/** Opens each menu and sheet once: many pages have the same. */
async function judgeMenus(page: Page, seen: Set<string>): Promise<void> {
  const menus = await page
    .locator("[popover][id]:not(:empty)")
    .evaluateAll(all => all.map(({ id, textContent }) => ({ id, words: textContent })));
  for (const { id, words } of menus) {
    if (seen.has(`${id} ${words}`)) continue;
    seen.add(`${id} ${words}`);
    const menu = page.locator(`#${id}`);
    await menu.evaluate((one: HTMLElement) => one.showPopover());
    await axe(page, { within: `#${id}` });
    await menu.evaluate((one: HTMLElement) => one.hidePopover());
  }
}

/** Sends the first form that must have an answer without one; once, where many pages have the same. */
async function judgeRefusal(page: Page, seen: Set<string>): Promise<void> {
  const form = page.locator("main form:has([aria-required=true])").first();
  const boxes = form.locator(":is(input, textarea)[aria-required=true]:visible");
  if ((await boxes.count()) === 0) return;
  const names = await boxes.evaluateAll(all => all.map(one => one.getAttribute("name")).join(" "));
  if (seen.has(names)) return;
  seen.add(names);
  for (const box of await boxes.all()) await box.fill("");
  await form.locator("[type=submit]:visible").last().click();
  await expect(page.locator("main [aria-invalid=true], main [role=alert]").first()).toBeVisible();
  await axe(page);
}

for (const { by, name, pages } of rounds) {
  test(`${name}, what unfolds and opens on them, and their refused forms are clean to axe in light and dark`, async ({
    newVisitor,
  }) => {
    test.slow();
    const world = await aWorld();
    const page = await newVisitor({ viewport: { width: 1280, height: 3_000 } });
    if (by !== "stranger") await signIn(page, world[by]);
    const seen = new Set<string>();
    for (const address of pages.flatMap(one => [one.at(world)].flat().slice(0, looked))) {
      await page.goto(address);
      await page.locator("details").evaluateAll(all => {
        for (const one of all) one.setAttribute("open", "");
      });
      await axe(page, { withPractice: true });
      await judgeMenus(page, seen);
      await judgeRefusal(page, seen);
    }
  });

  // Arabic on a phone, so that all that folds there is judged as well.
  for (const [language, width] of [
    ["de", 1280],
    ["ar", 390],
  ] as const)
    test(`${name} are clean to axe in ${language}`, async ({ newVisitor }) => {
      test.slow();
      const world = await aWorld();
      const page = await newVisitor({ locale: language, viewport: { width, height: 3_000 } });
      if (by !== "stranger") await signIn(page, world[by]);
      for (const address of pages.map(one => [one.at(world)].flat()[0] ?? "/")) {
        await page.goto(address);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await axe(page, { colourBlind: true });
      }
    });
}
