import "server-only";
import { browserTexts } from "../generated/browser-texts";
import { keyboardTexts } from "../generated/keyboard-texts";
import type { OwnBrowserTexts } from "./browser";
import type { KeyboardTexts } from "./keyboard";
import type { MessageCode, Translator } from "./translate";

/** The texts of client components that this page words otherwise than its script does; undefined if there are none. */
export const browserWording: (t: Translator) => OwnBrowserTexts | undefined = wordingOf(
  "browser",
  browserTexts,
);
export const keyboardWording: (t: Translator) => Partial<KeyboardTexts> | undefined = wordingOf(
  "keyboard",
  keyboardTexts,
);

function wordingOf(noun: string, made: object) {
  const known = new WeakMap<Translator, object | undefined>();
  return (t: Translator) => {
    if (!known.has(t)) known.set(t, findWording(t, noun, made));
    return known.get(t);
  };
}

function findWording(t: Translator, noun: string, made: object): object | undefined {
  const own = Object.entries(made)
    .map(([key, text]) => [key, text, t.template(`${noun}.${key}` as MessageCode)])
    .filter(([, text, said]) => JSON.stringify(text) !== JSON.stringify(said));
  return own.length > 0 ? Object.fromEntries(own.map(([key, , said]) => [key, said])) : undefined;
}
