import "server-only";
import { setImmediate } from "node:timers/promises";

const size = 1_000_000;

/** Yields a file in pieces of a megabyte, and returns to the event loop between them. */
export async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) {
    if (from > 0) await setImmediate();
    yield content.subarray(from, from + size);
  }
}
