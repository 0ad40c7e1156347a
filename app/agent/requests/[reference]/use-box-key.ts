import { useState } from "react";

type Seen = { lastOwnWords?: string; waiting: string[] };

/**
 * Under this key the answer box keeps what is typed: it is emptied by what its writer sends, and filled by what they take
 * back. A reply that can be undone leaves the box when it is sent, and not once more when it goes out.
 */
export function useBoxKey({ lastOwnWords, waiting }: Seen): number {
  const [known, know] = useState({ lastOwnWords, waiting, key: 0 });
  const hasWritten = lastOwnWords !== known.lastOwnWords;
  const isKept = waiting.some(place => !known.waiting.includes(place));
  const isGone = known.waiting.some(place => !waiting.includes(place));
  if (!hasWritten && !isKept && !isGone) return known.key;
  const wentOut = hasWritten && isGone && !isKept;
  const key = known.key + Number(!wentOut);
  know({ lastOwnWords, waiting, key });
  return key;
}
