import "server-only";

const mostAtOnce = 2;

type Queue = { running: number; waiting: (() => void)[] };
const kept = globalThis as typeof globalThis & { lodgeSearches?: Map<string, Queue> };

/**
 * Runs a search when fewer than two of the same person run in this process; further ones wait here, where they keep
 * no connection from others.
 */
export async function takeTurn<T>(personId: string, search: () => Promise<T>): Promise<T> {
  kept.lodgeSearches ??= new Map();
  const queues = kept.lodgeSearches;
  const queue = queues.get(personId) ?? { running: 0, waiting: [] };
  queues.set(personId, queue);
  if (queue.running >= mostAtOnce) await new Promise<void>(resolve => queue.waiting.push(resolve));
  else queue.running++;
  try {
    return await search();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else if (--queue.running === 0) queues.delete(personId);
  }
}
