import { texts as english } from "../generated/agent-texts-en";
import { loads } from "../generated/load-agent-texts";
import { readEachOnce } from "./read-each-once";

const readSpoken: (language: string) => Promise<readonly string[]> | undefined = readEachOnce(loads);

/** The texts that agents' pages number: English at once, others once they are loaded, and none where there is no list. */
export const readAgentTexts = (
  language: string,
): readonly string[] | Promise<readonly string[]> | undefined =>
  language === "en" ? english : readSpoken(language);
