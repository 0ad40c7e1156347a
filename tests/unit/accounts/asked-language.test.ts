import { describe, expect, it } from "vitest";
import { askedLanguage } from "@/lib/accounts/asked-language";

describe("the language a browser asks for", () => {
  it("is the first one that it gives the most weight", () => {
    for (const [header, language] of [
      ["de-CH,de;q=0.9,en;q=0.8", "de-CH"],
      ["en;q=0.5, fr-CA;q=0.9, fr", "fr"],
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
