import { describe, expect, it } from "vitest";
import { browserTextsOf } from "@/lib/messages/browser";
import { browserWording } from "@/lib/messages/browser-wording";
import { firstSpoken, languageOf, languagesOfDesk, speaksTag } from "@/lib/messages/languages";
import { speakBy, translatorAmong, translatorFor } from "@/lib/messages/translate";

describe("the language that somebody is spoken to in", () => {
  it("is that of their tag, whatever its country", () => {
    for (const tag of ["en", "en-GB", "en-US", "en-Latn-ZA"]) expect(languageOf(tag), tag).toBe("en");
    expect(languageOf("en-XA")).toBe("en-XA");
    expect(languageOf("ar-XB")).toBe("ar-XB");
  });

  it("is none for a language without texts, or for what is no tag", () => {
    for (const tag of ["tlh", "", "e", "../en", "<script>", "en_GB", "x".repeat(5_000)])
      expect(languageOf(tag), tag).toBeNull();
    expect(translatorFor({ language: "tlh" }).language).toBe("en");
  });

  const desk = { language: "en-GB", languages: [] };

  it("is the first of several that there are texts for, and otherwise the desk's", () => {
    expect(firstSpoken([null, "tlh", "en-XA", "en"], desk)).toBe("en-XA");
    expect(firstSpoken([undefined, "tlh"], desk)).toBe("en-GB");
  });
});

describe("a desk that names its languages", () => {
  const desk = { language: "de-CH", languages: ["de", "ar"] };

  it("speaks these, and nothing else, whatever somebody asks for", () => {
    expect(firstSpoken(["en-GB", "fr", "ar-EG"], desk)).toBe("ar-EG");
    expect(firstSpoken(["en-GB", "fr"], desk)).toBe("de-CH");
    expect(languagesOfDesk(desk)).toEqual(["ar", "de"]);
    expect(speaksTag(desk, "fr")).toBe(false);
  });

  it("has no translator for another one, so that nothing is said in it", () => {
    try {
      speakBy(desk);
      expect(translatorFor({ language: "en-US" }).language).toBe("de");
      expect(translatorFor({ language: "ar" }).language).toBe("ar");
      expect(translatorAmong(["en"]).language).toBe("de");
    } finally {
      speakBy({ language: "en-GB", languages: [] });
    }
  });
});

describe("a language made for tests", () => {
  const t = translatorFor({ language: "en-XA" });

  it("has every text in brackets, with accents, and some 40 % longer", () => {
    const [own, english] = [
      t("refusals.log_in.wrong"),
      translatorFor({ language: "en" })("refusals.log_in.wrong"),
    ];
    expect(own).toMatch(/^⟦.*⟧$/);
    expect(own).toMatch(/[áéíóú]/);
    expect(own.length / english.length).toBeGreaterThan(1.25);
  });

  it("keeps what is filled in, counts, and goes from right to left where it is Arabic", () => {
    expect(t("shell.unreachable", { email: "ada@example.org" })).toContain("ada@example.org");
    const forms = t.template("browser.form.problems") as { other: string };
    expect(forms.other).toMatch(/^⟦.*#.*⟧$/);
    expect(t.direction).toBe("ltr");
    expect(translatorFor({ language: "ar-XB" }).direction).toBe("rtl");
  });

  it("brings its texts for client components along with the page", () => {
    const texts = browserTextsOf(t.language, browserWording(t));
    for (const [code, text] of Object.entries(texts).filter(([code]) => code !== "language"))
      expect(typeof text === "string" ? text : text.other, code).toMatch(/^⟦.*⟧$/s);
  });
});
