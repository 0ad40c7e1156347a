import { loads } from "../generated/load-agent-texts";
import { readEachOnce } from "./read-each-once";

/** The texts that agents' pages number. */
export const readAgentTexts: (language: string) => Promise<readonly string[]> | undefined =
  readEachOnce(loads);
