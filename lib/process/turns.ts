import "server-only";

/** A turn in a queue: `mine` resolves when it starts; `leave` ends it or stops waiting, and may be called twice. */
export type Turn = { mine: Promise<void>; leave: () => void };
export type Turns = { take(key: string, weight?: number): Turn | null };

type Waiting = { weight: number; begin: () => void };
type Line = { busy: number; held: number; waiting: Waiting[] };

/**
 * Per key, runs up to a total weight of `maxWeight`; `maxWaiting` more wait, then `take` returns null. Take no
 * connection, transaction or body before your turn.
 */
export function makeTurns(maxWeight: number, maxWaiting: number): Turns {
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
  // Work heavier than the limit runs alone.
  const fits = (line: Line, weight: number) => line.held === 0 || line.busy + weight <= maxWeight;

  return {
    take(key, weight = 1) {
      const line = lines.get(key) ?? { busy: 0, held: 0, waiting: [] };
      if (line.waiting.length >= maxWaiting && !(line.waiting.length === 0 && fits(line, weight)))
        return null;
      lines.set(key, line);
      let state: "waits" | "holds" | "left" = "waits";
      const { promise, resolve } = Promise.withResolvers<void>();
      const entry: Waiting = {
        weight,
        begin: () => {
          state = "holds";
          resolve();
        },
      };
      line.waiting.push(entry);
      advance(key, line);
      const leave = () => {
        if (state === "left") return;
        if (state === "holds") {
          line.busy -= weight;
          line.held -= 1;
        } else line.waiting.splice(line.waiting.indexOf(entry), 1);
        state = "left";
        advance(key, line);
      };
      return { mine: promise, leave };
    },
  };
}

/** @throws the error from `refuse` when the queue was full */
export async function inTurn<T>(turn: Turn | null, refuse: () => Error, work: () => Promise<T>): Promise<T> {
  if (!turn) throw refuse();
  try {
    await turn.mine;
    return await work();
  } finally {
    turn.leave();
  }
}
