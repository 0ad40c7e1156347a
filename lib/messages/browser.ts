import { browserTexts } from "../generated/browser-texts";
import type { PluralForms } from "./format";

type Made = typeof browserTexts;
type Own = { [K in keyof Made]: Made[K] extends string ? string : PluralForms };

/** Finished texts for what only a browser knows: plural forms by category, and other parameters left as `{name}`. */
export type BrowserTexts = Own & { language: string };
/** Those that a page says otherwise than its script: in another language, or in the desk's own words. */
export type OwnBrowserTexts = Partial<Own>;

/**
 * The texts of client components. The English ones are part of the script, so that a browser loads them once; a page in
 * another language brings its own along.
 */
export function browserTextsOf(language: string, own?: OwnBrowserTexts): BrowserTexts {
  return { ...browserTexts, ...own, language };
}
