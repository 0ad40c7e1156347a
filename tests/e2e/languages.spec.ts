import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { translatorOf } from "@/lib/messages/translate";
import { root } from "@/scripts/settings";
import { axe } from "../support/axe";
import { aWorld, crawledPages } from "../support/crawled-pages";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer } from "../support/factories";
import { aHelpArticle } from "../support/help";
import { strayWords, wordsOfDesk } from "../support/stray-words";

const inBrackets = { locale: "en-XA", viewport: { width: 320, height: 800 } };
const fromTheRight = { locale: "ar-XB", viewport: { width: 1280, height: 800 } };

/** Where text of ours is not where it belongs, in either direction. */
async function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, dir } = document.documentElement;
    const end = dir === "rtl" ? "left" : "right";
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
      const words = own.map(node => node.textContent ?? "").join("");
      if (!words.includes("⟦") || element.closest("svg, select, datalist, noscript")) continue;
      const { direction, textAlign, float, overflowX, textOverflow, clipPath } = getComputedStyle(element);
      const says = (what: string) => found.push(`${what}: ${words.trim().slice(0, 60)}`);
      if (direction !== document.documentElement.dir && !element.closest("[dir]:not(html), bdi, code, kbd"))
        says(direction);
      // Browsers compute match-parent as left or right, so a wrong side shows here.
      if (textAlign === end) says(`text-align ${textAlign}`);
      if (["left", "right"].includes(float)) says(`float ${float}`);
      // What is clipped or one pixel wide is for screen readers.
      const isSeen = element.clientWidth > 1 && clipPath === "none";
      const isCut = isSeen && element.scrollWidth > element.clientWidth + 1;
      if (isCut && ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis") says("cut off");
    }
    return found;
  });
}

/** What one presses or types into and lies over another, where neither is meant to stand in the other. */
async function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOnPage = (element: HTMLElement) => {
      const { position, clipPath } = getComputedStyle(element);
      return (
        element.checkVisibility() &&
        clipPath === "none" &&
        position !== "absolute" &&
        !element.closest(".tabs, .work-bar, [popover]")
      );
    };
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        "main :is(a[href], button, input, select, textarea, label.button)",
      ),
    ]
      .filter(isOnPage)
      .map(element => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2);
    return controls.flatMap(({ element, box }, at) =>
      controls
        .slice(at + 1)
        .filter(other => !element.contains(other.element) && !other.element.contains(element))
        .filter(
          other =>
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 3,
        )
        .map(other => `${element.textContent?.slice(0, 40)} over ${other.element.textContent?.slice(0, 40)}`),
    );
  });
}

/** Every word is ours and in brackets, or in the database, and nothing is cut off or left where another direction has it. */
async function crawl(page: Page, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    const before = await wordsOfDesk();
    await page.setViewportSize({ width: 1280, height: 800 });
    const answer = await page.goto(address);
    expect.soft(answer?.status(), address).toBe(200);
    expect.soft(await strayWords(page, before), address).toEqual([]);
    expect.soft(await misplaced(page), `${address} at 1280`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect.soft(await misplaced(page), `${address} at 320`).toEqual([]);
    expect.soft(await overlapping(page), `${address} at 320`).toEqual([]);
  }
}

test("a browser is answered in the language that it asks for, from right to left if that is so", async ({
  newVisitor,
}) => {
  const page = await newVisitor(fromTheRight);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^⟦.*⟧$/);
  await page.getByRole("button").first().click();
  await axe(page);
});

