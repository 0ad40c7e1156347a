import "server-only";

/** After heavy work: V8 alone lets the heap grow several times over. Needs --expose-gc. */
export function giveBack(): void {
  globalThis.gc?.();
}
