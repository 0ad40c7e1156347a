import "server-only";

/**
 * Has what is no longer needed given back at once, after work that leaves much of it: left to itself V8 waits until there
 * is several times as much. Takes tens of milliseconds. Does nothing where node was not started with --expose-gc.
 */
export function giveBack(): void {
  globalThis.gc?.();
}
