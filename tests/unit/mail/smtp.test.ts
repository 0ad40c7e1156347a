import { expect, it } from "vitest";
import { sendBySmtp } from "@/lib/transport/smtp";
import { freePort } from "../../support/desk";
import { setSettings } from "../../support/settings";

it("a mail waits for another try while there is no mail server", async () => {
  setSettings({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
  const mail = {
    ...{ id: "one", messageId: "<one@desk.test>", date: new Date(), from: "desk@desk.test" },
    ...{ to: "ada@acme.test", subject: "Hello", html: "<p>Hello</p>", text: "Hello", headers: {} },
  };
  await expect(sendBySmtp(mail)).rejects.toMatchObject({
    verdict: "later",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});
