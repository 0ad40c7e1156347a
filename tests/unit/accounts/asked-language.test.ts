import { describe, expect, it } from "vitest";
import { askedLanguage as firstAsked } from "@/lib/accounts/asked-language";
import { acceptedTags, tagsAsked } from "@/lib/messages/asked";

const askedLanguage = (header: string) => firstAsked(acceptedTags(header));

describe("the language a browser asks for", () => {
  it("is the first one that it gives the most weight, if there are texts for none of them", () => {
    for (const [header, language] of [
      ["it;q=0.5, fr-CA;q=0.9, fr", "fr"],
      ["fr;q=0.9,en-US;q=0.5", "en-US"],
      ["zh-hant-tw", "zh-Hant-TW"],
      ["es-419", "es-419"],
      ["*;q=0.9, nl;q=0.2", "nl"],
      ["PT-br;q=1.0", "pt-BR"],
    ])
      expect(askedLanguage(header ?? ""), header).toBe(language);
  });

  it("is a tag alone, and none where it asks for none that there could be", () => {
    for (const header of ["", "*", "x", "de;q=0", "de;q=x", "<script>", "\0", ",;,;q=", "x-klingon", "1234"])
      expect(askedLanguage(header), header).toBeNull();
    expect(askedLanguage("de-DE-u-co-phonebk-x-me")).toBe("de-DE");
    expect(askedLanguage(`${"a".repeat(10_000)},de`)).toBeNull();
  });
});

describe("the languages that a request asks for", () => {
  it("begin with the one that was chosen in the footer", () => {
    expect(tagsAsked("a=b; lodge-language=de; c=d", "fr,en;q=0.5")).toEqual(["de", "fr", "en"]);
    expect(tagsAsked("", "fr-CA")).toEqual(["fr-CA"]);
  });

  it("leave out a choice that no footer offers", () => {
    for (const choice of ["<script>", "%00", "", "x".repeat(5_000), "../de", "de_DE;q=1"])
      expect(tagsAsked(`lodge-language=${choice}`, "en"), choice).toEqual(["en"]);
  });
});
