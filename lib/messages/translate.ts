import "server-only";
import { createElement, Fragment, type ReactNode } from "react";
import { type MessageParams, messages } from "../generated/messages";
import { logInfo } from "../log";
import { perProcess } from "../process/per-process";
import { directionOf } from "./direction";
import { formatOf, type PluralForms, templateOf } from "./format";
import { isolateValues } from "./isolates";
import { firstSpoken, type Language, languageOf, type Speech, speaks, spokenLanguage } from "./languages";

export type { Language };
export type MessageCode = keyof MessageParams;

type Args<P> = [P] extends [never] ? [] : [params: P];
type RichValue = ReactNode | ((chunks: ReactNode) => ReactNode);
export type PieceValues<C extends MessageCode, P extends object> = Record<
  keyof MessageParams[C],
  string | P | ((inside: (string | P)[]) => P)
>;
/** The desk's own texts by code, or by `code@type` for requests of one type; the name of that is `type@type`. */
export type Wording = Readonly<Record<string, string>>;

export type Translator = {
  <C extends MessageCode>(code: C, ...args: Args<MessageParams[C]>): string;
  /** The same with elements as values, and a function for each tag. */
  rich: <C extends MessageCode>(code: C, values: Record<keyof MessageParams[C], RichValue>) => ReactNode;
  /** The same in pieces, with plain data as values, and a function for each tag that makes a piece of those inside. */
  pieces: <C extends MessageCode, P extends object>(code: C, values: PieceValues<C, P>) => (string | P)[];
  /** What a browser needs to finish a text: its plural forms by `count`, or the text with `{name}` left as it is. */
  template: (code: MessageCode) => PluralForms | string;
  /** Prefers the wording of requests of this type. */
  ofType: (typeSlug: string) => Translator;
  /** What that type, or its category, is called in this language. @param name what it is called in the desk's */
  named: (what: "type" | "category", name: string) => string;
  /** Whether there is such a text, for codes that are put together. */
  has: (code: string) => code is MessageCode;
  language: Language;
  direction: "ltr" | "rtl";
};

export const defaultLanguage: Language = "en";

const written: Partial<Record<string, Partial<Record<string, string>>>> = messages;

function createTranslator(language: Language, wordingNow: () => Wording, typeSlug?: string): Translator {
  const texts = written[language] ?? {};
  const find = (code: MessageCode): string => {
    const wording = wordingNow();
    return (
      (typeSlug !== undefined ? wording[`${code}@${typeSlug}`] : undefined) ??
      wording[code] ??
      texts[code] ??
      inEnglish(code, language)
    );
  };
  const direction = directionOf(language);
  const format = (code: MessageCode, values?: object) => {
    const message = formatOf(find(code), language);
    return message.format<ReactNode>(
      values && (isolateValues(values, message, direction) as Record<string, string>),
    );
  };

  // A page asks for a hundred texts, most of which have nothing to fill in, and lists ask for one translator per row.
  const plain = new Map<MessageCode, string>();
  let plainOf = wordingNow();
  const ofTypes = new Map<string, Translator>();
  const t = (code: MessageCode, values?: object) => {
    if (values) return String(format(code, values));
    if (plainOf !== wordingNow()) {
      plainOf = wordingNow();
      plain.clear();
    }
    const text = plain.get(code) ?? String(format(code));
    plain.set(code, text);
    return text;
  };
  return Object.assign(t, {
    language,
    direction,
    has: (code: string): code is MessageCode => Object.hasOwn(messages.en, code),
    rich: (code: MessageCode, values: Record<string, RichValue>) => {
      const inside = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "function" ? (chunks: ReactNode[]) => value(together(chunks)) : value,
      ]);
      return together(format(code, Object.fromEntries(inside)));
    },
    pieces: (code: MessageCode, values: object) => [format(code, values)].flat(),
    named: (what: "type" | "category", name: string) => wordingNow()[`${what}@${typeSlug}`] ?? name,
    template: (code: MessageCode) => templateOf(find(code), language, direction),
    ofType: (slug: string) => {
      const known = ofTypes.get(slug) ?? createTranslator(language, wordingNow, slug);
      ofTypes.set(slug, known);
      return known;
    },
  }) as Translator;
}

const missed = new Set<string>();

/** A text that nobody has translated yet is said in English, and each is reported once. */
function inEnglish(code: MessageCode, language: Language): string {
  if (written[language] && language !== defaultLanguage && !missed.has(`${language} ${code}`)) {
    missed.add(`${language} ${code}`);
    logInfo("a text is missing in a language, and said in English", { language, code });
  }
  return messages.en[code];
}

// Spread as children, the parts need no keys.
const together = (parts: ReactNode) =>
  Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;

const noWording: Wording = {};
const translators = new Map<Language, Translator>();

/** Looks a text up in the desk's own wording, then in the language, then in English. */
export function translatorOf(language: Language, wording?: Wording): Translator {
  if (wording) return createTranslator(language, () => wording);
  const translator = translators.get(language) ?? createTranslator(language, () => noWording);
  translators.set(language, translator);
  return translator;
}

type Words = { wordingIn: (language: Language) => Wording; language: Language; languages: readonly string[] };
const ofDesk = () =>
  perProcess<Words>("wording", () => ({
    wordingIn: () => noWording,
    language: defaultLanguage,
    languages: [],
  }));

/** The desk's own words from now on, in all that this process says. */
export function sayWith(wordingIn: (language: Language) => Wording): void {
  ofDesk().wordingIn = wordingIn;
}

/** The desk's languages from now on. */
export function speakBy({ language, languages }: Speech): void {
  Object.assign(ofDesk(), { language: languageOf(language) ?? defaultLanguage, languages });
}

const inWordsOfDesk = new Map<Language, Translator>();

/** For somebody who speaks this language, a BCP 47 tag; in English if there are no texts for it, else in one that the desk speaks. */
export function translatorFor({ language: tag }: { language: string }): Translator {
  const wished = spokenLanguage(tag);
  const language = speaks(ofDesk(), wished) ? wished : ofDesk().language;
  const known = inWordsOfDesk.get(language);
  const translator = known ?? createTranslator(language, () => ofDesk().wordingIn(language));
  inWordsOfDesk.set(language, translator);
  return translator;
}

/** Says what is kept in the desk's language, or told to nobody in particular. */
export const deskTranslator = (): Translator => translatorFor(ofDesk());

/** For whoever asks for one of these languages first that there are texts for, or else in the desk's. */
export const translatorAmong = (tags: (string | null | undefined)[]): Translator =>
  translatorFor({ language: firstSpoken(tags, ofDesk()) });

let findReader: (() => Promise<{ language: string }>) | undefined;

/** How a page finds out who reads it: texts are below people and cannot know. */
export function knowReader(find: () => Promise<{ language: string }>): void {
  findReader = find;
}

/** For the page that is being rendered, in its reader's language. Routes and actions use that of their actor. */
export const readTranslator = async (): Promise<Translator> =>
  findReader ? translatorFor(await findReader()) : deskTranslator();
