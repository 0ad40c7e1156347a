import { beforeAll, expect, it } from "vitest";
import { later, minutes } from "@/lib/clock";
import { pauseMail, takePlace } from "@/lib/mail/rate";
import { makeTestDatabase } from "../../support/databases";
import { setSettings } from "../../support/settings";

const perSecond = 5;

beforeAll(async () => {
  setSettings({
    ...{ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://127.0.0.1:1", MAIL_PER_SECOND: String(perSecond) },
    // Other tests ask for places, too.
    DATABASE_URL: await makeTestDatabase("mail_rate"),
  });
});

it("lets only as many mails go as the rate allows, however many workers ask at the same moment", async () => {
  const at = new Date();
  const waits = await Promise.all(Array.from({ length: 12 }, () => takePlace(at)));
  expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(perSecond);
  // Who must wait takes nothing from those who come later.
  const next = await Promise.all(Array.from({ length: 12 }, () => takePlace(later(at, 1_000))));
  expect(next.filter(waitMs => waitMs === 0)).toHaveLength(perSecond);
});

it("lets none go while all mail waits, and does not save up for afterwards", async () => {
  const at = later(new Date(), minutes(60));
  await pauseMail(later(at, minutes(1)), "The mail server asked for it.");
  expect(await takePlace(at)).toBe(minutes(1));
  const after = later(at, minutes(1));
  const waits = await Promise.all(Array.from({ length: 12 }, () => takePlace(after)));
  expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(perSecond);
});
