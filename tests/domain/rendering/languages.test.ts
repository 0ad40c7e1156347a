import { describe, expect, it } from "vitest";
import { inviteToDesk } from "@/lib/accounts/account-invitations";
import { askForAccount } from "@/lib/accounts/sign-up";
import { mailSignUp } from "@/lib/accounts/sign-up-mail";
import { operator, spokenBy } from "@/lib/actor";
import { db } from "@/lib/db";
import { askForTestMail } from "@/lib/mail/held-mail";
import { shareRequest } from "@/lib/sharing/share";
import { aCustomer, anAddress, anAdmin, aRequest, run } from "../../support/factories";
import { lastMailTo, sentMails } from "../../support/sent-mails";

const desk = { language: "en-GB", languages: [], agentsSee: "all" } as const;

describe("the language of a person", () => {
  it("is what they have chosen, else what their browser asks for or asked for, else the desk's", () => {
    const nothing = { language: null, askedLanguage: null };
    expect(spokenBy(nothing, desk)).toBe("en-GB");
    expect(spokenBy({ ...nothing, askedLanguage: "en-US" }, desk)).toBe("en-US");
    expect(spokenBy({ ...nothing, askedLanguage: "en-US" }, desk, ["tlh", "en-XA"])).toBe("en-XA");
    expect(spokenBy({ language: "en-IE", askedLanguage: "en-US" }, desk, ["en-XA"])).toBe("en-IE");
  });

  it("is the desk's where it does not speak any more what they have chosen, and what browsers ask for else is passed over", () => {
    const german = { language: "de-CH", languages: ["de", "ar"] };
    expect(spokenBy({ language: "en-GB", askedLanguage: "ar" }, german, ["ar"])).toBe("de-CH");
    expect(spokenBy({ language: null, askedLanguage: "ar" }, german, ["en-GB", "fr"])).toBe("ar");
    expect(spokenBy({ language: "ar", askedLanguage: null }, german)).toBe("ar");
  });

  it("is another one where there are no texts in the one that they have chosen", () => {
    for (const language of ["tlh", "", "<b>"])
      expect(spokenBy({ language, askedLanguage: "en-US" }, desk), language).toBe("en-US");
  });
});

describe("a mail", () => {
  it("speaks the language of whoever reads it, as the person has chosen it", async () => {
    const admin = await anAdmin();
    await db().person.update({
      where: { id: admin.id },
      data: { language: "en-XA", askedLanguage: "en-US" },
    });
    await run(admin, askForTestMail);
    const mail = await lastMailTo(admin.email);
    expect(mail.subject).toMatch(/^⟦.*⟧$/);
    expect(mail.html).toMatch(/<html[^>]*lang="en-XA"/);
  });

  it("that shares a request is in the language of who is invited where it is known, and never of who invites", async () => {
    const [customer, admin, known] = [await aCustomer(), await anAdmin(), await aCustomer()];
    await db().person.update({ where: { id: customer.id }, data: { language: "ar" } });
    await db().person.update({ where: { id: known.id }, data: { language: "de-AT" } });
    const [awaited, stranger] = [anAddress("awaited"), anAddress()];
    await run(admin, act => inviteToDesk(act, { emails: [awaited], role: "customer", language: "de" }));
    const reference = await aRequest({ by: customer });
    for (const [email, language] of [
      [known.email, "de"],
      [awaited, "de"],
      [stranger, "en"],
    ] as const) {
      await run(customer, act => shareRequest(act, { reference, shareWith: [email] }));
      const mails = await sentMails({ to: email, kind: "shared_with_you" });
      expect(mails.at(-1)?.html, email).toMatch(new RegExp(`<html[^>]*lang="${language}`));
    }
  });

  it("goes to who signs up in the language that their browser asked for, and to an account's owner in theirs", async () => {
    const email = anAddress();
    const signUp = { name: "Ada", email, passwordHash: "x", isMailed: true, language: "en-XA" };
    const { id } = await run(operator, act => askForAccount(act, signUp));
    await run(operator, act => mailSignUp(act, id));
    expect((await lastMailTo(email)).subject).toMatch(/⟦/);

    const owner = await anAdmin();
    const again = await run(operator, act => askForAccount(act, { ...signUp, email: owner.email }));
    await run(operator, act => mailSignUp(act, again.id));
    expect((await lastMailTo(owner.email)).subject).not.toMatch(/⟦/);
  });
});