test("an unknown language in header, cookie or address is English, and no error", async ({
  newVisitor,
  context,
}) => {
  const page = await newVisitor({ locale: "tlh" });
  await page.goto("/");
  await page.context().addCookies([{ name: "lodge-language", value: "xx-YY", url: page.url() }]);
  for (const path of ["/", "/sign-in"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  }
  for (const tag of ["tlh", "%3Cscript%3E", "..%2F", "x".repeat(500)]) {
    const answer = await page.request.get(`/language/${tag}`, { maxRedirects: 0 });
    expect([303, 400, 404], tag).toContain(answer.status());
    expect(answer.headers()["set-cookie"], tag).toBeUndefined();
  }
  await context.close();
});

test("a page whose texts do not arrive stays as it was drawn, and its form works", async ({
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/Failed to load resource/);
  const t = translatorOf("de");
  // Not one that waits for the script.
  const page = await (await newVisitor({ locale: "de-DE" })).context().newPage();
  const chunks = join(root, ".next", "static", "chunks");
  const file = globSync("*.js", { cwd: chunks }).find(name =>
    readFileSync(join(chunks, name), "utf8").includes(t("browser.form.sending")),
  );
  const asked = page.waitForRequest(`**/${file}`);
  await page.route(`**/${file}`, route => route.abort());
  await page.goto("/sign-in");
  await asked;
  await page.getByLabel(t("accounts.email")).fill("nobody@example.org");
  await page.getByLabel(t("accounts.password"), { exact: true }).fill("not the password");
  await page.getByRole("button", { name: t("accounts.log_in"), exact: true }).click();
  await expect(page.getByText(t("refusals.log_in.wrong"))).toBeVisible();
});

test("a stranger's choice is kept by their browser, and leads back to no other site", async ({ page }) => {
  const to = await page.request.get("/language/en-XA", {
    maxRedirects: 0,
    headers: { referer: "https://elsewhere.test/x" },
  });
  expect(to.headers().location).toBe("/");
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
});

test("what a stranger has typed, and was refused, is still there in another language, except passwords, shown or hidden", async ({
  page,
}) => {
  await page.goto("/sign-up?next=%2Frequests");
  const typed = async (name: string, email: string) => {
    await expect(page.locator("[name=name]")).toHaveValue(name);
    await expect(page.locator("[name=email]")).toHaveValue(email);
    await expect(page.locator("[name=password]")).toHaveValue("");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(
      /harbour|lodge-typed/i,
    );
  };
  const password = page.locator("[name=password]");
  await page.locator("[name=name]").fill("Lena Leser");
  await page.locator("[name=email]").fill("lena");
  await password.fill("harbour");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Enter an email address such as").first()).toBeVisible();
  await page.locator("[name=email]").fill("lena@people.test");
  await password.fill("harbour harbour");
  await page.getByRole("button", { name: /^Show/ }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("link", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await typed("Lena Leser", "lena@people.test");
  await page.reload();
  await typed("", "");
});

test("words about a help page stay when their writer chooses another language, and a search that is being typed", async ({
  page,
}) => {
  const { slug } = await aHelpArticle();
  await page.goto(`/help/${slug}`);
  const words = "I looked for the code of twelve signs and found none. ".repeat(9).trim();
  await page.getByLabel("Anything to add?").fill(words);
  await expect(page.getByText(`${words.length} of 500 characters.`)).toBeVisible();
  await page.getByRole("link", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("[name=words]")).toHaveValue(words);
  await expect(page.getByText(`${words.length} von 500 Zeichen.`)).toBeVisible();
  await page.goto("/");
  await page.getByRole("searchbox").fill("Rechnung");
  await expect(page.getByText(/Anfrageart passt|Anfragearten passen|Keine Treffer/).first()).toBeAttached();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("searchbox")).toHaveValue("Rechnung");
  await expect(page.getByText(/request types? fits?\.|No matches/).first()).toBeAttached();
});

test("a person's choice comes before their browser's, in pages and in what is refused", async ({
  newVisitor,
}) => {
  const page = await newVisitor(inBrackets);
  const customer = await aCustomer();
  await signIn(page, customer);
  await page.goto("/settings");
  await page.getByRole("combobox").last().selectOption("en-US");
  await page.locator("#profile-form").getByRole("button").last().click();
  await expect(page.getByText("Profile saved.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.locator("#profile-form")).toContainText("Enter your name");
  const { language } = await db().person.findUniqueOrThrow({
    where: { id: customer.id },
    select: { language: true },
  });
  expect(language).toBe("en-US");
});

test("tabs fade where there are more of them, and not where they begin, from either side", async ({
  newVisitor,
}) => {
  for (const locale of ["en", "ar"]) {
    const page = await newVisitor({ locale, viewport: { width: 390, height: 800 } });
    await signIn(page, await aCustomer());
    await page.goto("/requests");
    const tabs = page.getByRole("main").locator(".tabs");
    await expect(tabs).toHaveCSS("--more-before", "0px");
    await expect(tabs).toHaveCSS("--more-after", "48px");
  }
});

test("every page of the desk is crawled, or left out by name and for a reason", () => {
  const pages = globSync("**/page.tsx", { cwd: join(root, "app") }).map(file => dirname(file));
  expect(Object.keys(crawledPages).toSorted()).toEqual(pages.toSorted());
});

for (const [language, colorScheme] of [
  ["en-XA", "light"],
  ["ar-XB", "dark"],
] as const)
  for (const by of ["stranger", "customer", "agent", "admin"] as const)
    test(`on pages of a ${by} every word is in the catalogue and nothing is cut off or misplaced, in ${language} and ${colorScheme}`, async ({
      newVisitor,
    }) => {
      test.setTimeout(240_000);
      const world = await aWorld();
      const page = await newVisitor({ locale: language, colorScheme });
      if (by !== "stranger") await signIn(page, world[by]);
      const read = Object.values(crawledPages).filter(one => "by" in one && one.by === by);
      await crawl(
        page,
        read.flatMap(one => ("at" in one ? one.at(world) : [])),
      );
    });
