import { movesOn } from "../requests/lifecycle";
import type { Move } from "../requests/moves";

/** What the agents' answer box sends: words alone, public or internal, or a move with the words that go with it. */
export type AnswerMode = "reply" | "note" | Move;

export const answerModes: AnswerMode[] = ["reply", "note", ...movesOn("mode", "agent")];

/** The id of the form of the answer box, and the ids and class names that its style rules look at. */
export const answerFormId = "answer";
const modeId = (mode: string) => `${answerFormId}-mode-${mode}`;
export const modeClass = (...modes: string[]) => ["of-mode", ...modes.map(mode => `for-${mode}`)].join(" ");

/**
 * Shows only what belongs to the chosen mode, without script: rules for the build of the style sheet, by selector.
 * Important, because they have to win over utilities, which come later.
 */
export const modeStyles = (): Record<string, Record<string, string>> =>
  Object.fromEntries(
    answerModes.map(mode => [
      `#${answerFormId}:has(#${modeId(mode)}:checked) .of-mode:not(.for-${mode})`,
      { display: "none !important" },
    ]),
  );
