import { browserTexts } from "../generated/browser-texts";
import type { PluralForms } from "./format";

type Made = (typeof browserTexts)["en"];
type Own = { [K in keyof Made]: Made[K] extends string ? string : PluralForms };

/** Finished texts for what only a browser knows: plural forms by category, and other parameters left as `{name}`. */
export type BrowserTexts = Own & { language: string };
/** Those that a desk words otherwise. */
export type OwnBrowserTexts = Partial<Own>;

/**
 * The texts of client components. They are part of the script, so that a browser loads them once, and a page says only
 * its language and the desk's own wording.
 */
export function browserTextsOf(language: keyof typeof browserTexts, own?: OwnBrowserTexts): BrowserTexts {
  return { ...browserTexts[language], ...own, language };
}
