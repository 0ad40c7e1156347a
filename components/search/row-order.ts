/** What of a list goes on in front of the shown rows, and behind them. */
export type Edges = { before?: true; after?: true };

export type Difference = { left: string[]; fresh: string[]; moved: number };

/**
 * How the shown rows differ from those there are now, in their order. New ones in front of the first or behind the last
 * belong to another page, where there is one.
 */
export function compareRows(shown: string[], now: string[], { before, after }: Edges): Difference {
  const here = new Set(shown);
  const kept = now.filter(one => here.has(one));
  const [first, last] = [kept[0], kept.at(-1)];
  const from = before && first !== undefined ? now.indexOf(first) : 0;
  const to = after && last !== undefined ? now.indexOf(last) : now.length;
  const is = new Set(kept);
  return {
    left: shown.filter(one => !is.has(one)),
    fresh: now.slice(from, to).filter(one => !here.has(one)),
    moved: kept.length - longestInOrder(kept.map(one => shown.indexOf(one))),
  };
}

/** How many places of a list can stay where they are. */
function longestInOrder(places: number[]): number {
  const lengths: number[] = [];
  for (const [index, place] of places.entries()) {
    const earlier = lengths.filter((_, at) => (places[at] ?? 0) < place && at < index);
    lengths.push(1 + Math.max(0, ...earlier));
  }
  return Math.max(0, ...lengths);
}
