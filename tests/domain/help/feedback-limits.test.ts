import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { days, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { spendFeedback } from "@/lib/help/feedback-limits";
import { aHelpArticle } from "../../support/help";
import { laterOn } from "../../support/later-on";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

// Five times as much may be said of help pages.
setSettings({ LIMIT_MAILS_PER_NETWORK: "4" });

describe("what strangers say of help pages", () => {
  it("is limited per network before it is per page, and the limits end after a day", async () => {
    const [page, other] = [await aHelpArticle(), await aHelpArticle()];
    const flood = `203.0.113.${randomUUID()}`;
    const most = 20;
    for (let count = 0; count < most; count++) await spendFeedback(page, flood);
    await expectRefusal(spendFeedback(page, flood), "too_many", /wait/i);
    await expectRefusal(spendFeedback(other, flood), "too_many");
    await spendFeedback(page, `203.0.113.${randomUUID()}`);
    await laterOn(days(1) + minutes(1), () => spendFeedback(page, flood));
  });

  it("about a page that nobody can read costs its network, and nothing that others have", async () => {
    const network = `203.0.113.${randomUUID()}`;
    const hidden = await aHelpArticle({}, false);
    const countPages = () =>
      db().rateLimit.count({ where: { key: { startsWith: "helpFeedbackOnArticle" } } });
    const before = await countPages();
    for (let count = 0; count < 20; count++)
      await expectRefusal(
        spendFeedback(count % 2 ? hidden : { slug: `made-up-${count}`, language: "en" }, network),
        "not_found",
      );
    await expectRefusal(spendFeedback(hidden, network), "too_many");
    expect(await countPages()).toBe(before);
    await spendFeedback(await aHelpArticle(), `203.0.113.${randomUUID()}`);
    expect(await countPages()).toBe(before + 1);
  });

  it("stays within what a page takes in a day, from however many networks", async () => {
    const page = await aHelpArticle();
    const most = 500;
    for (let network = 0; network < most; network++) await spendFeedback(page, `net-${page.slug}-${network}`);
    await expectRefusal(spendFeedback(page, `net-${page.slug}-last`), "too_many");
    await spendFeedback(await aHelpArticle(), `net-${page.slug}-last`);
  });
});
