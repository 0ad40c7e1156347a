import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { archiveArticle } from "@/lib/help/change";
import { offerHelp } from "@/lib/help/offer";
import { loadFirstHelp } from "@/prisma/set-up";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, run } from "../../support/factories";
import { aHelpArticle } from "../../support/help";
import { setSettings } from "../../support/settings";

// What all pages say decides what a word weighs, so no other test may add some.
<<<<<<< HEAD
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("offers") });
  await db().helpArticle.deleteMany();
  const pages = [
    ["Resetting a password", "Choose a new password by the link that we send to you."],
    ["Opening hours", "The desk is open from Monday to Friday, and the phone as well."],
    ["Lost badges", "Say where the badge was last seen. You get a new one on the same day."],
    ["Printers", "Each floor has a printer. Paper is in the cupboard, toner at the desk."],
    ["Your account", "Change your name and your address by yourself, at any time."],
  ] as const;
  for (const [title, body] of pages) await aHelpArticle({ title, body });
  await aHelpArticle({ language: "de", title: "Passwort zurücksetzen", body: "Per Link." });
  await aHelpArticle({ title: "Secret password vault", body: "Not yet." }, false);
  const gone = await aHelpArticle({ title: "Old password rules", body: "Were stricter." });
  await run(await anAdmin(), act => archiveArticle(act, { ...gone, isArchived: true }));
});
=======
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("offers") }));
>>>>>>> s20-help2

const titlesFor = async (typed: string, language = "en-GB") =>
  (await offerHelp(language, typed)).map(({ title }) => title);

describe("the help pages that a desk comes with", () => {
  it("are offered where they help, and not for common words that their texts are full of", async () => {
    await loadFirstHelp();
    expect(await titlesFor("I forgot my password")).toEqual(["Getting an account and logging in"]);
    for (const typed of ["and you are at the same time", "My printer is broken", "It does not work"])
      expect(await titlesFor(typed), typed).toEqual([]);
  });
});

describe("while a summary is typed", () => {
  beforeAll(async () => {
    await db().helpArticle.updateMany({ data: { archivedAt: new Date() } });
    const pages = [
      ["Resetting a password", "Choose a new password by the link that we send to you."],
      ["Opening hours", "The desk is open from Monday to Friday, and the phone as well."],
      ["Lost badges", "Say where the badge was last seen. You get a new one on the same day."],
      ["Printers", "Each floor has a printer. Paper is in the cupboard, toner at the desk."],
      ["Your account", "Change your name and your address by yourself, at any time."],
    ] as const;
    for (const [title, body] of pages) await aHelpArticle({ title, body });
    await aHelpArticle({ language: "de", title: "Passwort zurücksetzen", body: "Per Link." });
    await aHelpArticle({ title: "Secret password vault", body: "Not yet." }, false);
    const gone = await aHelpArticle({ title: "Old password rules", body: "Were stricter." });
    await run(await anAdmin(), act => archiveArticle(act, { ...gone, isArchived: true }));
  });

  it("pages are offered that its words tell apart, whatever their capitals, accents and endings", async () => {
    expect(await titlesFor("I forgot my pássword")).toEqual(["Resetting a password"]);
    expect(await titlesFor("PASSWORDS")).toEqual(["Resetting a password"]);
    expect(await titlesFor("The printer on our floor has no paper")).toEqual(["Printers"]);
    expect(await titlesFor("Where do I get a new badge")).toEqual(["Lost badges"]);
  });

  it("nothing is offered for words that no page has, or that most have", async () => {
    for (const typed of ["The projector is broken", "and you are at the same time", "hm", " ", "%_'"])
      expect(await titlesFor(typed), typed).toEqual([]);
  });

  it("pages that are not published, archived, or of another language are not offered", async () => {
    expect(await titlesFor("secret vault password rules")).toEqual(["Resetting a password"]);
    expect(await titlesFor("Passwort vergessen", "de-CH")).toEqual(["Passwort zurücksetzen"]);
    expect(await titlesFor("badge", "de-CH")).toEqual([]);
    expect(await titlesFor("password", "ar")).toEqual([]);
  });

  it("three are offered at most, however much is typed", async () => {
    for (const name of ["Parking north", "Parking south", "Parking east", "Parking west"])
      await aHelpArticle({ title: name, body: "Where to park." });
    expect(await titlesFor("parking")).toHaveLength(3);
    expect((await titlesFor(`parking ${"north ".repeat(10_000)}`)).length).toBeLessThanOrEqual(3);
  });
});
