import { movesOn } from "../requests/lifecycle";
import type { Move } from "../requests/moves";

/** What the agents' answer box sends: a public reply, an internal note, or a move with its comment. */
export type AnswerMode = "reply" | "note" | Move;

export const answerModes: AnswerMode[] = ["reply", "note", ...movesOn("mode", "agent")];

/** Also the prefix of the ids and class names that its style rules use. */
export const answerFormId = "answer";
const modeId = (mode: string) => `${answerFormId}-mode-${mode}`;

/** Style rules that show only the chosen mode without JavaScript; important, to win over the later utilities. */
export const modeStyles = (): Record<string, Record<string, string>> =>
  Object.fromEntries(
    answerModes.map(mode => [
      `#${answerFormId}:has(#${modeId(mode)}:checked) .of-mode:not(.for-${mode})`,
      { display: "none !important" },
    ]),
  );
