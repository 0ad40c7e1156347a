declare global {
  var earlyKeys: KeyboardEvent[] | undefined;
}

// In the capture phase: while React waits to hydrate a page, it stops events there from bubbling up to the window.
const keep = "earlyKeys=[];addEventListener('keydown',event=>earlyKeys?.push(event),true)";

/** Records the keys that are pressed before React has hydrated the page; the keyboard acts on them once it listens. */
export const EarlyKeys = ({ nonce }: { nonce: string | undefined }) => <script nonce={nonce}>{keep}</script>;

/** Returns the recorded keys and ends the recording. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const keys = globalThis.earlyKeys ?? [];
  globalThis.earlyKeys = undefined;
  return keys;
}
