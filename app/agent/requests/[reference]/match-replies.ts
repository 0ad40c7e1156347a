import { fillPlaceholders, missingIn, type PlaceholderValues } from "@/lib/canned-replies/placeholders";
import type { Insertable } from "@/lib/canned-replies/read";
import { fold } from "@/lib/text/fold";
import { beginningsOf, wordsIn } from "@/lib/text/spellings";

/** A reply as it would be inserted, and the words it is found by. */
export type Candidate = {
  name: string;
  isOwn: boolean;
  /** The team whose reply it is. */
  team: string | null;
  text: string;
  /** Placeholders without a value. */
  missing: string[];
  words: { name: string; keywords: string; text: string };
};

export function prepareReplies(replies: Insertable[], values: PlaceholderValues): Candidate[] {
  return replies.map(({ name, isOwn, team, keywords, body }) => {
    const text = fillPlaceholders(body, values);
    const words = { name: fold(name), keywords: fold(keywords), text: fold(text) };
    return { name, isOwn, team, text, missing: missingIn(body, values), words };
  });
}

/** Those that have all words of a search, or their beginnings: by name first, by their text last. */
export function matchReplies(candidates: Candidate[], search: string): Candidate[] {
  const wanted = wordsIn(search).map(beginningsOf);
  const ranks = [0, 1, 2];
  return ranks.flatMap(rank => candidates.filter(({ words }) => rankOf(words, wanted) === rank));
}

function rankOf({ name, keywords, text }: Candidate["words"], wanted: string[][]): number {
  return [name, name + keywords, name + keywords + text].findIndex(words =>
    wanted.every(begins => begins.some(begin => words.includes(begin))),
  );
}
