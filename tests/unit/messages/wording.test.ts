import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { messages } from "@/lib/generated/messages";
import { root } from "@/scripts/settings";

type Texts = [code: string, text: string][];
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Written or searched for by people, and no sentences. */
const isSaid = ([code]: [string, string]) => !code.includes(".words.");
const textsOf = (language: keyof typeof messages): Texts => Object.entries(messages[language]).filter(isSaid);

/** The Arabic in the catalogs and help pages that a desk can begin with. */
const arabicOfDesks: Texts = ["catalogs", "desks"].flatMap(folder =>
  readdirSync(join(root, "prisma", folder)).flatMap(file =>
    readFileSync(join(root, "prisma", folder, file), "utf8")
      .split("\n")
      .flatMap(
        (line, index): Texts =>
          /\p{Script=Arabic}/u.test(line) && !/keywords:/.test(line) ? [[`${file}:${index + 1}`, line]] : [],
      ),
  ),
);

/** The German in the catalogs that a desk can begin with. */
const germanOfCatalogs: Texts = readdirSync(join(root, "prisma", "catalogs")).flatMap(file =>
  germanIn(parse(readFileSync(join(root, "prisma", "catalogs", file), "utf8"))).map(
    (text): [string, string] => [file, text],
  ),
);

function germanIn(node: unknown, isGerman = false): string[] {
  if (typeof node === "string") return isGerman ? [node] : [];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "keywords" ? [] : germanIn(value, isGerman || key === "de"),
  );
}

/** As it is read: a hyphen that is only there where a line ends is no letter. */
const withoutTags = (text: string) => text.replace(/<[^>]+>|\u00ad/g, "");
const found = (texts: Texts, wrong: RegExp, ...unless: string[]) =>
  texts.flatMap(([code, text]) =>
    !unless.includes(code) && wrong.test(withoutTags(text)) ? [`${code}: ${text}`] : [],
  );

describe.each(Object.keys(messages) as (keyof typeof messages)[])("texts in %s", language => {
  const texts = textsOf(language);

  it("have one space between words and none around them, an ellipsis for three dots, and do not shout", () => {
    expect(found(texts, / {2}|^\s|\s$/, "search.status.or")).toEqual([]);
    expect(found(texts, /\.\.\./)).toEqual([]);
    const signs = ["accounts.password.rule.symbol", "accounts.password.need.symbol"];
    expect(found(texts, /[!¡]/, ...signs)).toEqual([]);
  });

  it("have the quotation marks of their language, and a dash between spaces", () => {
    const typed = ["desk_file.no_text", "queue.completion.hint"];
    expect(found(texts, /"/, ...typed)).toEqual([]);
    expect(found(texts, /\s—\s|\p{L} - \p{L}/u, ...typed)).toEqual([]);
    const foreign = { en: /[„«»]/, de: /[“”«»](?<!„[^“]*“)|’/, ar: /[“”„‘’]/ }[language];
    expect(found(texts, foreign)).toEqual([]);
  });

  it("have a form for each plural of their language, where they say the number", () => {
    const own = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // Nothing is mostly said otherwise, and “1 more” needs no form of its own where there are two.
    const needed = own.filter(category => category !== "zero");
    const lacking = texts.flatMap(([code, text]) =>
      pluralsIn(new IntlMessageFormat(text, language).getAst())
        .filter(
          ({ says, names }) => says && (own.length > 2 || names.some(name => /^(?!=|other)/.test(name))),
        )
        .filter(({ names }) => needed.some(category => !names.includes(category)))
        .map(forms => `${code}: ${forms.names}`),
    );
    expect(lacking).toEqual([]);
  });
});

/** The plural forms of a message: their names, and whether the last one says the number. */
function pluralsIn(elements: Element[]): { names: string[]; says: boolean }[] {
  return elements.flatMap(element => {
    if ("children" in element) return pluralsIn(element.children);
    if (!("options" in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    if (!("pluralType" in element)) return inside;
    const says = element.options.other?.value.some(({ type }) => type === 7) ?? false;
    return [{ names: Object.keys(element.options), says }, ...inside];
  });
}

describe("Arabic", () => {
  const texts = [...textsOf("ar"), ...arabicOfDesks];
  const word = (words: string) =>
    new RegExp(`(?<!\\p{Script=Arabic})[وف]?(?:${words})(?:ها|ه)?(?!\\p{Script=Arabic})`, "u");

  it("asks with a noun and not with an imperative, which names a gender, and tells nobody what he wants", () => {
    const imperatives =
      "احفظ|اختر|اكتب|افتح|أضف|انقر|اضغط|ابحث|استخدم|اقرأ|انتقل|انظر|اطلب|احذف|ابدأ|انسخ|اذكر|أخبرنا|تأكد";
    expect(found(texts, word(imperatives))).toEqual([]);
    expect(found(texts, word("تريد|تجد|تكتب|تستطيع|تختار|تتوقع"))).toEqual([]);
    expect(found(texts, word("يرجى"))).toEqual([]);
  });

  it("has its own comma, question mark and semicolon behind its words, with a space after them", () => {
    expect(found(texts, /\p{Script=Arabic}[,;?]/u)).toEqual([]);
    expect(found(texts, /\p{Script=Arabic} +[،؛؟:](?! )/u)).toEqual([]);
    expect(found(texts, /[،؛](?=[^\s}<«])/u)).toEqual([]);
  });

  it("begins in its own letters, by which a text knows in which direction it runs", () => {
    const alone = ["keyboard.control"];
    expect(found(textsOf("ar"), /^[^\p{Script=Arabic}{\u200f\u2068]*\p{Script=Latin}/u, ...alone)).toEqual(
      [],
    );
  });

  it("calls a thing by one word", () => {
    expect(found(texts, /كتالوج|محرر النماذج|تذكرة|مسؤول|(?<!\p{Script=Arabic})(?:ال)?مسندة/u)).toEqual([]);
  });
});

describe("German", () => {
  const texts = [...textsOf("de"), ...germanOfCatalogs];

  it("says Sie, and names no gender", () => {
    expect(found(texts, /\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b/i)).toEqual([]);
    expect(
      found(
        texts,
        /\b(?:Kunden?|Kundin|Agent(?:en)?|(?:Ben|N)utzern?|Mitarbeiter|Kollegen?|Lesern?|Administrator(?:in|en)?)\b/,
      ),
    ).toEqual([]);
  });

  it("keeps an ellipsis and a unit on the line of what is before them", () => {
    expect(found(texts, /[\p{L}\d}] ?…/u)).toEqual([]);
    expect(found(texts, /[\d}] (?:MB|kB|s)(?!\p{L})/u)).toEqual([]);
  });

  it("calls a thing by one word", () => {
    expect(found(texts, /\b(?:Zusammenfassung|Ticket|Account|Login|Button|Dashboard)\b/)).toEqual([]);
  });
});
