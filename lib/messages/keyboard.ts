import { keyboardTexts } from "../generated/keyboard-texts";
import { loads } from "../generated/load-keyboard-texts";
import { readEachOnce } from "./read-each-once";

export type KeyboardTexts = Record<keyof typeof keyboardTexts, string>;

const readSpoken: (language: string) => Promise<KeyboardTexts> | undefined = readEachOnce(loads);

/**
 * The texts of the agents' palette and shortcuts, in a script that is loaded once they are asked for.
 * @param own in the desk's own words
 */
export const readKeyboardTexts = async (
  language: string,
  own?: Partial<KeyboardTexts>,
): Promise<KeyboardTexts> => ({ ...keyboardTexts, ...(await readSpoken(language)), ...own });
