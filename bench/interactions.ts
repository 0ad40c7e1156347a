import { type Browser, type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { findBrowser } from "@/scripts/browser.mjs";
import { median } from "./cost";
import type { Visitor } from "./visits";

type Watched = { interactions: Map<number, number> };

/** As Lighthouse's slow phone: a processor that is four times slower. */
const slower = 4;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const boxes = "textarea, input:not([type]), input[type=text], input[type=email], input[type=password]";
const switches = "summary, button[type=button]";
const typed = "shelf empty";

/** What happens before, while the page wakes up, is Lighthouse's blocking time. */
const settledMs = 1_500;
const times = 3;
/** How long a finger stays on the glass. */
const touchMs = 70;

/**
 * How long people wait for a page to answer what they tap and type, on a slow phone, in milliseconds.
 * @returns Interaction to Next Paint for each page: its longest wait, but for one in fifty (web.dev/inp); the median of three
 */
export async function measureInteractions(
  visitors: Record<string, Visitor>,
): Promise<Record<string, number>> {
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const waits: Record<string, number> = {};
    for (const [name, visitor] of Object.entries(visitors)) {
      const each: number[] = [];
      while (each.length < times) each.push(await waitOn(browser, visitor));
      waits[name] = median(each);
    }
    return waits;
  } finally {
    await browser.close();
  }
}

async function waitOn(browser: Browser, { path, cookie }: Visitor): Promise<number> {
  const context = await browser.newContext({ ...phone, extraHTTPHeaders: cookie ? { cookie } : {} });
  try {
    await context.addInitScript(watchInteractions);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(path);
    await page.waitForTimeout(settledMs);
    await touchAll(page, devTools);
    return await page.evaluate(longestWait);
  } finally {
    await context.close();
  }
}

/** Types into every field, and taps whatever opens, twice. */
async function touchAll(page: Page, devTools: CDPSession): Promise<void> {
  for (const box of await page.locator(boxes).all()) {
    if (!(await box.isVisible())) continue;
    await touch(page, devTools, box);
    await box.focus();
    await box.pressSequentially(typed);
  }
  for (let turn = 0; turn < 2; turn++)
    for (const one of await page.locator(switches).all()) {
      if (!(await one.isVisible())) continue;
      await touch(page, devTools, one);
      await page.keyboard.press("Escape");
    }
}

/**
 * As a finger does it. Playwright's own taps end when they begin, so that what a page does when it is touched would count
 * as waiting for the click, and look inside the page for what they hit.
 */
async function touch(page: Page, devTools: CDPSession, one: Locator): Promise<void> {
  await one.scrollIntoViewIfNeeded({ timeout: 1_000 }).catch(() => {});
  const place = await one.boundingBox();
  if (!place) return;
  const touchPoints = [{ x: place.x + place.width / 2, y: place.y + place.height / 2 }];
  await devTools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await page.waitForTimeout(touchMs);
  await devTools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

function watchInteractions(): void {
  const interactions = new Map<number, number>();
  Object.assign(globalThis, { interactions });
  new PerformanceObserver(list => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId)
        interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

function longestWait(): number {
  const waits = [...(globalThis as unknown as Watched).interactions.values()].toSorted((a, b) => b - a);
  // Waits of less than 16 ms are not reported.
  return waits[Math.floor(performance.interactionCount / 50)] ?? 16;
}
