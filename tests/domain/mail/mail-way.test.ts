import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { askForTestMail } from "@/lib/mail/held-mail";
import { readMailWay, sendAtOnce } from "@/lib/mail/test-mail";
import { refreshSettings } from "@/lib/settings";
import { anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

// Nobody listens there.
setSettings({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://jo:harbour-lamp@127.0.0.1:1" });

const wayFor = async (admin: PersonActor) => readMailWay(admin, await refreshSettings());

describe("the way of mail", () => {
  it("names the server and the sender, and no password", async () => {
    const way = await wayFor(await anAdmin());
    expect(way).toEqual({
      transport: "smtp",
      server: "127.0.0.1:1",
      from: "Lodge <desk@lodge.test>",
      test: null,
    });
  });

  it("says what became of one's own test: here, that nobody took it", async () => {
    const [admin, other] = [await anAdmin(), await anAdmin()];
    const eventId = await run(admin, async act => {
      await askForTestMail(act);
      return act.recorded.at(-1)?.id ?? 0n;
    });
    expect((await wayFor(admin)).test).toMatchObject({ state: "pending", reason: null });
    await sendAtOnce(eventId);
    const { test } = await wayFor(admin);
    expect(test).toMatchObject({ state: "pending", reason: { code: "mail.answer" } });
    expect(JSON.stringify(test)).toContain("ECONNREFUSED");
    expect((await wayFor(other)).test).toBeNull();
  });

  it("is nothing to agents", async () => {
    await expectRefusal(wayFor(await anAgent()), "not_found");
  });
});
