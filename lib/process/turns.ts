import "server-only";

/** A place in a line. `leave` ends the turn, or the waiting for it; once is enough, twice does no harm. */
export type Turn = { mine: Promise<void>; leave: () => void };
export type Turns = { take(key: string, weight?: number): Turn | null };

type Waiting = { weight: number; begin: () => void };
type Line = { busy: number; held: number; waiting: Waiting[] };

/**
 * For each key, lets work of at most `most` weight be under way and `maxWaiting` more wait, first come, first
 * served. Nobody waits here with a connection, a transaction or a body in hand. `take` answers null when the line is full.
 */
export function makeTurns(most: number, maxWaiting: number): Turns {
  const lines = new Map<string, Line>();

  function advance(key: string, line: Line): void {
    for (let [next] = line.waiting; next && fits(line, next.weight); [next] = line.waiting) {
      line.waiting.shift();
      line.busy += next.weight;
      line.held += 1;
      next.begin();
    }
    if (line.held === 0 && line.waiting.length === 0) lines.delete(key);
  }
  // What is heavier than all that may be under way goes alone.
  const fits = (line: Line, weight: number) => line.held === 0 || line.busy + weight <= most;

  return {
    take(key, weight = 1) {
      const line = lines.get(key) ?? { busy: 0, held: 0, waiting: [] };
      if (line.waiting.length >= maxWaiting && !(line.waiting.length === 0 && fits(line, weight)))
        return null;
      lines.set(key, line);
      let state: "waits" | "holds" | "left" = "waits";
      const { promise, resolve } = Promise.withResolvers<void>();
      const place: Waiting = {
        weight,
        begin: () => {
          state = "holds";
          resolve();
        },
      };
      line.waiting.push(place);
      advance(key, line);
      const leave = () => {
        if (state === "left") return;
        if (state === "holds") {
          line.busy -= weight;
          line.held -= 1;
        } else line.waiting.splice(line.waiting.indexOf(place), 1);
        state = "left";
        advance(key, line);
      };
      return { mine: promise, leave };
    },
  };
}

/**
 * Does the work once the turn has come, and ends the turn however the work ends.
 * @throws what `refuse` makes when there was no place in the line
 */
export async function inTurn<T>(turn: Turn | null, refuse: () => Error, work: () => Promise<T>): Promise<T> {
  if (!turn) throw refuse();
  try {
    await turn.mine;
    return await work();
  } finally {
    turn.leave();
  }
}
