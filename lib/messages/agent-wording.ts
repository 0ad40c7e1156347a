import "server-only";
import { agentTexts } from "../generated/agent-texts";
import { type Numbered, numberTexts } from "./numbered";
import type { Translator } from "./translate";

/** What an agents' page tells its script, without the texts that the script has: `useSpelled` puts them back. */
export const numberForAgents = <T>(told: T, { language }: Translator): Numbered<T> =>
  numberTexts(told, agentTexts[language] ?? []);
