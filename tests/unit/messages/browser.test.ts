import { expect, it } from "vitest";
import { browserTexts } from "@/lib/generated/browser-texts";
import { keyboardTexts } from "@/lib/generated/keyboard-texts";
import { browserTextsOf, readBrowserTexts } from "@/lib/messages/browser";
import { browserWording, keyboardWording } from "@/lib/messages/browser-wording";
import { readKeyboardTexts } from "@/lib/messages/keyboard";
import { languages } from "@/lib/messages/languages";
import { type MessageCode, translatorOf } from "@/lib/messages/translate";

it("the script has the texts of client components as the translator says them", () => {
  const t = translatorOf("en");
  const texts = browserTextsOf("en");
  expect(texts.language).toBe("en");
  expect(texts["bell.label"]).toBe(t("browser.bell.label"));
  expect(texts["form.problems"]).toEqual(t.template("browser.form.problems"));
});

it("a page brings along what the desk words otherwise, and nothing else", () => {
  expect(browserWording(translatorOf("en"))).toBeUndefined();
  const own = browserWording(
    translatorOf("en", { "browser.bell.label": "Rings", "accounts.log_in": "Enter" }),
  );
  expect(own).toEqual({ "bell.label": "Rings" });
  const texts = browserTextsOf("en", own);
  expect(texts["bell.label"]).toBe("Rings");
  expect(texts["list.news"]).toBe(browserTextsOf("en")["list.news"]);
});

it.each(languages)(
  "what browsers load is what the translator says, and pages bring nothing along: %s",
  async language => {
    const t = translatorOf(language);
    const saysOf = (noun: string, made: object) =>
      Object.fromEntries(Object.keys(made).map(key => [key, t.template(`${noun}.${key}` as MessageCode)]));
    const texts = browserTextsOf(language, await readBrowserTexts(language));
    expect(texts).toEqual({ ...saysOf("browser", browserTexts), language });
    expect(await readKeyboardTexts(language)).toEqual(saysOf("keyboard", keyboardTexts));
    expect([browserWording(t), keyboardWording(t)]).toEqual([undefined, undefined]);
  },
);

it("the desk's own words come before those of the language", async () => {
  const t = translatorOf("de", { "browser.bell.label": "Es läutet", "keyboard.close": "Zu" });
  expect([browserWording(t), keyboardWording(t)]).toEqual([{ "bell.label": "Es läutet" }, { close: "Zu" }]);
  const texts = browserTextsOf("de", await readBrowserTexts("de"), browserWording(t));
  expect(texts["bell.label"]).toBe("Es läutet");
  expect((await readKeyboardTexts("de", keyboardWording(t))).close).toBe("Zu");
});

it("English is part of the script, and a language made for tests is brought along", () => {
  expect([readBrowserTexts("en"), readBrowserTexts("en-XA")]).toEqual([undefined, undefined]);
});
