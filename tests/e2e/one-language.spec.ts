import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { translatorOf } from "@/lib/messages/translate";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { englishInMail, englishOn } from "../support/english-left";
import { actorOf, anAddress, anAgent, moveTo } from "../support/factories";
import { linkIn, mailsTo, mailTo } from "../support/mails";
import { withholdNews } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";

for (const [language, direction] of [
  ["de", "ltr"],
  ["ar", "rtl"],
] as const)
  test(`somebody who reads only ${language} signs up, raises, follows, mutes, shares, kills and re-opens a request without a word of English`, async ({
    newVisitor,
  }) => {
    test.slow();
    const t = translatorOf(language);
    const reader = await newVisitor({ locale: language });
    await withholdNews(reader);
    const email = `leser-${randomBytes(4).toString("hex")}@people.test`;
    const friend = anAddress("gast");
    const button = (name: string) => reader.getByRole("button", { name, exact: true });
    const look = async (where: Page = reader) => {
      await expect(where.locator("html")).toHaveAttribute("lang", language);
      await expect(where.locator("html")).toHaveAttribute("dir", direction);
      expect.soft(await englishOn(where), where.url()).toEqual([]);
      await axe(where);
    };
    const read = async (subject = /.*/) => {
      const mail = await mailTo(email, subject);
      expect.soft(mail.html, mail.subject).toMatch(new RegExp(`<html[^>]*dir="${direction}"`));
      expect.soft(mail.html, mail.subject).toMatch(new RegExp(`<html[^>]*lang="${language}"`));
      return mail;
    };

    await test.step("signs up, is told in this language what is wrong, and confirms", async () => {
      await reader.goto("/sign-up");
      await look();
      await button(t("accounts.sign_up")).click();
      await expect(reader.getByRole("main").getByRole("alert")).toContainText(t("accounts.name.missing"));
      await look();
      await reader.locator("[name=name]").fill("Lena Leser");
      await reader.locator("[name=email]").fill(email);
      await reader.locator("[name=password]").fill("Krankenschwester!");
      await button(t("accounts.sign_up")).click();
      await expect(reader.getByRole("main").getByRole("alert")).toContainText(t("refusals.password.weak"));
      await look();
      await reader.locator("[name=password]").fill(password);
      await button(t("accounts.sign_up")).click();
      await expect(reader).toHaveURL(/confirm$/);
      await look();
      const code = /\b\d{6}\b/.exec((await read()).text)?.[0] ?? "";
      await reader.locator("[name=code]").fill(code);
      await button(t("accounts.sign_up.code.confirm")).click();
      await expect(reader).not.toHaveURL(/sign-up/);
      await look();
    });

    let reference = "";
    await test.step("raises a request", async () => {
      await reader.goto("/catalog/other-manual-request");
      await look();
      await button(t("catalog.raise.send")).click();
      await expect(reader.getByRole("main").getByRole("alert").first()).toBeVisible();
      await look();
      await reader.locator("[name=summary]").fill(`Zähler ${randomBytes(3).toString("hex")}`);
      await reader.locator("[name='answers.details']").fill("Er läuft rückwärts.");
      await button(t("catalog.raise.send")).click();
      await expect(reader).toHaveURL(/received/);
      await look();
      reference = /requests\/([A-Z]+-\d+)/i.exec(reader.url())?.[1] ?? "";
      await read(new RegExp(reference));
    });

    const own = `/requests/${reference}`;
    const agent = await anAgent();
    await test.step("comments, mutes, follows again and shares", async () => {
      await reader.goto(own);
      await look();
      await reader.locator("textarea[name=body]").first().fill("Noch etwas.");
      await button(t("requests.comment.send")).click();
      await expect(reader.getByRole("article").getByText("Noch etwas.")).toBeVisible();
      await button(t("requests.notifications.turn_off")).click();
      await expect(reader.getByText(t("requests.notifications.off"))).toBeVisible();
      await look();
      await button(t("requests.notifications.turn_on")).click();
      await expect(reader.getByText(t("requests.notifications.on"))).toBeVisible();
      await reader.getByText(t("sharing.share"), { exact: true }).click();
      await reader.locator("[name=shareWith]").fill(friend);
      await button(t("sharing.share.send")).click();
      await expect(reader.getByText(t("sharing.done.invited"))).toBeVisible();
      await look();
    });

    await test.step("is asked, told that it is resolved, re-opens and kills it", async () => {
      const customer = await actorOf(email);
      await moveTo(agent, reference, "ask", { body: "Welcher Zähler?" });
      await read(new RegExp(reference));
      await reader.goto(own);
      await look();
      await moveTo(customer, reference, "respond", { body: "Der linke." });
      await moveTo(agent, reference, "resolve", { resolution: "done", body: "Getauscht." });
      await read(new RegExp(reference));
      await reader.goto(own);
      await look();
      await reader.getByText(t("moves.reopen.label"), { exact: true }).first().click();
      await reader
        .locator("form")
        .filter({ has: button(t("moves.reopen.label")) })
        .getByRole("textbox")
        .fill("Nein.");
      await button(t("moves.reopen.label")).click();
      await expect(reader.getByRole("article").getByText("Nein.")).toBeVisible();
      await look();
      await reader.getByText(t("moves.kill.label"), { exact: true }).first().click();
      await button(t("moves.kill.label")).click();
      await look();
      for (const path of [
        "/",
        "/requests?show=all",
        "/notifications",
        "/settings",
        "/settings/notifications",
        "/help",
      ]) {
        await reader.goto(path);
        await look();
      }
    });

    await test.step("and every mail is in this language; a guest nobody knows gets one in the desk’s", async () => {
      const mails = mailsTo(email);
      expect(mails.length).toBeGreaterThanOrEqual(4);
      for (const mail of mails) expect.soft(await englishInMail(mail), mail.subject).toEqual([]);
      const invitation = await mailTo(friend);
      expect(invitation.html).toMatch(/<html[^>]*lang="en"/);
      expect(linkIn(invitation, "/invitations/")).toBeTruthy();
    });
  });
