import "server-only";

/**
 * Runs the garbage collector (tens of milliseconds) after work that leaves much behind; by itself V8 waits until the
 * heap has grown several times over. Needs --expose-gc, otherwise does nothing.
 */
export function giveBack(): void {
  globalThis.gc?.();
}
