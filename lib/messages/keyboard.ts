import { keyboardTexts } from "../generated/keyboard-texts";

export type KeyboardTexts = Record<keyof (typeof keyboardTexts)["en"], string>;

/** The texts of the agents' palette and shortcuts, in a script that is loaded once they are asked for. */
export const keyboardTextsOf = (language: string, own: Partial<KeyboardTexts> = {}): KeyboardTexts => ({
  ...(keyboardTexts[language as keyof typeof keyboardTexts] ?? keyboardTexts.en),
  ...own,
});
