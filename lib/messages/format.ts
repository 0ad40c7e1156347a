import { IntlMessageFormat } from "intl-messageformat";
import { numberFormat, pluralRules } from "../number-formats";
import { isolate } from "./isolates";
import { isPseudo, strange } from "./pseudo";

/** A text for each plural category of the language, with `#` for the number: what a browser needs to count. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

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

export function formatOf(text: string, language: string): IntlMessageFormat {
  const key = `${language} ${text}`;
  const known = read.get(key);
  if (known) return known;
  if (read.size >= maxRead) read.clear();
  const parts = isPseudo(language) ? strange(text) : text;
  const format = new IntlMessageFormat(parts, isPseudo(language) ? "en" : language, undefined, {
    formatters,
  });
  read.set(key, format);
  return format;
}

const templates = new Map<string, PluralForms | string>();

/**
 * Evaluated with the names as their own values, and with a number of each plural category. From right to left they are
 * isolated: nobody knows yet what will stand there.
 */
export function templateOf(
  text: string,
  language: string,
  direction: "ltr" | "rtl" = "ltr",
): PluralForms | string {
  const key = `${language} ${text}`;
  const known = templates.get(key);
  if (known !== undefined) return known;
  if (templates.size >= maxRead) templates.clear();
  const template = makeTemplate(text, language, direction);
  templates.set(key, template);
  return template;
}

function makeTemplate(text: string, language: string, direction: "ltr" | "rtl"): PluralForms | string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([whole, name]) => [
    name,
    direction === "rtl" && whole !== text ? isolate(whole) : whole,
  ]);
  const say = (values: { count?: number }) =>
    String(formatOf(text, language).format({ ...Object.fromEntries(names), ...values }));
  if (!text.includes("{count, plural")) return say({});
  const rules = pluralRules(isPseudo(language) ? "en" : language);
  const forms = rules.resolvedOptions().pluralCategories.map(category => {
    const count = samples.find(number => rules.select(number) === category) ?? 0.5;
    return [category, say({ count }).replace(numberFormat(language).format(count), "#")];
  });
  return Object.fromEntries(forms);
}

const samples = Array.from({ length: 1_000 }, (_, number) => number);
