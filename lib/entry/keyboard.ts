import "server-only";
import { keyboardWording } from "../messages/browser-wording";
import type { KeyboardTexts } from "../messages/keyboard";
import { readTranslator } from "../messages/translate";
import { readOwnShortcuts } from "../shortcuts/own";
import type { OwnShortcuts } from "../shortcuts/table";
import { readVisit } from "./visit";

/** What the header of agents knows of the keyboard before more is loaded. */
export type Keyboard = OwnShortcuts & { jump: string; texts?: Partial<KeyboardTexts> };

export async function readKeyboard(): Promise<Keyboard> {
  const [visit, t] = await Promise.all([readVisit(), readTranslator()]);
  const texts = keyboardWording(t);
  return {
    jump: t("keyboard.jump"),
    ...readOwnShortcuts(visit?.shortcuts),
    ...(texts && { texts }),
  };
}
