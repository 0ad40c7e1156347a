import "server-only";
import { IntlMessageFormat } from "intl-messageformat";
import { createElement, Fragment, type ReactNode } from "react";
import { numberFormat, pluralRules } from "../formats";
import { type MessageParams, messages } from "../generated/messages";

export type Language = keyof typeof messages;
export type MessageCode = keyof MessageParams;

type Args<P> = [P] extends [never] ? [] : [params: P];
type RichValue = ReactNode | ((chunks: ReactNode) => ReactNode);
/** The desk's own texts by code, or by `code@type` for requests of one type. */
export type Wording = Readonly<Record<string, string>>;
/** A text for each plural category of the language, with `#` for the number: what a browser needs to count. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Translator = {
  <C extends MessageCode>(code: C, ...args: Args<MessageParams[C]>): string;
  /** The same with elements as values, and a function for each tag. */
  rich: <C extends MessageCode>(code: C, values: Record<keyof MessageParams[C], RichValue>) => ReactNode;
  /** What a browser needs to finish a text: its plural forms by `count`, or the text with `{name}` left as it is. */
  template: (code: MessageCode) => PluralForms | string;
  /** Prefers the wording of requests of this type. */
  ofType: (typeSlug: string) => Translator;
  /** Whether there is such a text, for codes that are put together. */
  has: (code: string) => code is MessageCode;
  language: Language;
  direction: "ltr" | "rtl";
};

const defaultLanguage: Language = "en";

// What each message would otherwise construct for itself.
const formatters = {
  getNumberFormat: (language: string | string[]) => numberFormat(String(language)),
  getDateTimeFormat: () => {
    throw new Error("A message takes dates as finished text, in the reader's time zone.");
  },
  getPluralRules: (language: string | string[]) => pluralRules(String(language)),
} as unknown as NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>["formatters"];

// Reading a message costs some twenty times as much as formatting it.
const read = new Map<string, IntlMessageFormat>();
const maxRead = 10_000;

function formatOf(text: string, language: string): IntlMessageFormat {
  const key = `${language} ${text}`;
  const known = read.get(key);
  if (known) return known;
  if (read.size >= maxRead) read.clear();
  const format = new IntlMessageFormat(text, language, undefined, { formatters });
  read.set(key, format);
  return format;
}

function createTranslator(language: Language, wording: Wording, typeSlug?: string): Translator {
  const texts: Partial<Record<string, string>> = messages[language];
  const find = (code: MessageCode): string =>
    (typeSlug !== undefined ? wording[`${code}@${typeSlug}`] : undefined) ??
    wording[code] ??
    texts[code] ??
    messages.en[code];
  const format = (code: MessageCode, values?: object) =>
    formatOf(find(code), language).format<ReactNode>(values as Record<string, string>);

  // A page asks for a hundred texts, most of which have nothing to fill in, and lists ask for one translator per row.
  const plain = new Map<MessageCode, string>();
  const ofTypes = new Map<string, Translator>();
  const t = (code: MessageCode, values?: object) => {
    if (values) return String(format(code, values));
    const text = plain.get(code) ?? String(format(code));
    plain.set(code, text);
    return text;
  };
  return Object.assign(t, {
    language,
    direction: directionOf(language),
    has: (code: string): code is MessageCode => Object.hasOwn(messages.en, code),
    rich: (code: MessageCode, values: Record<string, RichValue>) => {
      const inside = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "function" ? (chunks: ReactNode[]) => value(together(chunks)) : value,
      ]);
      return together(format(code, Object.fromEntries(inside)));
    },
    template: (code: MessageCode) => templateOf(find(code), language),
    ofType: (slug: string) => {
      const known = ofTypes.get(slug) ?? createTranslator(language, wording, slug);
      ofTypes.set(slug, known);
      return known;
    },
  }) as Translator;
}

type TextInfo = { direction?: "ltr" | "rtl" };
/** Node 20 has a property where later ones have a method. */
type WithTextInfo = { textInfo?: TextInfo; getTextInfo?: () => TextInfo };

function directionOf(language: string) {
  const locale: WithTextInfo = new Intl.Locale(language);
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
}

/** Evaluated with the names as their own values, and with a number of each plural category. */
function templateOf(text: string, language: string): PluralForms | string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([whole, name]) => [name, whole]);
  const say = (count: number) =>
    String(formatOf(text, language).format({ ...Object.fromEntries(names), count }));
  if (!text.includes("{count, plural")) return say(0);
  const rules = pluralRules(language);
  const forms = rules.resolvedOptions().pluralCategories.map(category => {
    const count = samples.find(number => rules.select(number) === category) ?? 0.5;
    return [category, say(count).replace(numberFormat(language).format(count), "#")];
  });
  return Object.fromEntries(forms);
}

const samples = Array.from({ length: 1_000 }, (_, number) => number);

// Spread as children, the parts need no keys.
const together = (parts: ReactNode) =>
  Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;

const translators = new Map<Language, Translator>();

/** Looks a text up in the desk's own wording, then in the language, then in English. */
export function translatorOf(language: Language, wording?: Wording): Translator {
  if (wording) return createTranslator(language, wording);
  const translator = translators.get(language) ?? createTranslator(language, {});
  translators.set(language, translator);
  return translator;
}

/** For the page that is being rendered. */
export const readTranslator = async (): Promise<Translator> => translatorOf(defaultLanguage);
