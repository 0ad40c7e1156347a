import { keyboardTexts } from "../generated/keyboard-texts";

export type KeyboardTexts = Record<keyof typeof keyboardTexts, string>;

/** The texts of the agents' palette and shortcuts, in a script that is loaded once they are asked for. */
export const keyboardTextsOf = (own: Partial<KeyboardTexts> = {}): KeyboardTexts => ({
  ...keyboardTexts,
  ...own,
});
