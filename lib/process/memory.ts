import "server-only";

/**
 * Collects garbage after work that leaves much behind; V8 alone lets the heap grow several times over. Needs
 * --expose-gc.
 */
export function giveBack(): void {
  globalThis.gc?.();
}
