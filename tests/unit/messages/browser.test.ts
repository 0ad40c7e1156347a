import { expect, it } from "vitest";
import { browserTextsOf } from "@/lib/messages/browser";
import { browserWording } from "@/lib/messages/browser-wording";
import { translatorOf } from "@/lib/messages/translate";

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
