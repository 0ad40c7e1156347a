import { browserTexts } from "../generated/browser-texts";
import { loads } from "../generated/load-browser-texts";
import type { PluralForms } from "./format";
import { readEachOnce } from "./read-each-once";

type Made = typeof browserTexts;
type Own = { [K in keyof Made]: Made[K] extends string ? string : PluralForms };

/** Finished texts for what only a browser knows: plural forms by category, and other parameters left as `{name}`. */
export type BrowserTexts = Own & { language: string };
/** Those that a page brings along: in the desk's own words. */
export type OwnBrowserTexts = Partial<Own>;

/**
 * Those of a language in whole; undefined for English, which the script has, and for a language without any. If they do
 * not come, nothing else does: a page that React never takes over works, as it does without script.
 */
export const readBrowserTexts: (language: string) => Promise<OwnBrowserTexts> | undefined = readEachOnce(
  loads,
  () => new Promise<never>(() => undefined),
);

/** The texts of client components, in English where none are given. */
export function browserTextsOf(language: string, ...texts: (OwnBrowserTexts | undefined)[]): BrowserTexts {
  return Object.assign({}, browserTexts, ...texts, { language });
}
