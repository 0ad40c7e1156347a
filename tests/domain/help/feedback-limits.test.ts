import { randomUUID } from "node:crypto";
import { describe, it } from "vitest";
import { days, minutes } from "@/lib/clock";
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

  it("stays within what a page takes in a day, from however many networks", async () => {
    const page = await aHelpArticle();
    const most = 500;
    for (let network = 0; network < most; network++) await spendFeedback(page, `net-${page.slug}-${network}`);
    await expectRefusal(spendFeedback(page, `net-${page.slug}-last`), "too_many");
    await spendFeedback(await aHelpArticle(), `net-${page.slug}-last`);
  });
});
