import "server-only";
import { browserTexts } from "../generated/browser-texts";
import { keyboardTexts } from "../generated/keyboard-texts";
import type { OwnBrowserTexts } from "./browser";
import type { KeyboardTexts } from "./keyboard";
import { languages } from "./languages";
import { type MessageCode, type Translator, translatorOf } from "./translate";

/** The texts of client components that this desk words otherwise than the files of its language; undefined if there are none. */
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
  // A language that is made for tests has no file.
  const ours = languages.find(one => one === t.language);
  const own = Object.entries(made)
    .map(([key, text]) => {
      const code = `${noun}.${key}` as MessageCode;
      return [key, ours ? translatorOf(ours).template(code) : text, t.template(code)];
    })
    .filter(([, text, said]) => JSON.stringify(text) !== JSON.stringify(said));
  return own.length > 0 ? Object.fromEntries(own.map(([key, , said]) => [key, said])) : undefined;
}
