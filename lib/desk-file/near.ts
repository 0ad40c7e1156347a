import { distanceOf } from "../text/distance";

const [minLetters, maxLetters] = [2, 40];

/** Of the known words the one that was probably meant, if any is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = plain(typed);
  if (wanted.length < minLetters || wanted.length > maxLetters) return null;
  const near = known
    .filter(word => word !== typed)
    .map(word => ({ word, distance: distanceOf(wanted, plain(word)), ends: ends(wanted, plain(word)) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 3)))
    .toSorted((one, other) => one.distance - other.distance || other.ends - one.ends);
  return near[0]?.word ?? null;
}

/** How many letters they share at their beginnings and at their ends. */
function ends(one: string, other: string): number {
  const begin = (a: string[], b: string[]) => {
    const differs = a.findIndex((letter, place) => letter !== b[place]);
    return differs < 0 ? a.length : differs;
  };
  return begin([...one], [...other]) + begin([...one].reverse(), [...other].reverse());
}
