import "server-only";
import { type MessageParams, messages } from "../generated/messages";
import type { MessageCode, PluralForms, Translator } from "./translate";

type Key<C> = C extends `browser.${infer K}` ? K : never;

/** Finished texts for what only a browser knows: plural forms by category, and other parameters left as `{name}`. */
export type BrowserTexts = { language: string } & {
  [C in MessageCode as Key<C>]: [MessageParams[C]] extends [never]
    ? string
    : MessageParams[C] extends { count: number }
      ? PluralForms
      : string;
};

const prefix = "browser.";
const codes = Object.keys(messages.en).filter(code => code.startsWith(prefix)) as MessageCode[];
const made = new WeakMap<Translator, BrowserTexts>();

export function browserTexts(t: Translator): BrowserTexts {
  const known = made.get(t);
  if (known) return known;
  const said = codes.map(code => [code.slice(prefix.length), t.template(code)]);
  const texts = { language: t.language, ...Object.fromEntries(said) };
  made.set(t, texts as BrowserTexts);
  return texts as BrowserTexts;
}
