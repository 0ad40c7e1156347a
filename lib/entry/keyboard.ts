import "server-only";
import { keyboardWording } from "../messages/browser-wording";
import type { KeyboardTexts } from "../messages/keyboard";
import { readTranslator } from "../messages/translate";
import { readOwnShortcuts } from "../shortcuts/own";
import type { OwnShortcuts } from "../shortcuts/table";
import { pageNonce } from "./page";
import { readVisit } from "./visit";

/** What the header of agents knows of the keyboard before more is loaded. */
export type Keyboard = OwnShortcuts & {
  jump: string;
  nonce: string | undefined;
  /** What Ctrl is called. */
  control: string;
  /** In the desk's own words. */
  texts?: Partial<KeyboardTexts>;
};

export async function readKeyboard(): Promise<Keyboard> {
  const [visit, t, nonce] = await Promise.all([readVisit(), readTranslator(), pageNonce()]);
  const texts = keyboardWording(t);
  return {
    jump: t("keyboard.jump"),
    nonce,
    control: t("keyboard.control"),
    ...readOwnShortcuts(visit?.shortcuts),
    ...(texts && { texts }),
  };
}
