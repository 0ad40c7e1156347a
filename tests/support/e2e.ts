import { randomUUID } from "node:crypto";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor, type Role } from "@/lib/actor";
import { type Cable, layCable } from "./cable";
import { type ConsoleWatch, watchConsoles } from "./console-watch";
import { makeTestDatabase } from "./databases";
import { type Desk, startDesk } from "./desk";
import { aPerson, run } from "./factories";
import { type Settings, settingsInUse } from "./settings";

type DeskWishes = Partial<Settings> & { ownDatabase?: boolean };

type Fixtures = {
  consoles: ConsoleWatch;
  /** For tests that provoke a console complaint, which otherwise fails them. */
  allowConsoleError: (pattern: RegExp) => void;
  newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
  signedInAs: (role: Role, where?: Page) => Promise<PersonActor>;
  /** Another desk, stopped with the test. On the shared database keep its worker off (the default). */
  openDesk: (wishes?: DeskWishes) => Promise<Desk>;
  /** A line to the shared database that can be cut, for the DATABASE_URL of another desk. */
  cable: Cable;
};

export const test = base.extend<Fixtures>({
  consoles: [
    async ({ context }, use) => {
      const watch = watchConsoles();
      watch.over(context);
      await use(watch);
      expect(watch.complaints(), "complaints in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  allowConsoleError: async ({ consoles }, use) => {
    await use(pattern => consoles.allow(pattern));
  },
  page: async ({ page, javaScriptEnabled }, use) => {
    await use(javaScriptEnabled === false ? page : waitingForScript(page));
  },
  newVisitor: async ({ browser, consoles, contextOptions, baseURL, javaScriptEnabled }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async options => {
      const context = await browser.newContext({ ...contextOptions, baseURL, ...options });
      consoles.over(context);
      contexts.push(context);
      const page = await context.newPage();
      const hasScript = options?.javaScriptEnabled ?? javaScriptEnabled;
      return hasScript === false ? page : waitingForScript(page);
    });
    for (const context of contexts) await context.close();
  },
  signedInAs: async ({ page }, use) => {
    await use(async (role, where = page) => {
      const person = await aPerson(role);
      await signIn(where, person);
      return person;
    });
  },
  openDesk: async ({ browser }, use, testInfo) => {
    const desks: Desk[] = [];
    await use(async ({ ownDatabase, ...wishes } = {}) => {
      const mark = randomUUID().slice(0, 8);
      const base = ownDatabase ? { DATABASE_URL: await makeTestDatabase(mark) } : { WORKER: "off" };
      const desk = await startDesk({ ...base, ...wishes }, testInfo.outputPath(`desk-${mark}.log`));
      desks.push(desk);
      return desk;
    });
    // Open pages, also those of other visitors, would keep asking a stopped desk.
    for (const page of browser.contexts().flatMap(context => context.pages())) await leave(page);
    for (const desk of desks) await desk.stop();
  },
  // Playwright requires a destructured first argument.
  cable: async ({ browserName: _ }, use) => {
    const cable = await layCable(settingsInUse().DATABASE_URL);
    await use(cable);
    await cable.remove();
  },
});

/** A page that is on its way elsewhere interrupts this, and is asked again. */
async function leave(page: Page, tries = 5): Promise<void> {
  await page.goto("about:blank").catch(async (error: unknown) => {
    if (tries === 1) throw error;
    if (page.url() !== "about:blank") await leave(page, tries - 1);
  });
}

/**
 * A page counts as loaded before React has taken it over. What a test did in between would be done as without script:
 * React marks each element that it has taken over, the body last.
 */
function waitingForScript(page: Page): Page {
  const open = page.goto.bind(page);
  page.goto = async (...address) => {
    const answer = await open(...address);
    await page.waitForFunction(
      () =>
        !document.querySelector("script[src^='/_next/']") ||
        Object.keys(document.body).some(name => name.startsWith("__reactFiber$")),
    );
    return answer;
  };
  return page;
}

/** Logs a person in by the cookie that the log-in page would set; valid on every desk of this run. */
export async function signIn(page: Page, person: PersonActor): Promise<void> {
  const sid = await run(operator, act => openSession(act, person.id));
  const { NEXTAUTH_SECRET: secret, APP_URL: url } = settingsInUse();
  const value = await encode({ token: { sid }, secret });
  await page.context().addCookies([{ name: "lodge-session", value, url, httpOnly: true, sameSite: "Lax" }]);
}

export { expect };
