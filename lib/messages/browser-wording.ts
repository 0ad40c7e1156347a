import "server-only";
import { browserTexts } from "../generated/browser-texts";
import type { OwnBrowserTexts } from "./browser";
import type { MessageCode, Translator } from "./translate";

const known = new WeakMap<Translator, OwnBrowserTexts | undefined>();

/** The texts of client components that this desk words otherwise than its script does; undefined if there are none. */
export function browserWording(t: Translator): OwnBrowserTexts | undefined {
  if (!known.has(t)) known.set(t, findWording(t));
  return known.get(t);
}

function findWording(t: Translator): OwnBrowserTexts | undefined {
  const own = Object.entries(browserTexts[t.language])
    .map(([key, made]) => [key, made, t.template(`browser.${key}` as MessageCode)])
    .filter(([, made, said]) => JSON.stringify(made) !== JSON.stringify(said));
  return own.length > 0 ? Object.fromEntries(own.map(([key, , said]) => [key, said])) : undefined;
}
