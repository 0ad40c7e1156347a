import { beforeAll, describe, expect, it } from "vitest";
import { archiveArticle } from "@/lib/help/change";
import { listArticles, listHelp } from "@/lib/help/read";
import { loadFirstHelp } from "@/prisma/set-up";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

// In a database of its own: pages of other tests would count as the desk's.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("first_help") }));

describe("the help pages that a desk comes with", () => {
  it("say the same things in English, German and Arabic, and come only to a desk that has none", async () => {
    await loadFirstHelp();
    for (const language of ["en", "de", "ar"]) {
      const pages = await listHelp([language]);
      expect(pages.map(page => page.language)).toEqual([language, language, language]);
      expect(pages.map(({ slug }) => slug)).toEqual([
        "your-account",
        "raise-a-request",
        "follow-your-request",
      ]);
    }
    const owner = await anAdmin();
    for (const { slug, language } of await listArticles(owner))
      await run(owner, act => archiveArticle(act, { slug, language: language as "en", isArchived: true }));
    await loadFirstHelp();
    expect(await listHelp(["en"])).toEqual([]);
  });
});
