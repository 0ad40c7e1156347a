import { translatorOf } from "@/lib/messages/translate";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { anAdmin } from "../support/factories";

for (const [language, width] of [
  ["en", 1280],
  ["de", 1280],
  ["de", 320],
] as const)
  test(`pages of administration that belong together stand in one line, and a menu leads to all: ${language} at ${width}`, async ({
    newVisitor,
  }) => {
    const t = translatorOf(language);
    const page = await newVisitor({ locale: language, viewport: { width, height: 800 } });
    await signIn(page, await anAdmin());
    await page.goto("/admin/people");
    const beside = page.getByRole("navigation", { name: t("administration.group.people") });
    await expect(beside.getByRole("link")).toHaveText([
      t("administration.title"),
      t("people.title"),
      t("teams.title"),
      t("organisations.title"),
      t("erasures.title"),
    ]);
    await expect(beside.getByRole("link", { name: t("people.title"), exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    const tops = await beside
      .getByRole("link")
      .evaluateAll(links => links.map(link => link.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    await page.getByRole("button", { name: t("administration.pages.all") }).click();
    const all = page.getByRole("navigation", { name: t("administration.pages.all") });
    await expect(all.getByRole("link")).toHaveCount(14);
    await axe(page);
    await all.getByRole("link", { name: t("retention.title"), exact: true }).click();
    await expect(page).toHaveURL("/admin/retention");
    await expect(all).toBeHidden();
  });

test("without script, the menu of administration opens and leads on", async ({ newVisitor }) => {
  const page = await newVisitor({ javaScriptEnabled: false });
  await signIn(page, await anAdmin());
  await page.goto("/admin/tags");
  await page.getByRole("button", { name: "All pages" }).click();
  await page
    .getByRole("navigation", { name: "All pages" })
    .getByRole("link", { name: "Examination" })
    .click();
  await expect(page).toHaveURL("/admin/examination");
});
