import { namedAt } from "@/lib/markdown/mentions";
import { fold } from "@/lib/text/fold";
import { beginningsOf, wordsIn } from "@/lib/text/spellings";
import type { ToldAgent } from "./assign-menu";
import { isInCode } from "./slash";

/** Where an @ in front of the caret is being followed by a name, and what of it is typed. */
export type Naming = { at: number; search: string };

const longestName = 60;

export function namingAt(text: string, caret: number, names: readonly string[]): Naming | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || caret - at > longestName || isInCode(text.slice(0, at))) return null;
  const search = text.slice(at + 1, caret);
  if (/^\s|\n/.test(search) || /[\p{L}\p{N}_]/u.test(text[at - 1] ?? "")) return null;
  // Somebody is named already.
  return namedAt(text.slice(0, caret), at, names) ? null : { at, search };
}

/** What stands for one of them alone: an address, where others have the same name. */
export const calledAs = ([, name, , address]: ToldAgent) => address ?? name;

/** Those of whom each word that was typed begins a word of their name, or of the address that tells them apart. */
export function findColleagues(agents: readonly ToldAgent[], search: string): ToldAgent[] {
  const typed = wordsIn(search).map(beginningsOf);
  return agents.filter(([, name, , address = ""]) => {
    const words = fold(`${name} ${address}`);
    return typed.every(begins => begins.some(begin => words.includes(begin)));
  });
}
