import { beforeAll, expect, it } from "vitest";
import { spokenLanguages } from "@/lib/accounts/languages";
import type { PersonActor } from "@/lib/actor";
import { readTranslatedType } from "@/lib/catalog/translated";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/desk-settings/change";
import { settingInputs } from "@/lib/desk-settings/input";
import { findVisit } from "@/lib/entry/find-visit";
import { chooseLanguage } from "@/lib/entry/language";
import { profileForm } from "@/lib/entry/profile-forms";
import { settingsForm } from "@/lib/entry/setting-forms";
import { helpLanguagesOf } from "@/lib/help/languages";
import { askForTestMail } from "@/lib/mail/held-mail";
import { readDeskSettings } from "@/lib/settings";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { seenNow, setOnDesk } from "../../support/desk-settings";
import { anAdmin, anAgent, run, sessionOf } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_languages") });
  admin = await anAdmin();
});

const form = settingsForm(["language", "languages"]);
const was = { language: '"en-GB"', languages: "[]" };

it("a desk speaks all that there are texts for, until it names some", async () => {
  expect((await readDeskSettings()).languages).toEqual([]);
  expect(spokenLanguages(await readDeskSettings()).map(({ tag }) => tag)).toEqual(["ar", "de", "en"]);
  await setOnDesk({ languages: ["de", "en"] }, admin);
  expect(spokenLanguages(await readDeskSettings()).map(({ tag }) => tag)).toEqual(["de", "en"]);
});

it("all of them are kept as no choice, so that those of later releases come along, and none is refused", () => {
  expect(settingInputs.languages.parse(["en", "ar", "de", "de"])).toEqual([]);
  expect(settingInputs.languages.parse(["en", "de"])).toEqual(["de", "en"]);
  expect(settingInputs.languages.safeParse(["fr"]).success).toBe(false);
  expect(form.parse({ language: "en-GB", languages: "en", was }).values.languages).toEqual(["en"]);
  expect(form.parse({ language: "en-GB", languages: ["en", "ar"], was }).values.languages).toEqual([
    "ar",
    "en",
  ]);
  const none = form.safeParse({ language: "en-GB", was });
  expect(none.error?.issues).toMatchObject([{ path: ["languages"], message: "settings.languages.none" }]);
});

it("its own is always one of them, whichever of the two is changed", async () => {
  const own = { kind: "invalid", field: "languages" } as const;
  const refused = async (values: Parameters<typeof setOnDesk>[0]) => {
    const { kind, place } = await setOnDesk(values, admin).catch(error => error);
    expect({ kind, field: place.field }).toEqual(own);
  };
  await refused({ languages: ["ar", "de"] });
  await refused({ language: "ar" });
  await setOnDesk({ language: "ar", languages: ["ar", "en"] }, admin);
  await setOnDesk({ language: "en-GB", languages: ["de", "en"] }, admin);
});

it("two admins who name languages at once are told of each other", async () => {
  const seen = await seenNow();
  await setOnDesk({ languages: ["en"] }, admin);
  const other = await anAdmin();
  const told = await expectRefusal(
    run(other, act => changeSettings(act, { values: { languages: ["ar", "en"] }, seen })),
    "conflict",
  );
  expect(told.fields.languages?.[0]).toContain("to “English”");
  await setOnDesk({ languages: ["de", "en"] }, admin);
});

it("somebody whose language is taken away reads the desk's own at once, in mails, too", async () => {
  const person = await anAdmin();
  await db().person.update({ where: { id: person.id }, data: { language: "ar" } });
  const session = await sessionOf(person);
  expect((await findVisit(session, undefined, ["de"]))?.actor.language).toBe("en-GB");
  await run(person, askForTestMail);
  expect((await lastMailTo(person.email)).html).toMatch(/<html[^>]*lang="en"/);
  await setOnDesk({ languages: [] }, admin);
  expect((await findVisit(session, undefined, ["de"]))?.actor.language).toBe("ar");
  await setOnDesk({ languages: ["de", "en"] }, admin);
});

it("nobody can choose another one, in their profile or in the footer", async () => {
  const profile = await profileForm(new FormData(), await readDeskSettings());
  const choose = (language: string) => profile.safeParse({ name: "Ada", timeZone: "UTC", language });
  expect(choose("ar").error?.issues).toMatchObject([{ path: ["language"] }]);
  for (const language of ["de-AT", "browser"]) expect(choose(language).success, language).toBe(true);
  const cookieFor = async (tag: string) =>
    (await chooseLanguage(new Request(`http://desk.test/language/${tag}`), tag)).headers.get("set-cookie");
  expect(await cookieFor("ar")).toBeNull();
  expect(await cookieFor("de")).toContain("lodge-language=de");
});

it("texts are translated to these alone, and those in others are kept", async () => {
  const slug = await aType();
  const missing = async () => (await readTranslatedType(admin, slug)).missing.map(({ language }) => language);
  expect(await missing()).toEqual(["de"]);
  expect(helpLanguagesOf(await readDeskSettings())).toEqual(["de", "en"]);
  await db().requestType.update({ where: { slug }, data: { translations: { ar: { name: "إصلاح" } } } });
  await setOnDesk({ languages: [] }, admin);
  expect(await missing()).toEqual(["ar", "de"]);
  expect((await readTranslatedType(admin, slug)).translations.ar).toEqual({ name: "إصلاح" });
  expect(helpLanguagesOf(await readDeskSettings())).toContain("fr");
});

it("agents and customers cannot name them", async () => {
  await expectRefusal(setOnDesk({ languages: ["en"] }, await anAgent()), "not_found");
});
